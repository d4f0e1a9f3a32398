"""Variables are read with no effect that the program could see, where `f_locals` has effects.

On CPython 3.11 and 3.12 `f_locals` of a function is a snapshot in a dict that the frame keeps. Where a trace
function reads it, CPython writes it back into the variables when that function is through (gh-74929), and
the dict keeps the values alive. The builtin `locals()` fills the same dict, and nothing is written back. It serves
the frame that runs, and C code has none: so C code calls it in the place of the traced frame, and the dict is
emptied before the program goes on.

A dict that is not empty then, or that has another owner, is the program's: it called `locals()`, `vars()`,
`dir()` or `exec()` there, or something read the frame's `f_locals`. From then on that frame is not read.
"""

import sys
from _functools import partial
from itertools import repeat, starmap

_OWN = 4  # references to the dict: the frame's, ours, and two of the function that counts them
_FUNCTION = 0x1  # CO_OPTIMIZED: not the body of a class or module, whose dict is no snapshot
_count = getattr(sys, 'getrefcount', None)


class Reading:
    """Stands in `f_trace` of one frame. local: the trace function of the frame's place."""

    def __init__(self, local, shown, is_function):
        self.local = local
        self.stack = local.stack  # as of the function
        self.shown = shown
        self.is_function = is_function
        self.begun = False
        self.readable = True
        self.namespace = None  # the snapshot's dict of a function

    def placed(self, local, shown):
        """For the same frame at another place, on the stack of this or another thread."""
        moved = Reading(local, shown, self.is_function)
        moved.begun, moved.readable, moved.namespace = self.begun, self.readable, self.namespace
        return moved

    @property
    def __call__(self):
        """What CPython calls with the frame, the event and its argument."""
        try:
            namespace = self.namespace
            if namespace is not None and (namespace or _count(namespace) != _OWN):
                self.readable, self.namespace = False, None
                self.shown.unreadable(sys._getframe(1))
            return _with_variables if self.readable else self.local
        except RecursionError:
            raise
        except BaseException as fault:
            if not self.shown.is_noted(fault):
                raise
            return self.local


def _read(namespace, frame, event, arg):
    """One event of a frame, with a dict of its variables."""
    reading = frame.f_trace
    shown = reading.shown
    try:
        shown.read_from(namespace)
        if reading.is_function:
            reading.namespace = namespace
        if not reading.begun:
            reading.begun = True
            _begin(shown, frame)
        reading.local(frame, event, arg)
    finally:
        shown.read_from(None)
        if reading.is_function:
            namespace.clear()


def _begin(shown, frame):
    try:
        shown.begins(frame)
    except RecursionError:
        raise
    except BaseException as fault:
        if not shown.is_noted(fault):
            raise


class _WithVariables:
    """Calls _read with `locals()` of the frame that runs, in C alone, and with what it is called with."""
    __call__ = property(partial(next, map(partial, repeat(_read), starmap(locals, repeat(())))))


_with_variables = _WithVariables()


def attach(frame, local, shown, begins):
    """What is to be in `f_trace` for a trace function of ours. begins: nothing of the frame's code has run."""
    code = frame.f_code
    if type(frame.f_trace) is Reading:
        return frame.f_trace.placed(local, shown)
    if not code.co_flags & _FUNCTION:
        # where cells are empty, CPython deletes their names from a namespace that may be of the program's class
        if not code.co_cellvars:
            return Reading(local, shown, False)
    elif begins:
        frame.f_trace_lines = True  # the first event is for Shown.begins()
        return Reading(local, shown, True)
    shown.unreadable(frame)
    return local
