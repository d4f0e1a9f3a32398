"""Where the engine `observe` gets calls from: a profile function, or `sys.monitoring` from 3.12 on."""

import sys

from _thread import get_ident

from _leadline import system, versions
from _leadline.engines import monitoring
from _leadline.internals import threads as parts

_ENABLE = 'enable'  # of _lsprof.Profiler, which cProfile is made of


def source(engine):
    """What this interpreter has."""
    return ByMonitoring(engine) if versions.HAS_MONITORING else ByProfile(engine)


class ByMonitoring:
    """A tool beside all others, for all threads; what is not the user's is reported once."""

    def __init__(self, engine):
        self._engine = engine
        self._tool = monitoring.Tool()

    def start(self, _thread):
        events, tool = self._tool.events, self._tool
        tool.start()
        started, thrown = self._callbacks()
        tool.always({events.PY_START: started, events.PY_RESUME: started, events.PY_THROW: thrown})
        return tool.is_there()

    def _callbacks(self):
        engine, current_frame = self._engine, system.current_frame
        find, learn = engine.codes.find, engine.learn
        called, here, local = engine.called, engine.here, engine.local
        disable = sys.monitoring.DISABLE

        def started(code, _offset):
            known = find(id(code))
            if known is None:
                known = learn(current_frame(1))
                if known is None:
                    return None
            if not (known.kept or known.base):
                return disable
            called(getattr(local, 'thread', None) or here(), current_frame(1), known)

        def thrown(code, _offset, _exception):
            known = find(id(code)) or learn(current_frame(1))
            if known is not None and (known.kept or known.base):  # it cannot be disabled
                called(here(), current_frame(1), known)

        return started, thrown

    def listens(self, _thread):
        return self._tool.is_there()

    def stop(self):
        self._tool.stop()


class ByProfile:
    """The profile function of each thread; of a new one by `threading`, where the place is free.

    Where other code takes the place, a trace function is set, if there is none: it asks for no more
    than calls.
    """

    def __init__(self, engine):
        self._engine = engine

    def start(self, thread):
        system.setprofile(self._functions(thread)[0])
        return True

    def _functions(self, thread):
        engine = self._engine
        find, called, setprofile = engine.codes.find, engine.called, system.setprofile

        def profile(frame, event, arg):
            if event == 'call':
                known = find(id(frame.f_code))
                if known is None:
                    known = self._learn(thread, frame)
                    if known is None:
                        return
                if known.kept or known.base:
                    called(thread, frame, known)
            elif event == 'c_call' and (arg is setprofile or arg.__name__ == _ENABLE):
                self._give_way(thread, arg)

        def trace(frame, event, arg):
            profile(frame, 'call', None)

        thread.observed_by(profile, trace)
        return thread.functions

    def _learn(self, thread, frame):
        """A code object is new: so threads are hooked before the first of them starts."""
        if _is_about_to_take_the_place(frame.f_code) and system.gettrace() is None:
            system.setprofile(None)
            system.settrace(thread.functions[1])
        parts.change_hook('_profile_hook', None, self._arrive)
        return self._engine.learn(frame)

    def _arrive(self, frame, event, arg):
        """The first event of a new thread."""
        if self._engine.stopped:
            system.setprofile(None)
            return
        thread = self._engine.enter(parts.name_of_running(get_ident()))
        profile, _trace = self._functions(thread)
        system.setprofile(profile)
        profile(frame, event, arg)

    def _give_way(self, thread, taker):
        if self._engine.stopped or not _takes_the_place(taker):
            return
        if system.gettrace() is None:
            system.settrace(thread.functions[1])
        elif system.gettrace() is not thread.functions[1]:
            self._engine.gave_way(thread)

    def listens(self, thread):
        return (system.getprofile() is thread.functions[0]
                or thread.functions[1] in (system.gettrace(), self._engine.tracer))

    def stop(self):
        functions = self._engine.here().functions
        if system.getprofile() is functions[0]:
            system.setprofile(None)
        if system.gettrace() is functions[1]:
            system.settrace(None)


def _is_about_to_take_the_place(code):
    """Whether it seems to set a profile function of Python's, but no trace function.

    Such a one would receive the end of the call that sets it, since ours received its beginning.
    """
    return 'setprofile' in code.co_names and 'settrace' not in code.co_names


def _takes_the_place(function):
    """Whether this builtin sets the profile function, as `_lsprof.Profiler.enable` does."""
    classes = type(function.__self__).__mro__
    return function is system.setprofile or any(one.__module__ == '_lsprof' for one in classes)
