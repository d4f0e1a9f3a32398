"""Every thread that the program starts is recorded from its first call on.

A new thread sets the trace function and then calls what it was started for. C code calls both, so
that no frame of ours is below, and `threading.settrace` is left to the program.
"""

import sys

import _functools
import _thread
from _weakref import ref

from _leadline import system
from _leadline.internals import threads as parts

_STARTERS = 'start_new_thread', 'start_new', 'start_joinable_thread'
_FAILING = 'a thread could not be recorded'
_partial = _functools.partial
_partial_call = _functools.partial.__call__
_METHOD = type((lambda self: None).__get__(0))


class Alive:
    """Lives as long as its thread: it is in a thread-local variable."""


class _Departure(ref):
    """Knows the number of the stack that it stands for."""
    number = None

    def stands_for(self, number):
        self.number = number


def departure(alive, number, departed):
    """A reference that puts itself into a list when a stack is gone; C code alone may run then.

    alive: an object that lives as long as the stack: an Alive, or a greenlet.
    """
    reference = _Departure(alive, departed.append)
    reference.stands_for(number)
    return reference


class Starters:
    """Stands for the functions of `_thread` that start threads, where the program may see it.

    From 3.12 on a tool of `sys.monitoring` meets the threads of `threading` where they begin, and
    the program does not see it; a caller of `_thread` comes through stand-ins, and before 3.12 all do.

    arrival: makes the first trace function of a thread with a name. tool: a monitoring.Tool or None.
    faults: an own_faults.Faults.
    """

    def __init__(self, arrival, tool, faults):
        self._arrival = arrival
        self._faults = faults
        self._active = False
        self._tool = tool
        self._met = tool is None  # whether `threading` is as it should be; before 3.12 nothing is to do
        self._checked = False  # whether `threading` is the one that is known
        self._hook = arrival(None)  # for `threading`, while its starters are CPython's own
        self._real = {name: getattr(_thread, name) for name in _STARTERS if hasattr(_thread, name)}
        self._names = {name: self._make(real) for name, real in self._real.items()}

    def install(self):
        self._active = True
        self.stand_in()
        self.meet()

    def meet(self):
        """Called where `threading` runs for the first time: its threads are met from now on."""
        if not self._checked:
            starters = [*self._real.values(), *self._names.values()]
            self._checked = parts.check(starters, self._tool is not None and self._met)
        bootstrap = parts.bootstrap()
        if self._met or bootstrap is None:
            return
        self._met = True
        if self._tool.is_there():
            self._put_into_threading(self._names, self._real)
            self._tool.locally(
                bootstrap, self._tool.events.PY_START, self._begins)
        else:
            self._tool = None

    def _begins(self, _code, _offset):
        """A thread of `threading` runs its first instruction; this is the thread."""
        if self._active and system.gettrace() is None:
            self._faults.run(_FAILING, self._meet_thread, system.current_frame().f_back)

    def _meet_thread(self, frame):
        system.settrace(self._arrival(parts.name_of(frame.f_locals.get('self'))))

    def remove(self):
        self._active = False
        self._put(self._names, self._real)
        self._change_hook(self._hook, None)

    def stand_in(self):
        self._put(self._real, self._names)
        self._change_hook(self._hook, None)

    def give_back(self):
        """Not to be seen: a tracer of the program would see the stand-ins."""
        self._put(self._names, self._real)
        if self._tool is None:
            self._change_hook(None, self._hook)

    @staticmethod
    def _change_hook(old, new):
        parts.change_hook('_trace_hook', old, new)

    def begin_traced(self):
        """Whether threads are about to begin with a trace function of the program's."""
        hook = parts.hook('_trace_hook')
        return hook is not None and hook is not self._hook

    def _put(self, old, new):
        """In `_thread`, and in a `threading` that has taken them already, if that is not met."""
        for name in new:
            if vars(_thread).get(name) is old[name]:
                setattr(_thread, name, new[name])
        if self._tool is None or not self._met:
            self._put_into_threading(old, new)

    @staticmethod
    def _put_into_threading(old, new):
        threading = vars(sys.modules.get('threading', _thread))
        place = {id(old[name]): new[name] for name in new}
        for name, found in list(threading.items()):
            if id(found) in place:
                threading[name] = place[id(found)]

    def _make(self, real):
        run = self._faults.run

        def start_new_thread(*given):
            return real(*run(_FAILING, self._recorded, given, otherwise=given))

        def start_joinable_thread(*given, **named):
            return real(*run(_FAILING, self._recorded_joinable, given, otherwise=given), **named)

        joinable = real.__name__ == start_joinable_thread.__name__
        start = start_joinable_thread if joinable else start_new_thread
        start.__qualname__ = start.__name__
        start.__module__, start.__doc__ = '_thread', real.__doc__
        return start

    def _recorded(self, given):
        """The arguments with which a thread begins that is recorded."""
        kinds = [type(argument) for argument in given[1:]]
        if kinds not in ([tuple], [tuple, dict]) or not callable(given[0]):
            return given  # CPython says best what is wrong with them
        function, args, named = given + ({},) * (3 - len(given))
        return _traced(function, args, named, self._arrival(_name_for(function))), ()

    def _recorded_joinable(self, given):
        if not given or not callable(given[0]):
            return given
        return (_traced(given[0], (), {}, self._arrival(_name_for(given[0]))),) + given[1:]


def _name_for(function):
    """The name of the threading.Thread that the method belongs to."""
    if type(function) is _METHOD and function.__name__ == '_bootstrap':
        return parts.name_of(function.__self__)
    return 'Thread'


class _Started(_partial):
    """What a thread calls; where an exception leaves it, CPython shows it by its repr.

    One class for all: an own one would keep the function alive until the next garbage collection.
    """

    def __repr__(self):
        return repr(self.function)


def _traced(function, args, named, trace):
    """What a thread calls to trace, and then to run a function."""
    steps = map(_partial_call, (_partial(system.settrace, trace), _partial(function, *args, **named)))
    started = _Started(list, steps)
    started.function = function
    return started
