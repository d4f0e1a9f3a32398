"""A runner of the user's own loads the program: nothing of ours is below, and calls are only counted."""

import os
import sys
from _functools import partial

from _leadline import channels, children, session, system

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
        descriptor, wanted, cwd, roots or [_directory(path) for path in _paths(target, cwd)],
        implied=not roots)
    await_program(ours, wanted)
    ours.write_header({'kind': 'runner', 'target': target, 'argv': system.command_line()},
                      more=(('stdio', facts), ('stdout_fifo', None)))
    ours.engine.start_clock()
    if wanted['follow'] is None:
        children.withdraw()
    else:
        following = _directory(described) + system.SEPARATOR + 'follow.json'
        ours.family = children.Family(ours, wanted['follow']['socket'], session.HERE, following)
        ours.family.describe(_for_children(wanted, cwd))
    ours.install(_unseen(lambda tracer: _finish(ours, tracer)))
    ours.start()


def await_program(ours, wanted):
    """The base is the program's `<module>`, whichever process loads it, and in whatever way."""
    _tell_runner(ours.scopes, wanted['runner'], ours.cwd)
    paths = _paths(system.from_protocol(wanted['program']['target']), ours.cwd)
    ours.codes.await_program(paths, ours.cwd, ours.engine.program_found)


def _for_children(wanted, cwd):
    """They may start in another directory."""
    def absolute(part):
        return dict(part, target=system.to_protocol(system.absolute(system.from_protocol(part['target']), cwd)))
    runner = wanted['runner']
    if runner['kind'] == 'script':
        runner = absolute(runner)
    return dict(wanted, program=absolute(wanted['program']), runner=runner)


def _paths(target, cwd):
    return {system.normal(target, cwd), os.path.realpath(target)}


def _directory(path):
    return path.rpartition(system.SEPARATOR)[0] or system.SEPARATOR


def _tell_runner(scopes, runner, cwd):
    """The file of a module is known only when it runs."""
    if runner['kind'] == 'script':
        path = system.normal(system.from_protocol(runner['target']), cwd)
        scopes.run_by([path, os.path.realpath(path)], [_directory(path)])


def _finish(ours, tracer):
    ours.engine.tracer = tracer
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
