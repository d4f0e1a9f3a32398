"""Python functions that stand for builtin ones of `posix`, and of `os`, which copies its names."""

import sys

from _leadline import system

_names = dict.get
_placed = []  # (module, name, real, stand-in), in the order in which they came


def replace(name, make, builtin=system.calls, copy='os'):
    """Have make(real) stand for a function of the operating system, where there is one.

    copy: name of the module that has the builtin module's functions, too.
    """
    real = getattr(builtin, name, None)
    if real is None:
        return
    stand_in = make(real)
    stand_in.__name__ = stand_in.__qualname__ = name
    stand_in.__module__, stand_in.__doc__ = real.__module__, real.__doc__
    for module in (builtin, sys.modules.get(copy)):
        if module is not None and _names(vars(module), name) is real:
            setattr(module, name, stand_in)
            _placed.append((module, name, real, stand_in))


def give_back():
    """Put the builtin functions back: a tracer of the program is to see no frame of ours."""
    for module, name, real, stand_in in reversed(_placed):
        if _names(vars(module), name) is stand_in:
            setattr(module, name, real)


def place_again():
    """The other way round, when that tracer is gone."""
    for module, name, real, stand_in in _placed:
        if _names(vars(module), name) is real:
            setattr(module, name, stand_in)
