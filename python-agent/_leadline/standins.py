"""Python functions that stand for builtin ones of `posix`, and of `os`, which copies its names."""

import sys

from _leadline import system

__builtins__ = dict(__builtins__)  # the program may change those that all others use

_names = dict.get


def replace(name, make):
    """Have make(real) stand for a function of the operating system, where there is one."""
    real = getattr(system.calls, name, None)
    if real is None:
        return
    stand_in = make(real)
    stand_in.__name__ = stand_in.__qualname__ = name
    stand_in.__module__, stand_in.__doc__ = real.__module__, real.__doc__
    for module in (system.calls, sys.modules.get('os')):
        if module is not None and _names(vars(module), name) is real:
            setattr(module, name, stand_in)
