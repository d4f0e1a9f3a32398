"""The controller asks for what the agent holds, before it ends a program that may be waiting."""

import _signal

from _leadline import wire


def listen(engine, number):
    """Write everything on this signal, and say so; the number, or None where that cannot be.

    A real-time signal that nobody uses: the program's own signals stay as they are.
    """
    if number is None or number >= _signal.NSIG or _signal.getsignal(number) != _signal.SIG_DFL:
        return None

    def flush(_number, _frame):
        if not engine.stopped:
            engine.flush()
            engine.stream.write(wire.record('flushed', ('time_ns', engine.elapsed())))

    _signal.signal(number, flush)
    return number
