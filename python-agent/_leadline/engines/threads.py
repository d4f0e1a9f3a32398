"""Every thread that the program starts is recorded from its first call on."""

import sys

import _collections
import _functools
import _thread

from _leadline import system

__builtins__ = dict(__builtins__)  # the program may change those that all others use

_METHOD = type((lambda self: None).__get__(0))
_partial = _functools.partial
_names = dict.get


def hook(module_globals, arrive):
    """Have `threading`, whose globals these may be, begin its threads with this trace function.

    It is what `threading.settrace` sets; the module may still be on its way.
    """
    if (_names(module_globals, '__name__') == 'threading'
            and module_globals.get('_trace_hook', arrive) is None):
        module_globals['_trace_hook'] = arrive


def unhook(arrive):
    """Let threads begin without a trace function again."""
    threading = sys.modules.get('threading')
    if threading is not None and getattr(threading, '_trace_hook', None) is arrive:
        threading._trace_hook = None


def hook_loaded(arrive):
    """The same for a `threading` that is there already, and for threads that run (3.12+)."""
    threading = sys.modules.get('threading')
    if threading is not None:
        hook(vars(threading), arrive)
    settrace_all = getattr(sys, '_settraceallthreads', None)
    if settrace_all is not None and len(sys._current_frames()) > 1:
        settrace_all(arrive)


def name_of(ident):
    """The name that `threading` has for a thread, without running code of a subclass."""
    active = getattr(sys.modules.get('threading'), '_active', {})
    thread = active.get(ident)
    if thread is None:
        return 'Thread'
    name = object.__getattribute__(thread, '__dict__').get('_name')
    return name if type(name) is str else 'Thread'


class RawThreads:
    """Stands for `_thread.start_new_thread`, which has no hook of its own.

    The new thread sets the trace function and then calls what it was started for; both are called
    by C code, so that no frame of ours is beneath. Threads of `threading` bring their hook.
    """

    def __init__(self, arrive):
        self._arrive = arrive
        self._real = _thread.start_new_thread
        self._stand_in = self._make()

    def install(self):
        _thread.start_new_thread = _thread.start_new = self._stand_in

    def remove(self):
        _thread.start_new_thread = _thread.start_new = self._real

    def _make(self):
        real, arrive = self._real, self._arrive

        def start_new_thread(function, args, *kwargs):
            of_threading = type(function) is _METHOD and function.__name__ == '_bootstrap'
            if not of_threading and callable(function) and type(args) is tuple:
                return real(_traced(function, args, kwargs, arrive), (), *kwargs[1:])
            return real(function, args, *kwargs)

        start_new_thread.__module__, start_new_thread.__doc__ = '_thread', real.__doc__
        start_new_thread.__qualname__ = 'start_new_thread'
        return start_new_thread


def _traced(function, args, kwargs, arrive):
    named = kwargs[0] if kwargs and type(kwargs[0]) is dict else {}
    steps = map(_partial.__call__,
                (_partial(system.settrace, arrive), _partial(function, *args, **named)))
    begin = _partial(_collections.deque, steps, 0)
    # CPython shows the callable where an exception leaves it
    names = {'__call__': staticmethod(begin), '__repr__': staticmethod(_partial(repr, function))}
    return type('Started', (), names)()
