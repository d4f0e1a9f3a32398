"""The trace functions in C (native/recorder.c), where this interpreter can load them.

The module is in no table of `sys`. Where it cannot be loaded, the trace functions in Python record the same.
"""

import sys

from _leadline import system

_NAME = '_leadline_native'
FUNCTION = type(lambda: None)

Trace = Local = Values = join_batch = None  # of the module: three classes, and a function
LOCALS = (FUNCTION,)  # the types of local trace functions


def load(directory):
    """Load the module, where it fits this interpreter. directory: of the agent."""
    global Trace, Local, Values, LOCALS, join_batch
    if not _fits():
        return
    try:
        module = _module('%s/native/%s-%s.so' % (directory, sys.platform, system.machine()))
    except (ImportError, OSError):
        return  # not built, of another libc, or on a file system that runs nothing
    Trace, Local, Values = module.Trace, module.Local, module.Values
    LOCALS = (FUNCTION, Local)
    join_batch = module.join_batch


def in_python(local):
    """The function that does the same in Python: weak references to it can be made on every version."""
    return local.python if type(local) is Local else local


def _fits():
    """Whether objects have the layout that the module knows: a debug build (d) or one with no GIL (t) has its own."""
    return sys.platform == 'linux' and not set('dt') & set(sys.abiflags)


def _module(path):
    import _imp  # with no spec of importlib, no finder is asked
    module = _imp.create_dynamic(_Spec(path))
    _imp.exec_dynamic(module)
    return module


class _Spec:
    name = _NAME

    def __init__(self, path):
        self.origin = path
