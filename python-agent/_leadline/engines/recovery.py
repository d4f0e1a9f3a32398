"""Tracing comes back after a trace function has failed.

At the recursion limit there is no room for the frame of a trace function either: the call fails,
and CPython takes the trace function away (gh-134216). It does so, too, where a signal handler of
the program runs just as the trace function begins, and raises. Something must notice later.
"""

import sys

from _weakref import ref

from _leadline import system, versions

_ROOM = 60  # frames from the limit; CPython 3.6 to 3.9 recover 50 below it
_PART = 5  # calls of C code count for the limit, and have no frame: it may be reached at a part of it
_LEAST = 100
_getrecursionlimit = sys.getrecursionlimit


class NearLimit:
    """CPython up to 3.11: the first recorded frame on the way to the limit has an `f_trace` of its own.

    When that frame goes, the function goes, and a weak reference tells.
    """

    def __init__(self, engine):
        self._engine = engine
        self._crossing = {}  # Thread -> a weak reference to the function of its frame

    def reached(self, thread, depth):
        """Whether a frame at this depth is the one to watch."""
        if thread in self._crossing:
            return False
        limit = _getrecursionlimit()
        return depth > min(limit - _ROOM, max(_LEAST, limit // _PART))

    def watch(self, thread, local, place):
        """The local trace function, which only its frame may hold."""
        local.place = place

        def receded(_reference):
            self._crossing.pop(thread, None)
            if system.gettrace() is None:
                look_again(self._engine, thread, 'recursion', system.current_frame().f_back)

        self._crossing[thread] = ref(local, receded)
        return local

    def start(self):
        """Nothing needs to be set up."""

    def stop(self):
        """Nothing needs to be undone."""


class Unwinding:
    """CPython from 3.12: `sys.monitoring` reports each frame that an exception leaves."""

    def __init__(self, engine, tool):
        self._engine = engine
        self._tool = tool

    def start(self):
        self._tool.start()
        if self._engine.opcodes:
            self._tool.share()
        self._tool.usually(self._tool.events.PY_UNWIND, self._watcher())

    def stop(self):
        self._tool.stop()

    def _watcher(self):
        gettrace, engine = system.gettrace, self._engine

        def unwound(code, offset, exception):
            if gettrace() is None:
                try:
                    _use_room(12)
                    thread = engine.here()
                    frame = system.current_frame().f_back.f_back
                    if thread is not None and thread.blind:
                        engine.watching.look(frame)
                    elif thread is not None:
                        reason = 'recursion' if type(exception) is RecursionError else 'interrupted'
                        look_again(engine, thread, reason, frame)
                except RecursionError:
                    pass  # too near the limit still; more frames will be left
        return unwound


def watcher(engine, tool):
    """What this interpreter needs; tool: a monitoring.Tool from 3.12 on."""
    return Unwinding(engine, tool) if versions.HAS_MONITORING else NearLimit(engine)


def _use_room(calls):
    """Be as many calls deep, each through C: CPython 3.12 to 3.15 count those apart from frames."""
    if calls:
        list(map(_use_room, (calls - 1,)))


def look_again(engine, thread, reason, frame):
    """Have the thread recorded again where CPython has taken its trace function away."""
    thread = thread.main
    if engine.stopped or thread.blind or thread is not engine.here():
        return
    try:
        thread.was_blind(reason)
        thread.see_again(frame)
    except Exception as fault:
        if not engine.faults.record('tracing could not be resumed', fault):
            raise
