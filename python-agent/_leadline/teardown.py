"""Something is called last of all, when the interpreter has taken the program's modules apart."""

import sys

from _operator import methodcaller
from _weakref import ref

from _leadline import system

_NAME = '_leadline_last'


class _Last:
    """Stands in the module `sys`, which CPython clears behind all others but `builtins`."""


class _Silence(ref):
    """Its callback is C's alone: a tracer of the program would see one of ours, and fail by now."""

    settrace, setprofile = system.settrace, system.setprofile


def call_last(function):
    """Have a function called then; it cannot import, and finds all modules empty.

    What is returned must be kept until then, by something that outlives the modules.
    """
    last = _Last()
    setattr(sys, _NAME, last)
    return (  # the newest is called first
        ref(last, lambda _gone: function()),
        _Silence(last, methodcaller('settrace', None)),
        _Silence(last, methodcaller('setprofile', None)))
