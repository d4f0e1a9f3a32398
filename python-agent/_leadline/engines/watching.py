"""Something looks at a thread that does not call our trace function, until it may again.

A look is a function of the frame that runs; it answers whether it is through.
"""

import sys
from _functools import partial

from _leadline import system

_FAILING = 'tracing could not be resumed'


def _is_about_tracing(function):
    """Whether it is CPython's own: what it is about to do or to answer must not change now."""
    return function is system.settrace or function is system.gettrace


class ByProfile:
    """CPython up to 3.11: a profile function, which the program's tracer does not see."""

    def __init__(self, engine):
        self._run = engine.faults.run

    def is_free(self, thread):
        """There is one place for a profile function: not where the program profiles."""
        return system.getprofile() in (None, thread.watch)

    def start(self, thread, look):
        def watch(frame, event, arg):
            if event == 'c_call' and _is_about_tracing(arg):
                return
            if self._run(_FAILING, look, frame.f_back if event == 'return' else frame, otherwise=True):
                system.setprofile(None)
                thread.watch = None
            else:
                self._run(_FAILING, thread.meet, frame)
        thread.watch = watch
        system.setprofile(watch)


class ByMonitoring:
    """CPython from 3.12: the calls that a thread makes. See Tool.only() for why not a profile function."""

    def __init__(self, engine, tool):
        self._engine = engine
        self._tool = tool
        self._run = engine.faults.run
        self._looks = {}

    def is_free(self, thread):
        return self._tool.is_there()

    def start(self, thread, look):
        self._looks[thread.number] = look
        events = self._tool.events
        self._tool.only(events.CALL, self._called, (events.C_RETURN, self._returned))

    def _called(self, _code, _offset, function, _first):
        if not (_is_about_tracing(function) and system.gettrace() is None):
            self._look(system.current_frame().f_back)

    def _returned(self, _code, _offset, _function, _first):
        self._look(system.current_frame().f_back)

    def _look(self, frame):
        thread = self._engine.here()
        look = self._looks.get(thread.number) if thread is not None else None
        if look is None:
            return
        if not self._run(_FAILING, look, frame, otherwise=True):
            self._run(_FAILING, thread.meet, frame)
        else:
            if self._looks.get(thread.number) is look:
                del self._looks[thread.number]
            if not self._looks:
                self._tool.only()


def watcher(engine, tool):
    """What this interpreter needs; tool: a monitoring.Tool from 3.12 on."""
    return ByMonitoring(engine, tool) if sys.version_info >= (3, 12) else ByProfile(engine)


def until_untraced(codes, see_again):
    """Look for the moment when nobody else traces the thread, or is about to touch its frames.

    codes: codes.Codes, which knows what mentions `f_trace`.
    """
    def look(frame):
        if system.gettrace() is not None or _in_debugger(codes, frame):
            return False
        see_again(frame)
        return True
    return look


def until_given_back(codes, function, see_again):
    """Look for the moment when this trace function, which is about to be set, is gone again."""
    wait = until_untraced(codes, see_again)
    given, key = False, id(function)  # nothing of ours may keep it alive

    def look(frame):
        nonlocal given
        given = given or id(system.gettrace()) == key
        return given and wait(frame)
    return look


def _in_debugger(codes, frame):
    """Whether somebody reads and sets `f_trace` for himself.

    With its backend `monitoring` (3.14+) bdb calls the `f_trace` of frames with no trace function set.
    """
    if _tool_of_bdb() == 'bdbtracer':
        return True
    while frame is not None and not codes.learn(frame).touches:
        frame = frame.f_back
    return frame is not None


if sys.version_info >= (3, 14):
    _tool_of_bdb = partial(sys.monitoring.get_tool, sys.monitoring.DEBUGGER_ID)
else:
    _tool_of_bdb = str  # none: there is no such backend
