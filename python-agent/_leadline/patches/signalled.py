"""A process that another one of the run ends by a signal cannot report its end: the sender does."""

import _signal
from _functools import partial

import _operator  # its setitem calls __setitem__ from C, and returns None

from _leadline import system, wire
from _leadline.patches import standins

_ENDING = frozenset(getattr(_signal, name) for name in (
    'SIGHUP', 'SIGINT', 'SIGQUIT', 'SIGABRT', 'SIGKILL', 'SIGTERM') if hasattr(_signal, name))


def watch(engine):
    """Record the ending signals that this process sends: os.kill serves subprocess and multiprocessing."""
    standins.replace('kill', lambda real: _reporting(engine, real, _receivers))
    standins.replace('killpg', lambda real: _reporting(engine, real, _members))


def _reporting(engine, real, receivers):
    """What calls real with no frame of ours below: an exception of its has the program's traceback.

    CPython calls __new__ and then __init__ with the same arguments, and does not bind a builtin.
    """
    class Call:
        __init__ = real

        def __new__(cls, target, number):
            if not engine.stopped and type(target) is int and issubclass(type(number), int):
                number = int.__index__(number)
                if number in _ENDING:
                    engine.faults.run('a signal could not be recorded', _report, engine, receivers, target, number)
            return object.__new__(cls)

    class Receiver:
        __setitem__ = Call

    return partial(_operator.setitem, Receiver())


def _report(engine, receivers, target, number):
    engine.stream.write(''.join([
        wire.record('signalled', ('pid', process), ('signal', number),
                    ('time_ns', engine.elapsed()))
        for process in receivers(target) if process != engine.stream.process]))


def _receivers(target):
    if target > 0:
        return [target] if _group(target) is not None else []
    return _members(system.calls.getpgrp() if target == 0 else -target)


def _members(group):
    """The processes of a group, as far as Linux lists them."""
    if group == 0:
        group = system.calls.getpgrp()
    try:
        listed = system.calls.listdir('/proc')
    except OSError:
        return [group]
    return [int(name) for name in listed if name.isdigit() and _group(name) == group]


def _group(process):
    """The group of a process; None if that has ended. Where there is no /proc, it has not."""
    try:
        stat = system.read_file('/proc/%s/stat' % process)
    except OSError:
        return None if _is_listed() else 0
    state, _parent, group = stat.rpartition(b')')[2].split()[:3]
    return None if state in (b'Z', b'X') else int(group)


def _is_listed():
    """Whether there is a /proc as Linux has it."""
    try:
        system.calls.stat('/proc/self/stat')
        return True
    except OSError:
        return False
