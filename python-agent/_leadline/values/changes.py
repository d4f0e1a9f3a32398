"""What has changed among the variables of one frame, found without making the texts of those that have not."""

from itertools import islice, repeat

from _leadline.values.attributes import attributes
from _leadline.values.classes import class_name, made_by_python, mro
from _leadline.values.leaves import LEAVES

_LONGEST = 200  # characters or bytes, or bits of an int: a longer value is not kept
_WIDTH = 10  # items that a container's text shows, see containers.WIDTH
_MISSING = object()
_missing = repeat(_MISSING)
_UNKNOWN = (_MISSING,)  # items that are not kept
_ATOMS = frozenset(map(id, (int, float, complex, bool, type(None), str, bytes)))
_SIZE_OF = {id(str): str.__len__, id(bytes): bytes.__len__, id(int): int.bit_length}
_ITEMS_OF = {
    id(list): lambda value: value[:_WIDTH],
    id(tuple): lambda value: value[:_WIDTH],
    id(dict): lambda value: [*islice(value, _WIDTH), *islice(value.values(), _WIDTH)],
}


def _may_be_kept(value):
    """Whether it is of a type that cannot change, small, and nothing can see how long it lives."""
    kind = id(type(value))
    if kind not in _ATOMS:
        return False
    size_of = _SIZE_OF.get(kind)
    return size_of is None or size_of(value) <= _LONGEST


def _of_instance(value):
    """(what class it is of, attributes as they stand in its text) of an instance of Python classes."""
    cls = type(value)
    for base in mro(cls):
        if base is not object and not made_by_python(base):
            return None, _UNKNOWN  # it may hold more than attributes
    pairs, total = attributes(value, _WIDTH)
    return (class_name(cls), total), [part for pair in pairs for part in pair]


class Variables:
    """The variables of a frame as they were written last.

    A value has the same text if it is the same object and cannot change; it is kept for that, since another may
    get its place. Of a container or instance with such values alone, those that its text shows are kept.
    """
    __slots__ = '_names', '_texts', '_atoms', '_containers'

    def __init__(self, names):
        """names: of variables.names_of()."""
        self._names = names
        self._texts = {}
        self._atoms = {}  # name -> value
        self._containers = {}  # name -> (class and length, ids of the items, the items)

    def changed(self, values, total, text_of):
        """{name: text, None if it is gone} of what is new or changed; of `...`, how many more there are.

        values, total: of variables.variables(). text_of: makes the text of a name and a value.
        """
        texts, atoms, found = self._texts, self._atoms, {}
        names = self._names
        if names is None:
            more = total - len(values)
            if more:
                values['...'] = more
            names = {**texts, **values}
        for name, value in zip(names, map(values.get, names, _missing)):
            if atoms.get(name) is value and (value is not None or name in atoms):
                continue
            if value is _MISSING:
                if name in texts:
                    self._drop(name)
                    del texts[name]
                    found[name] = None
                continue
            kind = id(type(value))
            if kind in LEAVES:
                if _may_be_kept(value):
                    atoms[name] = value
                else:
                    self._drop(name)
            elif self._is_same_container(name, value):
                continue
            text = text_of(name, value) if name != '...' else '<%d more>' % value
            if texts.get(name) != text:
                texts[name] = found[name] = text
        return found

    def _is_same_container(self, name, value):
        kind = id(type(value))
        if kind in _ITEMS_OF:
            items = _ITEMS_OF[kind](value)
            about = kind, len(value)
        else:
            about, items = _of_instance(value)
        kept = self._containers.get(name)
        ids = list(map(id, items))
        if kept is not None and kept[0] == about and kept[1] == ids and name not in self._atoms:
            return True
        self._drop(name)
        if all(map(_may_be_kept, items)):
            self._containers[name] = about, ids, items
        return False

    def _drop(self, name):
        self._atoms.pop(name, None)
        self._containers.pop(name, None)
