"""The controller asks for what the agent holds: before it ends a program, and while that waits."""

import _signal

from _leadline import wire
from _leadline.patches import standins

_FAILING = 'events could not be written'
_idle = []  # (signal, its handler) of listen_when_idle


def listen(engine, number):
    """Write everything on this signal, and say so; the number, or None where that cannot be.

    A real-time signal that programs do not use: the program's own signals stay as they are. The program is
    about to be ended: what it still does is written at once.
    """
    return _handle(engine, number, engine.write_at_once, lambda: None)


def listen_when_idle(engine):
    """The same for a program that goes on: the signal may come whenever nothing was written for a
    while. The next event is written at once, so that the controller learns of it.

    SIGURG: the system ignores it where it has no handler, as after an exec, and nearly no program
    has one; Go interrupts its threads with it for the same reasons.
    """
    number = _handle(engine, getattr(_signal, 'SIGURG', None), lambda: None, engine.announce_next)
    if number is not None and hasattr(_signal, 'pthread_sigmask'):
        standins.replace('pause', lambda real: _pause(engine, number, real), _signal, 'signal')
    if number is not None:
        _idle.append((number, _signal.getsignal(number)))
    return number


def give_back():
    """Leave that signal to the system, which ignores it: a tracer of the program in the main thread would
    see its handler run.
    """
    for number, handler in _idle:
        _change(number, handler, _signal.SIG_DFL)


def listen_again():
    """The other way round, when that tracer is gone."""
    for number, handler in _idle:
        _change(number, _signal.SIG_DFL, handler)


def _change(number, present, new):
    if _signal.getsignal(number) == present:
        _signal.signal(number, new)


def _handle(engine, number, before, after):
    if number is None or number >= _signal.NSIG or _signal.getsignal(number) != _signal.SIG_DFL:
        return None

    def flush(_number, _frame):
        if not engine.stopped:
            for step in before, engine.flush, after, report:
                engine.faults.run(_FAILING, step)

    def report():
        engine.stream.write(wire.record('flushed', ('time_ns', engine.elapsed())))

    _signal.signal(number, flush)
    return number


def _pause(engine, number, real):
    """signal.pause() returns on any signal, so this one must not come."""
    def pause():
        if engine.stopped:
            return real()
        engine.faults.run(_FAILING, engine.flush)
        mask = _signal.pthread_sigmask(_signal.SIG_BLOCK, (number,))
        try:
            return real()
        finally:
            _signal.pthread_sigmask(_signal.SIG_SETMASK, mask)
    return pause
