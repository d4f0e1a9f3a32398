"""What the text of a value was made of: compared with the value, it says whether the text would be the same."""

from itertools import islice

from _leadline.values.attributes import attributes
from _leadline.values.classes import class_name, made_by_python, members, mro
from _leadline.values.containers import DEPTH, deque
from _leadline.values.known import PATHS, is_but_a_name, is_pattern
from _leadline.values.leaves import LEAVES, UNCUT, class_text
from _leadline.values.shapes import own_dict, shape_of
from _leadline.values.writer import MOST_BASES, field_names

_LONGEST = 200  # characters or bytes, or bits of an int: a longer value is not kept
_FEW = 10  # items of a tuple that is kept
# What tells the size of a value that cannot change; that of a number of fixed size is 0 or 1.
_SIZE_OF = {id(kind): size_of for kind, size_of in (
    (str, str.__len__), (bytes, bytes.__len__), (int, int.bit_length), (float, float.__bool__),
    (complex, complex.__bool__), (bool, bool.__bool__), (type(None), type(None).__bool__))}
_UNKNOWN = None, 0, ()
_tuple_part, _tuple_length = tuple.__getitem__, tuple.__len__
_dict_keys, _dict_values, _dict_length = dict.__iter__, dict.values, dict.__len__


def _items_of_row(value, most):
    return value[:most]


def _items_of_dict(value, most):
    return [*islice(_dict_keys(value), most), *islice(_dict_values(value), most)]


def _items_of_set(value, most):
    return list(islice(value, most))


_ITEMS_OF = {
    id(list): _items_of_row, id(tuple): _items_of_row, id(dict): _items_of_dict,
    id(set): _items_of_set, id(frozenset): _items_of_set, id(deque): _items_of_set}


def _ends(value, _limit):
    """All that a text may show of a long string, or depend on where it is a key."""
    return len(value), value[:_LONGEST], value[-_LONGEST:]


# (value, 0) -> what is the same as long as the text of a value that holds no others is
_TELLS = {**UNCUT, id(str): _ends, id(bytes): _ends}


def may_be_kept(value):
    """Whether it is of a type that cannot change, small, and nothing can see how long it lives."""
    size_of = _SIZE_OF.get(id(type(value)))
    return size_of is not None and size_of(value) <= _LONGEST


def _is_constant(value):
    """Whether it may be kept, or is a short tuple of such values."""
    if type(value) is tuple:
        return len(value) <= _FEW and all(map(may_be_kept, value))
    return may_be_kept(value)


def _look(value, most):
    """(class, length, items that a text with so many may show); (None, 0, ()) where it may show more."""
    cls = type(value)
    items_of = _ITEMS_OF.get(id(cls))
    if items_of is not None:
        return id(cls), len(value), items_of(value, most)
    shape = shape_of(cls)
    if shape is None:
        return _look_at_other(value, cls, most)
    own = own_dict(value)
    return shape, _dict_length(own), _items_of_dict(own, most)


def _look_at_other(value, cls, most):
    bases = mro(cls)
    if len(bases) > MOST_BASES:
        return _UNKNOWN
    if id(type) in map(id, bases):
        return class_text(value, 0), 0, ()
    name = class_name(cls)
    if not made_by_python(cls):
        if is_pattern(cls):
            return name, 0, (members(cls)['pattern'].__get__(value),)
        return name if is_but_a_name(cls, name) else None, 0, ()
    in_c = [base for base in bases if base is not object and not made_by_python(base)]
    if len(in_c) == 1 and in_c[0] is tuple:
        names = field_names(value)
        if names is None:
            return _UNKNOWN
        return (name, names), _tuple_length(value), _tuple_part(value, slice(0, most))
    if in_c or name in PATHS:
        return _UNKNOWN
    pairs, total = attributes(value, most)
    return name, total, [part for pair in pairs for part in pair]


def content_of(value, depth, written):
    """What is_same() compares; None where a text cannot be known by it. written: as of the Writer of the text."""
    most = written[id(value)] if depth < DEPTH else 0
    kind, length, items = _look(value, most)
    if kind is None:
        return None
    kept, told, inner = [], [], []
    for position, item in enumerate(items):
        tell = _TELLS.get(id(type(item)))
        if _is_constant(item):
            kept.append(item)
        elif tell is not None:
            told.append((position, tell, tell(item, 0)))
        elif id(item) in written:
            part = content_of(item, depth + 1, written)
            if part is None:
                return None
            inner.append((position, part))
        elif id(type(item)) in LEAVES:
            return None
    return kind, length, most, list(map(id, items)), told, inner, kept


def is_same(content, value):
    kind, length, most, ids, told, inner, _kept = content
    found, size, items = _look(value, most)
    if found != kind or size != length or list(map(id, items)) != ids:
        return False
    for position, tell, text in told:
        item = items[position]
        if _TELLS.get(id(type(item))) is not tell or tell(item, 0) != text:
            return False
    for position, part in inner:
        if not is_same(part, items[position]):
            return False
    return True
