"""A runner of the user's own loads the program: nothing of ours is below, and calls are only counted."""

import sys
from _functools import partial

from _leadline import children, session, system
from _leadline.bootstrap import channels, runner_program

_call = partial.__call__


def begin(wanted, described):
    """Observe this process, which is about to run the runner. described: path of CONFIG.json."""
    descriptor = children.connect(wanted['runner']['socket'])
    if descriptor is None:
        system.calls._exit(1)  # the controller that started this process was killed meanwhile
    system.unblock_quit()
    facts = channels.connect(wanted['stdio'])
    cwd = system.getcwd()
    target = system.from_protocol(wanted['program']['target'])
    roots = [system.from_protocol(root) for root in wanted['recording']['roots']]
    ours = session.Session(
        descriptor, wanted, cwd, roots or [runner_program.directory(path) for path in runner_program.paths(target, cwd)],
        implied=not roots)
    runner_program.await_program(ours, wanted)
    ours.write_header({'kind': 'runner', 'target': target, 'argv': system.command_line()},
                      more=(('stdio', facts), ('stdout_fifo', None)))
    ours.engine.start_clock()
    if wanted['follow'] is None:
        children.withdraw()
    else:
        following = runner_program.directory(described) + system.SEPARATOR + 'follow.json'
        ours.follow(children.Family(ours, wanted['follow']['socket'], session.HERE, following))
        ours.family.describe(_for_children(wanted, cwd))
    ours.install(_unseen(lambda tracer: _finish(ours, tracer)))
    ours.start()


def _for_children(wanted, cwd):
    """They may start in another directory."""
    def absolute(part):
        return dict(part, target=system.to_protocol(system.absolute(system.from_protocol(part['target']), cwd)))
    runner = wanted['runner']
    if runner['kind'] == 'script':
        runner = absolute(runner)
    return dict(wanted, program=absolute(wanted['program']), runner=runner)


def _finish(ours, tracer):
    ours.engine.finish_under(tracer)
    value = getattr(sys, 'last_value', None)
    if value is not None:
        ours.ended_with(value)
    ours.finish()


def _unseen(function):
    """Calls a function of ours so that the runner's own trace function does not see it.

    function: of that trace function.
    """
    kept = []

    def call():
        function(kept[0])
        system.settrace(kept[0])

    return partial(kept.extend, map(_call, (
        partial(system.gettrace), partial(system.settrace, None), partial(call))))
