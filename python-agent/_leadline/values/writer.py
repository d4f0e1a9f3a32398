"""The text of one value, whatever it is; bounded in length, width and depth."""

from itertools import islice

from _leadline.values.attributes import attributes
from _leadline.values.classes import bounded, class_name, exact, is_named, is_str, made_by_python
from _leadline.values.classes import members, mro
from _leadline.values.containers import CONTAINERS, DEPTH, TUPLE, WIDTH, fields, named_tuple_text
from _leadline.values.leaves import LEAVES, WHOLE
from _leadline.values.known import KNOWN, SHOWN_WITH_ATTRIBUTES, path_text
from _leadline.values.shapes import own_dict, shape_of

LONGEST = 200  # characters of a value's text, or a few more
_LEAST = 20  # characters that each string may have, however little room there is
_NAME = 60  # characters of an attribute's name
_MOST_LABELS = 5000  # that are remembered
_EVERY = 5  # characters that a value with others in it counts for, besides theirs
MOST_BASES = 50  # of a class that is looked into
_isidentifier = str.isidentifier
LABELS = set()  # names of attributes that stand as they are
_dict_items, _dict_length = dict.items, dict.__len__


class Writer:
    """Writes one value. room: characters left; every item takes three or more, so it bounds the
    number of objects that are visited, too. under_way: ids of the values that hold it. written: of the
    values that are no leaves, by id, how many of their items are shown."""
    __slots__ = ('hides', 'room', 'written', '_under_way')

    def __init__(self, hides, room=LONGEST, under_way=()):
        self.hides = hides
        self.room = room
        self.written = {}
        self._under_way = list(under_way)

    def text(self, value, depth):
        kind = id(type(value))
        leaf = LEAVES.get(kind)
        if leaf is not None:  # as leaf() does; most values are such
            room = self.room
            text = leaf(value, room if room > _LEAST else _LEAST)
            self.room = room - len(text) - 2
            return text
        if id(value) in self._under_way:
            return self.took('<cycle>')
        self.written.setdefault(id(value), 0)
        self._under_way.append(id(value))
        self.room -= _EVERY
        text = CONTAINERS.get(kind, _instance)(self, value, depth)
        self._under_way.pop()
        return text

    def shows(self, items):
        """So many items of the value that is being written, as far as they are in one row."""
        value = self._under_way[-1]
        if items > self.written[value]:
            self.written[value] = items

    def leaf(self, leaf, value):
        return self.took(leaf(value, self.room if self.room > _LEAST else _LEAST))

    def label(self, name, depth):
        """The name of an attribute; what is no name stands as a value."""
        if type(name) is str and name in LABELS:
            self.room -= len(name) + 2
            return name
        if not is_str(name):
            return self.text(name, depth + 1)
        if str.__len__(name) > _NAME or not _isidentifier(name):
            return self.leaf(LEAVES[id(str)], name)
        if type(name) is str and len(LABELS) < _MOST_LABELS:
            LABELS.add(name)
        return self.took(exact(name))

    def name(self, cls):
        return self.took(class_name(cls))

    def took(self, text):
        """The text, now that it has taken its room."""
        self.room -= len(text) + 2
        return text


def _instance(writer, value, depth):
    """`<module.Class VALUE name=text ...>`: VALUE is what a builtin type in its bases holds."""
    cls = type(value)
    shape = shape_of(cls)
    if shape is not None:
        return _of_shape(writer, value, shape, depth)
    part, bases = None, mro(cls)
    for base in islice(bases, MOST_BASES):
        if id(base) in WHOLE:
            return writer.leaf(LEAVES[id(base)], value)
        if id(base) in LEAVES or id(base) in CONTAINERS:
            part = id(base)
            break
    name = writer.name(cls)
    if len(bases) > MOST_BASES:
        return '<%s>' % name
    if made_by_python(cls):
        return _of_program(writer, value, name, part, depth)
    if part is None and name in KNOWN:
        return KNOWN[name](writer, value, depth)
    if part is None and name not in SHOWN_WITH_ATTRIBUTES:
        return '<%s>' % name
    return _with_attributes(writer, value, name, part, depth)


def _of_shape(writer, value, shape, depth):
    """As _with_attributes() of an instance that has nothing else."""
    attributes_of = own_dict(value)
    name = writer.took(shape.name)
    length = _dict_length(attributes_of)
    pairs = islice(_dict_items(attributes_of), WIDTH)
    return '<%s>' % ' '.join([name] + fields(writer, list(pairs), length, depth, '=', 'attributes'))


def _of_program(writer, value, name, part, depth):
    names = field_names(value) if part == TUPLE else None
    if names is not None:
        return name + named_tuple_text(writer, value, names, depth)
    return path_text(writer, value, name) or _with_attributes(writer, value, name, part, depth)


def _with_attributes(writer, value, name, part, depth):
    pairs, total = attributes(value, WIDTH)
    writer.shows(len(pairs))
    if '_name_' in map(_key, pairs) and is_enum(type(value)):
        return _enum_text(writer, pairs, name, depth)
    parts = ['<' + name]
    if part in LEAVES:
        parts.append(writer.leaf(LEAVES[part], value))
    elif part is not None:
        parts.append(CONTAINERS[part](writer, value, depth))
    parts += fields(writer, pairs, total, depth, '=', 'attributes')
    return ' '.join(parts) + '>'


def _key(pair):
    return pair[0] if type(pair[0]) is str else ''


def is_enum(cls):
    for base in mro(cls):
        if is_named(base, 'Enum', 'enum.Enum'):
            return True
    return False


def _enum_text(writer, pairs, name, depth):
    """`<module.Class.MEMBER: value>`; before 3.11 a combination of flags has no name."""
    own = {_key(pair): pair[1] for pair in pairs}
    if is_str(own['_name_']):
        name += '.' + bounded(exact(own['_name_']), _NAME)
    if '_value_' not in own or depth >= DEPTH:
        return '<%s>' % name
    return '<%s: %s>' % (name, writer.text(own['_value_'], depth + 1))


def fields_of(cls):
    """`_fields` of a named tuple's class, if they can be: a tuple of strings."""
    for base in mro(cls):
        names = members(base).get('_fields')
        if names is not None:
            return names if type(names) is tuple and all(type(name) is str for name in names) else None
    return None


def field_names(value):
    """`_fields` of a named tuple's class, if there are as many as it has items."""
    names = fields_of(type(value))
    return names if names is not None and len(names) == tuple.__len__(value) else None
