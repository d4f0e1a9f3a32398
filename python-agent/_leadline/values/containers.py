"""Texts of values that hold others: each takes (writer, value, depth); see writer.Writer."""

from itertools import islice

from _leadline.values.classes import is_str
from _leadline.values.leaves import int_text
from _leadline.values.redaction import REDACTED

try:
    from _collections import deque
except ImportError:
    from collections import deque

WIDTH = 10  # items that are shown
DEPTH = 3  # levels that are shown
_FIRST = slice(0, WIDTH)
_isidentifier = str.isidentifier


def _told(writer, texts, length, what='items'):
    """The texts; behind them how many there are of all, where some are missing."""
    if len(texts) < length:
        texts.append(writer.took('... (%d %s)' % (length, what)))
    return texts


def items(writer, values, length, depth):
    """The texts of values that stand in a row; one more for how many there are in all."""
    if depth >= DEPTH:
        return ', '.join(_told(writer, [], length))
    texts = []
    for value in values:
        if writer.room <= 0:
            break
        texts.append(writer.text(value, depth + 1))
    writer.shows(len(texts))
    return ', '.join(_told(writer, texts, length))


def _is_keyword(writer, key):
    """Whether it is the name of a secret in a (name, value) pair, and no sentence."""
    if not is_str(key) or str.__len__(key) > 100:
        return False
    return writer.hides(key) and _isidentifier(str.replace(key, '-', '_'))


def fields(writer, pairs, length, depth, between, what):
    """`name=text` of named values: attributes, or the fields of a named tuple."""
    if depth >= DEPTH:
        return ['...'] if length else []
    texts = []
    for name, value in pairs:
        if writer.room <= 0:
            break
        label = writer.label(name, depth)
        text = REDACTED if writer.hides(name) else writer.text(value, depth + 1)
        texts.append(label + between + text)
    writer.shows(len(texts))
    return _told(writer, texts, length, what)


def _sequence(kind, before, after):
    length_of, part_of = kind.__len__, kind.__getitem__

    def text(writer, value, depth):
        shown, length = part_of(value, _FIRST), length_of(value)
        if length == 2:
            writer.shows(2)  # or may not, if the first is another
        if length == 2 and depth < DEPTH and len(shown) == 2 and _is_keyword(writer, shown[0]):
            return '%s%s, %s%s' % (before, writer.text(shown[0], depth + 1), REDACTED, after)
        return before + items(writer, shown, length, depth) + after
    return text


def _iterated(kind, before, after, empty):
    length_of, iterate = kind.__len__, kind.__iter__

    def text(writer, value, depth):
        length = length_of(value)
        if not length:
            return empty
        return before + items(writer, list(islice(iterate(value), WIDTH)), length, depth) + after
    return text


_list_text = _sequence(list, '[', ']')
_tuple_text = _sequence(tuple, '(', ')')
_tuple_length, _tuple_part = tuple.__len__, tuple.__getitem__
_dict_length, _dict_items = dict.__len__, dict.items


def tuple_text(writer, value, depth):
    text = _tuple_text(writer, value, depth)
    return text[:-1] + ',)' if _tuple_length(value) == 1 else text


def named_tuple_text(writer, value, names, depth):
    pairs = zip(names, _tuple_part(value, _FIRST))
    length = _tuple_length(value)
    return '(%s)' % ', '.join(fields(writer, pairs, length, depth, '=', 'fields'))


def dict_text(writer, value, depth):
    pairs = list(islice(_dict_items(value), WIDTH)) if depth < DEPTH else ()
    texts = []
    for key, item in pairs:
        if writer.room <= 0:
            break
        label = writer.text(key, depth + 1)
        text = REDACTED if writer.hides(key) else writer.text(item, depth + 1)
        texts.append('%s: %s' % (label, text))
    writer.shows(len(texts))
    return '{%s}' % ', '.join(_told(writer, texts, _dict_length(value)))


def _members(kind, names):
    """A text that calls the class with the values of some members of its C struct."""
    getters = [kind.__dict__[name].__get__ for name in names]
    name = kind.__name__

    def text(writer, value, depth):
        parts = [get(value) for get in getters]
        return '%s(%s)' % (name, items(writer, parts, len(parts), min(depth, DEPTH - 1)))
    return text


def _range_text(_writer, value, _depth):
    start, stop, step = [_exact_int(get(value)) for get in _RANGE]
    shown = [start, stop] if step == 1 else [start, stop, step]
    return 'range(%s)' % ', '.join(map(int_text, shown))


_exact_int = int.__int__
_START_STOP_STEP = 'start', 'stop', 'step'
_RANGE = [range.__dict__[name].__get__ for name in _START_STOP_STEP]
_ITERATED = [  # what stands before the items and behind them, and for none
    (set, '{', '}', 'set()'), (frozenset, 'frozenset({', '})', 'frozenset()'), (deque, 'deque([', '])', 'deque([])'),
    (type({}.keys()), 'dict_keys([', '])', 'dict_keys([])'),
    (type({}.values()), 'dict_values([', '])', 'dict_values([])'),
    (type({}.items()), 'dict_items([', '])', 'dict_items([])'),
]
_KINDS = [
    (list, _list_text), (tuple, tuple_text), (dict, dict_text), (range, _range_text),
    (slice, _members(slice, _START_STOP_STEP)), *((row[0], _iterated(*row)) for row in _ITERATED),
]
# An id means a class as long as the class is alive: _KINDS holds them.
CONTAINERS = {id(kind): text for kind, text in _KINDS}
ROWS = {id(row[0]): row[1:] for row in _ITERATED}
PARTS_OF = {id(range): _START_STOP_STEP, id(slice): _START_STOP_STEP}  # what the text depends on
TUPLE = id(tuple)
