"""What `threading` has to itself, and `sys` for it."""

import sys

from _leadline.internals import differs

_FUNCTION = type(lambda: None)
_attribute = object.__getattribute__
_NAMES = 'threads may be named Thread'
SET_EVERYWHERE = '_settraceallthreads'  # of `sys`: what threading.settrace_all_threads() of 3.12 is made of
set_everywhere = getattr(sys, SET_EVERYWHERE, None)


def complete():
    """The module `threading` if it is loaded, and its import is through; or None."""
    module = sys.modules.get('threading')
    spec = getattr(module, '__spec__', None)
    return None if getattr(spec, '_initializing', False) else module


def bootstrap():
    """The code object of the method that a thread of `threading` begins with; None if there is none yet."""
    found = getattr(getattr(sys.modules.get('threading'), 'Thread', None), '_bootstrap', None)
    return found.__code__ if type(found) is _FUNCTION else None


def check(starters, met):
    """Report what is different, once `threading` is complete; whether it is.

    starters: functions that start a thread. met: whether its threads are known by their bootstrap.
    """
    module = complete()
    if module is None:
        return False
    if not met and not any(found is one for found in vars(module).values() for one in starters):
        differs('threading._start_new_thread', 'threads are not recorded')
    if '_trace_hook' not in vars(module):
        differs('threading._trace_hook', 'threads that begin while the program traces may be missing')
    if bootstrap() is None:
        differs('threading.Thread._bootstrap', _NAMES)
    _active_threads(module)
    return True


def _active_threads(module):
    """Threads by their identifiers."""
    active = getattr(module, '_active', None)
    if type(active) is dict:
        return active
    if module is not None and module is complete():
        differs('threading._active', _NAMES)
    return {}


def name_of_running(ident, default='Thread'):
    """The name that `threading` has for a thread, without running code of a subclass.

    ident: the key of the thread; gevent's threads have the id of their greenlet.
    """
    thread = _active_threads(sys.modules.get('threading')).get(ident)
    return default if thread is None else name_of(thread)


def name_of(thread):
    try:
        name = _attribute(thread, '__dict__')['_name']
    except (AttributeError, LookupError):
        differs('threading.Thread._name', _NAMES)
        return 'Thread'
    return name if type(name) is str else 'Thread'


def hook(name):
    """What `threading` sets for each new thread: `_trace_hook` or `_profile_hook`; None for nothing."""
    return getattr(sys.modules.get('threading'), name, None)


def change_hook(name, old, new):
    """Put a function there where another, or None, is there."""
    names = vars(sys.modules.get('threading', sys))
    if names.get(name, names) is old:
        names[name] = new
    elif name not in names and complete() is not None:
        differs('threading.' + name, 'threads are not recorded')


def trace_running(arrive):
    """Have threads that run already begin with this trace function; CPython 3.12+."""
    if not hasattr(sys, 'monitoring') or len(sys._current_frames()) < 2:
        return
    try:
        set_everywhere(arrive)
    except Exception:
        differs('sys.' + SET_EVERYWHERE, 'threads that ran before are not recorded')
