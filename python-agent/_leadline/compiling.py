"""Compiles the program's text without the builtin `compile`.

That function makes the hundred classes of `ast` when it is called for the first time, which a plain
run does not need: a tenth of CPython's own start, half of it when they go. `exec` makes none of them,
and the first event of what it runs holds the code.
"""

import sys

import _imp
import _warnings

from _leadline import system

_NAME = '<string>'  # what `exec` calls what it runs
_RAISE = 'error', None, Warning, None, 0


class _Found(BaseException):
    """Ends what exec runs before its first instruction."""


def code_of(source, name):
    """The code object of a module's bytes; errors and warnings are those of `compile`."""
    code = None if system.gettrace() is not None else _quickly(source)
    if code is None:
        return compile(source, name, 'exec', 0, True)
    _imp._fix_co_filename(code, name)
    return code


def _quickly(source):
    """None where there is anything to be said of the source, since it would be of `<string>`."""
    found = []

    def trace(frame, _event, _arg):
        if frame.f_code.co_filename == _NAME:
            found.append(frame.f_code)
            raise _Found

    try:
        with _Strictly():
            system.settrace(trace)
            try:
                exec(source, {})
            finally:
                system.settrace(None)
    except (_Found, Exception):
        pass
    return found[0] if found else None


class _Strictly:
    """A warning is an error, meanwhile."""

    def __enter__(self):
        self._filters = sys.modules.get('warnings', _warnings).filters  # as C code looks for them
        self._filters.insert(0, _RAISE)
        _changed()

    def __exit__(self, *_fault):
        self._filters.remove(_RAISE)
        _changed()


def _changed():
    if hasattr(_warnings, '_filters_mutated'):  # before 3.14
        _warnings._filters_mutated()
        return
    _warnings._acquire_lock()
    try:
        _warnings._filters_mutated_lock_held()
    finally:
        _warnings._release_lock()
