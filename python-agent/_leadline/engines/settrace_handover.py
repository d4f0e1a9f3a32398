"""`sys.settrace` has one place a thread: the program's own tracer gets it when it asks for it.

CPython calls the trace function of the thread, and the `f_trace` of frames as long as there is one.
While ours is there and the program has set none, an `f_trace` of the program's must stay as silent
as in a plain run: it is kept in an attribute of the function that stands there instead.
"""

import sys
from _functools import partial

from _leadline import native, system
from _leadline.internals import threads as parts
from _leadline.patches import flush_signal, standins
from _leadline.engines import coverage
from _leadline.engines.watching import until_given_back, until_untraced

FUNCTION = native.FUNCTION
_FAILING = 'a tracer of the program could not be made way for'


def dormant(local, theirs, place):
    """A local trace function like this one that remembers what the program had in `f_trace`."""
    if type(local) is FUNCTION:
        copy = FUNCTION(local.__code__, local.__globals__, local.__name__, None, local.__closure__)
    else:
        copy = local.copy()
    copy.stack = local.stack
    copy.place = place
    copy.theirs = theirs
    return copy


def silent(theirs):
    """Stands in `f_trace` of a frame that is not recorded, instead of the program's function."""
    if is_silent(theirs):
        return theirs
    copy = FUNCTION(_nothing.__code__, {}, 'silent')
    copy.theirs = theirs
    return copy


def _nothing(frame, event, arg):
    return None


def is_silent(local):
    return type(local) is FUNCTION and local.__code__ is _nothing.__code__


def theirs_of(local):
    """What the program has in `f_trace` where this function of ours stands."""
    return getattr(local, 'theirs', None)


class Handover:
    """Stands for `sys.settrace` and `sys.gettrace` as long as the program has no tracer.

    While it has one, CPython's own are back in place, since its tracer would see a call of ours;
    watching.py waits for the moment when it is gone.
    """

    def __init__(self, engine):
        self._engine = engine
        self._installed = False
        self.given_to = set()  # Threads in which the program traces
        self._names = {'settrace': self._stand_in_for_settrace(),
                       'gettrace': self._stand_in_for_gettrace()}
        self._real = {'settrace': system.settrace, 'gettrace': system.gettrace}
        if parts.set_everywhere is not None:
            self._real[parts.SET_EVERYWHERE] = parts.set_everywhere
            self._names[parts.SET_EVERYWHERE] = self._stand_in_for_all(parts.set_everywhere)

    def install(self):
        self._installed = True
        self._put(self._names)

    def remove(self):
        self._installed = False
        if sys.settrace is self._names['settrace']:
            self._put(self._real)

    @staticmethod
    def _put(functions):
        for name in functions:
            setattr(sys, name, functions[name])

    def _stand_in_for_settrace(self):
        def settrace(function, *more):
            thread = None if more else self._engine.here()
            if thread is None or self._engine.stopped:
                return system.settrace(function, *more)
            if function is not None:
                frame = system.current_frame().f_back
                self._engine.faults.run(_FAILING, self._turn_blind, thread, function, frame)
                self._engine.faults.run(_FAILING, self._give, thread, self._until_given_back(thread, function))
                system.settrace(function)
        return _like(settrace, system.settrace)

    def _stand_in_for_gettrace(self):
        def gettrace(*none):
            if none or self._engine.faults.run(_FAILING, self._is_theirs):
                return system.gettrace(*none)
        return _like(gettrace, system.gettrace)

    def _stand_in_for_all(self, real):
        def _settraceallthreads(function, *more):
            if more or self._engine.stopped:
                real(function, *more)
            elif function is not None:
                self._engine.faults.run(_FAILING, self._give_all, function)
                real(function)
        return _like(_settraceallthreads, real)

    def _give_all(self, function):
        """The program's turn in all threads, which learn of its end when each goes on without a tracer."""
        frames = sys._current_frames()
        for thread in self._engine.mains():
            if thread not in self.given_to:
                self._turn_blind(thread, function, frames.get(thread.ident))
                self._give(thread, until_untraced(self._engine.codes, partial(self._take_back, thread)))

    def _is_theirs(self):
        """Whether this thread's trace function is the program's."""
        thread = self._engine.here()
        return thread is None or not thread.listening()

    def _turn_blind(self, thread, function, frame):
        reason = 'coverage' if coverage.owns(function) else 'program_tracer'
        if not thread.blind:
            try:
                thread.turn_blind(reason)
            finally:
                thread.let_go(frame)
        thread.is_blind_for(reason)

    def was_called(self, frame, everywhere):
        """This thread set a trace function, or one everywhere, while the program traces in another one: no stand-in was there."""
        if not self.given_to:
            return
        thread, function = self._engine.here(), system.gettrace()
        if everywhere and function is not None:
            self._give_all(function)
        if thread is None or self._engine.stopped or thread.blind or thread.listening():
            return
        self._turn_blind(thread, function, frame)
        if function is None:
            thread.see_again(frame)
        else:
            self._give(thread, self._until_given_back(thread, function))

    def _until_given_back(self, thread, function):
        return until_given_back(self._engine.codes, function, partial(self._take_back, thread))

    def _give(self, thread, look):
        """The program's turn, until a look says that it is through. After settrace() no Python function may be called: its
        tracer would see it.
        """
        self.given_to.add(thread)
        self._put(self._real)
        standins.give_back()
        if thread.number == 0:  # another may end with its tracer set, without a notice
            self._engine.starters.give_back()
            flush_signal.give_back()
        watching = self._engine.watching
        if watching.is_free(thread):
            watching.start(thread, look)

    def _take_back(self, thread, frame):
        self._end_turn(thread)
        if not self._engine.stopped:
            thread.see_again(frame)

    def _end_turn(self, thread):
        self.given_to.discard(thread)
        if self._engine.stopped:
            return
        if self._installed and not self.given_to:
            self._put(self._names)
            standins.place_again()
            self._engine.starters.stand_in()
        if thread.number == 0:
            flush_signal.listen_again()

    def gone(self, thread):
        """A thread has ended, perhaps with a tracer of the program's."""
        self._engine.watching.forget(thread)
        if thread in self.given_to:
            self._end_turn(thread)

    def begin_again(self, thread):
        """A forked child has this thread alone, or none that is known: the program traces there or nowhere."""
        for other in self.given_to.difference((thread,)):
            self.gone(other)


def _like(stand_in, real):
    stand_in.__module__, stand_in.__qualname__ = 'sys', stand_in.__name__
    stand_in.__doc__ = real.__doc__
    return stand_in
