"""A new interpreter that a followed process started records itself from its very beginning."""

import sys

from _leadline import children, exits, session, system
from _leadline.bootstrap import interpreter_options


def begin(wanted, described):
    """Record this process. described: path of what the first process wrote."""
    descriptor = children.connect(wanted['follow']['socket'])
    if descriptor is None:
        return
    cwd = system.getcwd()
    argv = system.command_line()
    own = session.scope.Scopes(session.HERE, cwd, directories(argv, cwd), True).roots
    roots = [system.from_protocol(root) for root in wanted['recording']['roots']] + own
    ours = session.Session(descriptor, wanted, cwd, roots, implied=False)
    ours.follow(children.Family(ours, wanted['follow']['socket'], session.HERE, described))
    if wanted['runner'] is None:
        ours.codes.await_main()
    else:
        from _leadline.bootstrap import runner_program
        runner_program.await_program(ours, wanted)  # the runner may leave it to this process to load it
    last = exits.LastExit()
    ours.engine.record_child(last)
    ours.engine.start_clock(wanted['origin'])
    ours.write_header({'kind': 'command', 'target': sys.executable or '', 'argv': argv},
                      'spawn', system.calls.getppid())
    ours.install(lambda: _finish(ours, last))
    ours.start()


def _finish(ours, last):
    value = getattr(sys, 'last_value', None)
    if value is not None:
        ours.ended_with(value)
    elif last.status is not None:
        ours.ended_as('exited', last.status)
    elif not last.began:
        ours.ended_as('not_found', 'no code of a program ran')
    ours.finish()


def directories(argv, cwd):
    """Where the user's files are besides those of the first program: beside the script."""
    script = interpreter_options.script(argv)
    if script is None:
        return []
    return [system.absolute(script, cwd).rpartition(system.SEPARATOR)[0] or '/']
