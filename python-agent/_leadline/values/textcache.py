"""Texts of values that hold others, used again for as long as what they were made of is the same."""

from itertools import islice

from _leadline.values.attributes import attributes
from _leadline.values.classes import class_name, made_by_python, mro
from _leadline.values.containers import DEPTH, WIDTH
from _leadline.values.known import PATHS
from _leadline.values.leaves import LEAVES
from _leadline.values.writer import Writer

_MOST = 500  # texts that are kept
_LONGEST = 200  # characters or bytes, or bits of an int: a longer value is not kept
_ATOMS = frozenset(map(id, (int, float, complex, bool, type(None), str, bytes)))
_SIZE_OF = {id(str): str.__len__, id(bytes): bytes.__len__, id(int): int.bit_length}
_ITEMS_OF = {
    id(list): lambda value: value[:WIDTH],
    id(tuple): lambda value: value[:WIDTH],
    id(dict): lambda value: [*islice(value, WIDTH), *islice(value.values(), WIDTH)],
}


def may_be_kept(value):
    """Whether it is of a type that cannot change, small, and nothing can see how long it lives."""
    kind = id(type(value))
    if kind not in _ATOMS:
        return False
    size_of = _SIZE_OF.get(kind)
    return size_of is None or size_of(value) <= _LONGEST


def _is_constant(value):
    """Whether it may be kept, or is a short tuple of such values."""
    if type(value) is tuple:
        return len(value) <= WIDTH and all(map(may_be_kept, value))
    return may_be_kept(value)


class TextCache:
    """hides: whether a name is that of a secret, as of redaction.Redaction.

    A text is known by the identity of its value, and is right for any value with the same content: the same
    class, length and items in each container that was written. Items that may be kept are, since another object
    could get their place; containers are not, and are looked into each time.
    """

    def __init__(self, hides):
        self._hides = hides
        self._known = {}  # id of a value -> (its _content() or None, its text)

    def text(self, value):
        """The text of a value that is no leaf."""
        known = self._known.get(id(value))
        if known is not None and known[0] is not None and _is_same(known[0], value, 0):
            return known[1]
        writer = Writer(self._hides)
        text = writer.text(value, 0)
        stays = known is not None and known[1] == text  # what changes all the time is not looked into
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[id(value)] = _content(value, 0, writer.written) if stays else None, text
        return text


def _look(value, depth):
    """((class, length), items that a text at this depth may show); (None, ()) where it may show more."""
    kind = id(type(value))
    items_of = _ITEMS_OF.get(kind)
    if items_of is not None:
        return (kind, len(value)), items_of(value) if depth < DEPTH else ()
    cls = type(value)
    for base in mro(cls):
        if base is not object and not made_by_python(base):
            return None, ()
    name = class_name(cls)
    if name in PATHS:
        return None, ()
    pairs, total = attributes(value, WIDTH)
    return (name, total), [part for pair in pairs for part in pair] if depth < DEPTH else ()


def _content(value, depth, written):
    """What _is_same() compares; None where a text cannot be known by it. written: ids of the containers in the text."""
    about, items = _look(value, depth)
    if about is None:
        return None
    kept, inner = [], []
    for position, item in enumerate(items):
        if _is_constant(item):
            kept.append(item)
        elif id(item) in written:
            content = _content(item, depth + 1, written)
            if content is None:
                return None
            inner.append((position, content))
        elif id(type(item)) in LEAVES:
            return None
    return about, list(map(id, items)), inner, kept


def _is_same(content, value, depth):
    about, ids, inner, _kept = content
    found, items = _look(value, depth)
    if found != about or list(map(id, items)) != ids:
        return False
    for position, part in inner:
        if not _is_same(part, items[position], depth + 1):
            return False
    return True
