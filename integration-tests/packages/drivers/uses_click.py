# python: 3.7+
# debian: python3-click python3-colorama python3-importlib-metadata python3-zipp python3-typing-extensions
import click
from click.testing import CliRunner


class Range(click.ParamType):
    name = 'range'

    def convert(self, value, param, ctx):
        try:
            low, _, high = value.partition('-')
            return int(low), int(high or low)
        except ValueError:
            self.fail('%r is no range' % value, param, ctx)


@click.group(chain=False, invoke_without_command=True, context_settings={'auto_envvar_prefix': 'TOOL'})
@click.option('--verbose', '-v', count=True, help='Say more.')
@click.option('--config', type=click.Path(exists=True))
@click.version_option('1.0', prog_name='tool')
@click.pass_context
def cli(ctx, verbose, config):
    """A tool with commands.

    \b
    kept
      as is
    """
    ctx.obj = {'verbose': verbose}
    if ctx.invoked_subcommand is None:
        click.echo('nothing to do')


@cli.command()
@click.argument('names', nargs=-1, required=True)
@click.option('--shout/--no-shout', default=False, show_default=True)
@click.option('--times', type=click.IntRange(1, 3, clamp=True), default=1)
@click.option('--kind', type=click.Choice(['a', 'b'], case_sensitive=False), multiple=True)
@click.option('--range', 'ranges', type=Range(), multiple=True)
@click.pass_obj
def greet(obj, names, shout, times, kind, ranges):
    """Greets."""
    for _ in range(times):
        for name in names:
            click.secho('hello ' + (name.upper() if shout else name), fg='green', bold=True)
    click.echo('%s %s %s' % (sorted(obj.items()), kind, ranges), err=True)


@cli.command('ask', short_help='asks')
@click.option('--name', prompt='Your name', default='nobody')
@click.password_option()
@click.confirmation_option(prompt='Sure?')
def ask(name, password):
    click.echo('%s %d' % (name, len(password)))


@cli.command(hidden=True)
@click.argument('source', type=click.File('r'))
@click.option('--pair', nargs=2, type=(str, int))
@click.option('--flag', is_flag=True, expose_value=True, callback=lambda ctx, param, value: not value)
def copy(source, pair, flag):
    with click.progressbar(source.read().splitlines(), label='lines', file=click.get_text_stream('stdout')) as lines:
        for line in lines:
            click.echo(line)
    click.echo((pair, flag))
    if pair and pair[1] == 3:
        raise click.ClickException('three')
    if pair and pair[1] == 4:
        raise click.BadParameter('four', param_hint='--pair')
    if pair and pair[1] == 5:
        click.get_current_context().exit(5)
    if pair and pair[1] == 6:
        raise click.Abort()


runner = CliRunner(env={'TOOL_GREET_TIMES': '2'})
for words, text in (
    (['--help'], None),
    ([], None),
    (['--version'], None),
    (['greet', '--help'], None),
    (['-vv', 'greet', 'x', '--shout', '--kind', 'A', '--range', '1-3'], None),
    (['greet'], None),
    (['greet', 'x', '--kind', 'c'], None),
    (['greet', 'x', '--range', 'y'], None),
    (['greet', 'x', '--times', 'many'], None),
    (['nothing'], None),
    (['--config', '/nowhere/at/all'], None),
    (['ask'], 'me\nsecret\nsecret\ny\n'),
    (['ask'], '\na\nb\nc\nc\nn\n'),
    (['copy', '-'], 'one\ntwo\n'),
    (['copy', '-', '--pair', 'a', '3'], 'x'),
    (['copy', '-', '--pair', 'a', '4'], 'x'),
    (['copy', '-', '--pair', 'a', '5', '--flag'], 'x'),
    (['copy', '-', '--pair', 'a', '6'], ''),
    (['copy', '-', '--pair', 'a'], ''),
    (['copy', '-', '--unknown'], ''),
    (['gret'], None),
):
    result = runner.invoke(cli, words, input=text)
    print(words, result.exit_code, repr(result.output))
print(
    click.style('x', fg='red', underline=True), click.unstyle(click.style('y', bg=23)), click.format_filename(b'a\xff')
)
