"""Something looks at a thread that does not call our trace function, until it may again.

A look is a function of the frame that runs; it answers whether it is through.
"""

import sys
from _functools import partial

from _leadline import system, versions
from _leadline.internals import threads as parts
from _leadline.own_faults import HERE

_FAILING = 'tracing could not be resumed'
_startswith = str.startswith  # a file name may be of the program's own str class


def _is_about_tracing(function):
    """Whether it is CPython's own: what it is about to do or to answer must not change now."""
    return function is system.settrace or function is system.gettrace or function is parts.set_everywhere


class ByProfile:
    """CPython up to 3.11: a profile function, which the program's tracer does not see."""

    def __init__(self, engine):
        self._run = engine.faults.run
        self._watches = {}  # Thread -> our profile function

    def is_free(self, thread):
        """There is one place for a profile function: not where the program profiles."""
        return system.getprofile() in (None, self._watches.get(thread))

    def start(self, thread, look):
        def watch(frame, event, arg):
            if event == 'c_call' and _is_about_tracing(arg):
                return
            if self._run(_FAILING, look, frame.f_back if event == 'return' else frame, otherwise=True):
                system.setprofile(None)
                self._watches.pop(thread, None)
            else:
                self._run(_FAILING, thread.meet, frame)
        self._watches[thread] = watch
        system.setprofile(watch)

    def forget(self, thread):
        """It has ended."""
        self._watches.pop(thread, None)

    def prepare(self, frame):
        """Nothing needs to be set up."""


class ByMonitoring:
    """CPython from 3.12: events of `sys.monitoring`, of all threads. A profile function would be an event
    of the program's tracer where it is set.
    """

    def __init__(self, engine, tool):
        self._engine = engine
        self._tool = tool
        self._run = engine.faults.run
        self._looks = {}  # Thread -> its look

    def is_free(self, thread):
        return self._tool.is_there()

    def start(self, thread, look):
        self._looks[thread] = look
        events = self._tool.events
        self._tool.share()  # the program may trace opcodes, and does so once more after this turn
        self._tool.also({
            events.CALL: self._called, events.C_RETURN: self._returned, events.C_RAISE: self._returned,
            events.PY_RESUME: self._resumed, events.PY_RETURN: self._left, events.PY_YIELD: self._left})

    def forget(self, thread):
        """It has ended."""
        if self._looks.pop(thread, None) is not None and not self._looks:
            self._tool.as_usual()

    def prepare(self, frame):
        """These frames are about to get `f_trace_opcodes` while no trace function is set."""
        self._tool.share()
        while frame is not None:
            known = self._engine.codes.learn(frame)
            if known.begins_to_share():
                self._tool.share_opcodes(frame.f_code)
            frame = frame.f_back

    def _called(self, _code, _offset, function, _first):
        if not (_is_about_tracing(function) and system.gettrace() is None):
            self.look(system.current_frame().f_back)

    def _returned(self, code, _offset, function, _first):
        frame = system.current_frame().f_back
        sets = function is system.settrace or function is parts.set_everywhere
        if sets and not _startswith(code.co_filename, HERE):
            self._run(_FAILING, self._engine.handover.was_called, frame, function is parts.set_everywhere)
        self.look(frame)

    def _resumed(self, _code, _offset):
        if system.gettrace() is None:
            self.look(system.current_frame().f_back)

    def _left(self, _code, _offset, _value):
        if system.gettrace() is None:
            self.look(system.current_frame().f_back.f_back)

    def look(self, frame):
        """This frame of the current thread runs, or None as it ends."""
        thread = self._engine.here()
        look = self._looks.get(thread)
        if look is None or frame is None:
            return
        if not self._run(_FAILING, look, frame, otherwise=True):
            self._run(_FAILING, thread.meet, frame)
        else:
            if self._looks.get(thread) is look:
                del self._looks[thread]
            if not self._looks:
                self._tool.as_usual()


def watcher(engine, tool):
    """What this interpreter needs; tool: a monitoring.Tool from 3.12 on."""
    return ByMonitoring(engine, tool) if versions.HAS_MONITORING else ByProfile(engine)


def until_untraced(codes, see_again):
    """Look for the moment when no other tracer has the thread, or is about to touch its frames.

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
    """Whether code reads and sets `f_trace` by itself.

    With its backend `monitoring` (3.14+) bdb calls the `f_trace` of frames with no trace function set.
    """
    if _tool_of_bdb() == 'bdbtracer':
        return True
    while frame is not None and not codes.learn(frame).touches:
        frame = frame.f_back
    return frame is not None


if versions.BDB_MAY_MONITOR:
    _tool_of_bdb = partial(sys.monitoring.get_tool, sys.monitoring.DEBUGGER_ID)
else:
    _tool_of_bdb = str  # none: there is no such backend
