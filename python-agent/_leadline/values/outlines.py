"""What the texts of a class's instances show: what native/instances.c has to know to write, or to compare, them."""

from _leadline.values.classes import NOTHING, class_name, made_by_python, members, mro
from _leadline.values.containers import CONTAINERS, PARTS_OF, ROWS
from _leadline.values.exceptions import read_by_text
from _leadline.values.known import COUNTED, LASTING, PATH_SLOTS, PATHS, is_but_a_name, is_pattern
from _leadline.values.leaves import LEAVES, WHOLE
from _leadline.values.shapes import is_simple, shape_of
from _leadline.values.writer import MOST_BASES, fields_of, is_enum

_MOST_SLOTS = 30  # of a class that C reads
# As in native/values.h.
(SHOWS_DICT, SHOWS_STR, SHOWS_LIST, SHOWS_TUPLE, SHOWS_ITEMS, SHOWS_NAME, SHOWS_PATTERN, SHOWS_SLOTS, SHOWS_FIELDS,
 SHOWS_MEMBER, SHOWS_ROW, SHOWS_REPR, SHOWS_KEPT, SHOWS_PARTS, SHOWS_LEAF, SHOWS_ELSE) = range(1, 17)
# also of a class that is derived from one of these
_BUILTIN = {str: SHOWS_STR, list: SHOWS_LIST, tuple: SHOWS_TUPLE, dict: SHOWS_ITEMS}
_DICTS = 'collections.OrderedDict', 'collections.defaultdict'
_ELSE = SHOWS_ELSE, ()
_getset, _member = type(type.__dict__['__dict__']), type(slice.__dict__['start'])
_type_attribute = type.__getattribute__
_dict_offset = type.__dict__['__dictoffset__'].__get__
_weak_offset = type.__dict__['__weakrefoffset__'].__get__


def outline(cls):
    """(name of a class, what the text of an instance shows, parts, whether an instance has a dict).

    parts: the names of slots, fields, or of all that a text made in Python depends on, known.SIZE of its size; of a
    row, what stands before and behind it, and for an empty one.
    """
    name = class_name(cls)
    shows, parts = _shown(cls, name)
    return name, shows, parts, _dict_offset(cls) != 0


def _shown(cls, name):
    bases = mro(cls)
    if id(cls) in LEAVES:
        return SHOWS_LEAF, ()
    if id(cls) in ROWS:
        return SHOWS_ROW, ROWS[id(cls)]
    if id(cls) in PARTS_OF:
        return SHOWS_PARTS, PARTS_OF[id(cls)]
    if shape_of(cls) is not None:
        return SHOWS_DICT, ()
    if len(bases) > MOST_BASES:
        return _ELSE
    if _has(bases, BaseException):
        return _if_in_c(bases, read_by_text(cls))
    if not WHOLE.isdisjoint(map(id, bases)):
        return _ELSE
    return _of_program(cls, name, bases) if made_by_python(cls) else _in_c(cls, name)


def _has(bases, cls):
    """Whether it is among them; a metaclass may have an `==` of its own."""
    return id(cls) in map(id, bases)


def _found(bases, name):
    """What a lookup of an attribute finds in the class, and in which base."""
    for base in bases:
        own = members(base)
        if name in own:
            return own[name], base
    return None, None


def _if_in_c(bases, names):
    """Parts that getters in C read."""
    for name in names:
        getter, base = _found(bases, name)
        if not (type(getter) is _getset or type(getter) is _member) or made_by_python(base):
            return _ELSE
    return SHOWS_PARTS, names


def _in_c(cls, name):
    if name in LASTING and not _weak_offset(cls):
        makes_repr, parts = LASTING[name]
        return SHOWS_REPR if makes_repr else SHOWS_KEPT, parts
    if is_pattern(cls):
        return SHOWS_PATTERN, ()
    if name == 'types.SimpleNamespace':
        return SHOWS_DICT, ()
    if name in _DICTS:
        return SHOWS_ITEMS, ()
    if name in COUNTED:
        return SHOWS_PARTS, COUNTED[name]
    return (SHOWS_NAME, ()) if is_but_a_name(cls, name) else _ELSE


def _of_program(cls, name, bases):
    if name in PATHS:
        return SHOWS_PARTS, tuple(part for part in PATH_SLOTS if type(_found(bases, part)[0]) is _member)
    names = fields_of(cls) if _has(bases, tuple) else None
    if names is not None:
        return SHOWS_FIELDS, names
    if is_enum(cls):
        return (SHOWS_MEMBER, ()) if _is_plain_enum(bases) else _ELSE
    for part, shows in _BUILTIN.items():
        if _has(bases, part):
            return (shows, ()) if is_simple(cls, part, _DICTS) else _ELSE
    slots = _slots(bases)
    return _ELSE if slots is None or not _shows_its_dict(cls, bases) else (SHOWS_SLOTS, slots)


def _shows_its_dict(cls, bases):
    getter, _base = _found(bases, '__dict__')
    return not _dict_offset(cls) if getter is None else type(getter) is _getset and getter.__name__ == '__dict__'


def _is_plain_enum(bases):
    for base in bases:
        own = members(base)
        if base is object or id(base) in LEAVES:
            continue
        if not own or not made_by_python(base) or '__slots__' in own:
            return False
    getter, _base = _found(bases, '__dict__')
    return type(getter) is _getset and getter.__name__ == '__dict__'


def _slots(bases):
    """The names of all slots, as attributes() has them; None where a lookup of one would find something else."""
    names = []
    for base in bases:
        own = members(base)
        if base is object:
            continue
        if not own or not made_by_python(base) or id(base) in CONTAINERS:
            return None
        slots = [slot for slot in own.values() if type(slot) is _member] if '__slots__' in own else []
        for slot in slots:
            if _found(bases, slot.__name__)[0] is not slot:
                return None
            names.append(slot.__name__)
    return tuple(names) if len(names) <= _MOST_SLOTS else None


def have_numbered(cls):
    """Have CPython give the state of a class its number, which it does at a lookup: of a name that no class has."""
    if not any(members(base) is NOTHING for base in mro(cls) + mro(type(cls))):
        try:
            _type_attribute(cls, '')
        except AttributeError:
            pass
