"""Names and values of a frame's arguments and local variables."""

import sys
from itertools import islice

from _leadline.values.classes import exact, is_str
from _leadline.versions import READING_CELLS_CRASHES

_OPTIMIZED = 0x1  # CO_OPTIMIZED: a function, whose variables have places of their own
_VARARGS, _VARKEYWORDS = 0x4, 0x8
_dict_get, _dict_items, _dict_length = dict.get, dict.items, dict.__len__
_DICT = 1 << 29  # Py_TPFLAGS_DICT_SUBCLASS
_flags = type.__dict__['__flags__'].__get__
_PROXY = type((lambda: sys._getframe().f_locals)())  # dict before 3.13
_PUTS_ASIDE = 86  # LOAD_FAST_AND_CLEAR of 3.13
_MISSING = object()
MOST = 100  # variables of one frame
_MOST_LOOKED_AT = 300  # of a module


def arguments(frame, values=None):
    """[(name, value)] in the order of the parameters; `*` and `**` stand before their names.

    values: of all the frame's variables, where they are not to be read from it.
    """
    shown = argument_names(frame.f_code)
    if not shown:
        return []  # of a class body or module, too, which is not to be asked for its names
    values = frame.f_locals if values is None else values
    pairs = [(label, _value(values, name)) for label, name in shown]
    return [pair for pair in pairs if pair[1] is not _MISSING]


def argument_names(code):
    """[(label, name)] in the order of the parameters; the label has the stars."""
    names = code.co_varnames
    last = code.co_argcount + code.co_kwonlyargcount
    shown = [(name, name) for name in names[:last]]
    for flag, stars in ((_VARARGS, '*'), (_VARKEYWORDS, '**')):
        if code.co_flags & flag:
            shown.append((stars + names[last], names[last]))
            last += 1
    return shown


def names_of(code):
    """The names of a function's variables that are shown; None of others, or where they are too many."""
    return _shown_names(code) if code.co_flags & _OPTIMIZED and not _has_many(code) else None


def _has_many(code):
    return len(code.co_varnames) + len(code.co_cellvars) + len(code.co_freevars) > MOST


def _shown_names(code):
    names = code.co_varnames + code.co_cellvars + code.co_freevars
    if READING_CELLS_CRASHES and _PUTS_ASIDE in code.co_code[::2]:
        names = [name for name in code.co_varnames if name not in code.co_cellvars]
    return [name for name in dict.fromkeys(names) if _is_shown(name)]


def variables(frame, values=None):
    """(name -> value, number of all) of a function, or of a class body's or module's names.

    Where the function has names_of(), the dict may have more than these. values: as of arguments().
    """
    if values is None:
        values = frame.f_locals
    code = frame.f_code
    if not code.co_flags & _OPTIMIZED:
        if type(values) is _PROXY is not dict:  # within a comprehension
            values = frame.f_globals if code.co_name == '<module>' else {}
        return _namespace(values)
    if type(values) is not dict and not READING_CELLS_CRASHES:
        values = dict(values.items())
    if type(values) is dict and not _has_many(code):
        return values, len(values)
    pairs = [(name, _value(values, name)) for name in _shown_names(code)]
    pairs = [pair for pair in pairs if pair[1] is not _MISSING]
    return dict(pairs[:MOST]), len(pairs)


def _namespace(values):
    """A class body's may be a mapping of the program's own, which is left alone."""
    if not _flags(type(values)) & _DICT:
        return {}, 0
    looked_at = list(islice(_dict_items(values), _MOST_LOOKED_AT))
    pairs = [(exact(name), value) for name, value in looked_at
             if is_str(name) and _is_shown(exact(name))]
    length = _dict_length(values)
    return dict(pairs[:MOST]), len(pairs) if length <= _MOST_LOOKED_AT else length


def _is_shown(name):
    """Not the interpreter's own: `__name__`, the `.0` of a comprehension."""
    return name[:1] != '.' and not (name[:2] == '__' == name[-2:])


def _value(values, name):
    if type(values) is dict:
        return _dict_get(values, name, _MISSING)
    try:
        return values[name]
    except KeyError:  # not set
        return _MISSING
