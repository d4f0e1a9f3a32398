"""Something is called last of all, when the interpreter has taken the program's modules apart."""

import sys

from _weakref import ref

__builtins__ = dict(__builtins__)  # the program may change those that all others use

_NAME = '_leadline_last'


class _Last:
    """Stands in the module `sys`, which CPython clears behind all others but `builtins`."""


def call_last(function):
    """Have a function called then; it cannot import, and finds all modules empty.

    What is returned must be kept until then, by something that outlives the modules.
    """
    last = _Last()
    setattr(sys, _NAME, last)
    return ref(last, lambda _gone: function())
