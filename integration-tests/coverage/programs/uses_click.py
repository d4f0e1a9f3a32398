import click
from click.testing import CliRunner


@click.group()
@click.option("--verbose/--quiet", default=False, help="Says more.")
@click.version_option("1.0")
@click.pass_context
def cli(context, verbose):
    """A shop."""
    context.obj = verbose


@cli.command()
@click.argument("thing", type=click.Choice(["tea", "cup"]))
@click.option("-n", "--number", type=click.IntRange(1, 5), default=1, show_default=True)
@click.option("--tag", multiple=True)
@click.password_option(required=False, prompt=False)
@click.pass_obj
def order(verbose, thing, number, tag, password):
    """Orders."""
    click.secho("%d %s %s" % (number, thing, ",".join(tag)), fg="green" if verbose else None)


@cli.command()
@click.option("--name", prompt="Name")
@click.argument("files", nargs=-1, type=click.Path())
def ask(name, files):
    """Asks."""
    if click.confirm("Sure?"):
        click.echo(name + str(len(files)))


runner = CliRunner()
for words, typed in ((["--help"], ""), (["--version"], ""), (["order", "tea", "-n", "3", "--tag", "a", "--tag=b"], ""),
                     (["--verbose", "order", "pot"], ""), (["order", "cup", "-n", "9"], ""), (["ordr"], ""),
                     (["ask", "f", "g"], "me\ny\n"), (["ask", "--name", "you"], "n\n"), (["order", "--help"], "")):
    result = runner.invoke(cli, words, input=typed)
    print(result.exit_code, len(result.output.splitlines()))
