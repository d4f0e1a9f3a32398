"""Modules that mypyc or Cython compiled: their functions have no frames, and CPython reports no events of them."""

import sys

from _leadline import system
from _leadline.values.classes import bounded

_MODULE = type(sys)
_SHARED = '.so', '.pyd'  # endings of shared libraries
_MOST = 5  # packages that are named
_LONGEST = 60  # characters of a name


def sentence(is_recorded):
    """What a trace with no events says of such packages; None where none is loaded.

    is_recorded: whether the code of a file, by its name, is in the recording's scope.
    """
    found = {}
    is_by_mypyc = any(type(name) is str and name.endswith('__mypyc') for name in list(sys.modules))
    for name, module in list(sys.modules.items()):
        file = _extension_file(module)
        if type(name) is str and file is not None and is_recorded(file):
            compiler = _compiler(module, file, is_by_mypyc)
            if compiler is not None:
                found.setdefault(compiler, {})[name.partition('.')[0]] = None
    parts = ['%s by %s' % (_listed(list(found[compiler])), compiler) for compiler in sorted(found)]
    if not parts:
        return None
    return 'compiled: %s; functions of compiled modules have no frames, and no events' % ', '.join(parts)


def _extension_file(module):
    """The file of a module that was loaded from a shared library, else None."""
    if type(module) is not _MODULE:
        return None
    file = module.__dict__.get('__file__')
    return file if type(file) is str and file.endswith(_SHARED) else None


def _compiler(module, file, is_by_mypyc):
    """`Cython`, `mypyc`, or None for what was written in C."""
    if '__test__' in module.__dict__ and 'cython_runtime' in sys.modules:
        return 'Cython'
    directory, separator, name = file.rpartition(system.SEPARATOR)
    source = directory + separator + name.partition('.')[0] + '.py'
    if is_by_mypyc and _exists(source):  # packages that mypyc compiled hold the source, too
        return 'mypyc'
    return None


def _exists(file):
    try:
        system.calls.stat(file)
        return True
    except (OSError, ValueError):
        return False


def _listed(names):
    shown = ', '.join(bounded(name, _LONGEST) for name in names[:_MOST])
    return shown if len(names) <= _MOST else '%s and %d more' % (shown, len(names) - _MOST)
