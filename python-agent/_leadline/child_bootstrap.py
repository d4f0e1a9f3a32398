"""A new interpreter that a followed process started records itself from its very beginning."""

import sys

from _leadline import children, config, exits, interpreter_options, session, system


def join(described):
    """Record this process. described: path of what the first process wrote."""
    try:
        wanted = config.read(described)
    except OSError:
        return  # the controller and its directory are gone
    if wanted['runner'] is not None and 'origin' not in wanted:
        from _leadline import runner_bootstrap
        runner_bootstrap.begin(wanted, described)
        return
    descriptor = children.connect(wanted['follow']['socket'])
    if descriptor is None:
        return
    cwd = system.getcwd()
    argv = system.command_line()
    own = session.scope.Scopes(session.HERE, cwd, directories(argv, cwd), True).roots
    roots = [system.from_protocol(root) for root in wanted['recording']['roots']] + own
    ours = session.Session(descriptor, wanted, cwd, roots, implied=False)
    ours.family = children.Family(ours, wanted['follow']['socket'], session.HERE, described)
    if wanted['runner'] is None:
        ours.codes.await_main()
    else:
        from _leadline import runner_bootstrap
        runner_bootstrap.await_program(ours, wanted)  # the runner may leave it to this process to load it
    ours.engine.eager = True
    ours.engine.last_exit = exits.LastExit()
    ours.engine.start_clock(wanted['origin'])
    ours.write_header({'kind': 'command', 'target': sys.executable or '', 'argv': argv},
                      'spawn', system.calls.getppid())
    ours.install(lambda: _finish(ours))
    ours.start()


def _finish(ours):
    value, last = getattr(sys, 'last_value', None), ours.engine.last_exit
    if value is not None:
        ours.ended_with(value)
    elif last.status is not None:
        ours.outcome = 'exited', last.status
    elif not last.began:
        ours.outcome = 'not_found', 'no code of a program ran'
    ours.finish()


def directories(argv, cwd):
    """Where the user's files are besides those of the first program: beside the script."""
    script = interpreter_options.script(argv)
    if script is None:
        return []
    return [system.absolute(script, cwd).rpartition(system.SEPARATOR)[0] or '/']
