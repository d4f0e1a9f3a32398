"""The trace functions in C (native/recorder.c), where this interpreter can load them.

The module is in no table of `sys`. Where it cannot be loaded, the trace functions in Python record the same.
build.py writes the library and the digest of it that is checked here.
"""

import sys

from _leadline import system, versions

_NAME = '_leadline_native'
_NOEXEC = 8  # ST_NOEXEC, a flag of a file system
FUNCTION = type(lambda: None)

Trace = Local = Values = join_batch = None  # of the module: three classes, and a function
IdTable = dict  # and a class that serves as one from ids
LOCALS = (FUNCTION,)  # the types of local trace functions
has_fast_locals = False  # whether it can read the variables of functions that have no cells where frames have them


def load(directory):
    """Load the module, where it fits this interpreter; why it cannot be loaded, or None. directory: of the agent."""
    global Trace, Local, Values, IdTable, LOCALS, join_batch, has_fast_locals
    platform = '%s-%s' % (sys.platform, system.machine())
    library = '%s/native/%s' % (directory, platform)
    reason = _misfit() or _damage(library, platform)
    if reason is not None:
        return reason
    try:
        module = _module(library + '.so')
    except (ImportError, OSError) as fault:
        if system.calls.statvfs(library + '.so').f_flag & _NOEXEC:
            return 'the file system of %s runs no code (noexec)' % directory
        return 'it cannot be loaded: %s' % fault
    Trace, Local, Values, IdTable = module.Trace, module.Local, module.Values, module.IdTable
    LOCALS = (FUNCTION, Local)
    join_batch = module.join_batch
    has_fast_locals = _find_fast_locals(module, object(), object())
    return None


def in_python(local):
    """The function that does the same in Python: weak references to it can be made on every version."""
    return local.python if type(local) is Local else local


def _find_fast_locals(module, first, second):
    frame = system.current_frame()
    return module.find_fast_locals(
        frame, (module, first, second), frame.__sizeof__(), versions.FRAMES_POINT_TO_VARIABLES)


def _misfit():
    """Why the module cannot know the layout of this interpreter's objects, or None."""
    if sys.platform != 'linux':
        return 'it exists for Linux alone'
    if 't' in sys.abiflags:
        return 'this Python is a free-threaded build'
    if 'd' in sys.abiflags:
        return 'this Python is a debug build'
    if not versions.NATIVE_KNOWS_IT:
        return 'it is made for CPython 3.6 to 3.15'
    if getattr(sys.implementation, '_multiarch', '').endswith('-musl'):
        return 'this Python is built with musl'
    return None


def _damage(library, platform):
    """Why the library is not what was built, or None."""
    try:
        content, digest = system.read_file(library + '.so'), system.read_file(library + '.blake2')
    except OSError:
        return 'this build of Leadline has none for ' + platform
    try:
        from _blake2 import blake2b  # hashlib would load OpenSSL
    except ImportError:
        return 'this Python has no _blake2, by which its digest is checked'
    if blake2b(content).hexdigest() != digest.decode('ascii', 'replace').strip():
        return '%s.so has another digest than was built' % library
    return None


def _module(path):
    import _imp  # with no spec of importlib, no finder is asked
    module = _imp.create_dynamic(_Spec(path))
    _imp.exec_dynamic(module)
    return module


class _Spec:
    name = _NAME

    def __init__(self, path):
        self.origin = path
