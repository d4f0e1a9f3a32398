"""Texts of what the standard library's and numpy's own classes hold.

Their modules may not be loaded, and are not loaded for this: a class is known by its name, where C
made it (no other code can take such a name), or where nothing but its instance's slots is read.
"""

from _leadline.values.attributes import attributes
from _leadline.values.classes import class_name, made_by_python, members, mro
from _leadline.values.containers import CONTAINERS
from _leadline.values.leaves import LEAVES, bytes_text, int_text, str_text

_PATTERNS = 're.Pattern', '_sre.SRE_Pattern'
_MOST_BYTES = 400  # of a Decimal that is written out
_MOST_SLOTS = 30  # of a path
SHOWN_WITH_ATTRIBUTES = frozenset(('types.SimpleNamespace',))
_TOLD = frozenset(CONTAINERS).union(LEAVES)


def _get(value, name):
    """What a getter or member in C says, of the class or of one that it is derived from."""
    for base in mro(type(value)):
        if name in members(base):
            return members(base)[name].__get__(value)
    raise AttributeError(name)


def _plain(_writer, value, _depth):
    return repr(value)


def _moment(names):
    """datetime and time: their repr would run that of the time zone, if it is of the program."""
    def text(writer, value, depth):
        zone = _get(value, 'tzinfo')
        if zone is None:
            return repr(value)
        numbers = [int_text(_get(value, name)) for name in names]
        return '%s(%s, tzinfo=%s)' % (
            class_name(type(value)), ', '.join(numbers), writer.text(zone, depth + 1))
    return text


def _timezone(_writer, value, _depth):
    offset = members(type(value))['utcoffset'](value, None)
    if made_by_python(type(offset)):
        return '<datetime.timezone>'
    return 'datetime.timezone(%s)' % repr(offset)


def _decimal(_writer, value, _depth):
    size = members(type(value))['__sizeof__'](value)
    return repr(value) if size <= _MOST_BYTES else '<decimal.Decimal of %d bytes>' % size


def _pattern(_writer, value, _depth):
    pattern = _get(value, 'pattern')
    if type(pattern) is str:
        return 're.compile(%s)' % str_text(pattern, 100)
    return 're.compile(%s)' % bytes_text(pattern, 100) if type(pattern) is bytes else '<re.Pattern>'


def _counted(_writer, value, _depth):
    size = members(type(value))['__len__'](value)
    return '<%s of %d items>' % (class_name(type(value)), size)


def _shaped(_writer, value, _depth):
    return '<numpy.ndarray of shape %s>' % (repr(_get(value, 'shape')),)


_DATE = 'year', 'month', 'day'
_TIME = 'hour', 'minute', 'second', 'microsecond'
KNOWN = {  # name of a class in C -> text of (writer, value, depth)
    'datetime.date': _plain, 'datetime.timedelta': _plain, 'datetime.timezone': _timezone,
    'datetime.datetime': _moment(_DATE + _TIME), 'datetime.time': _moment(_TIME),
    'decimal.Decimal': _decimal, 're.Pattern': _pattern, '_sre.SRE_Pattern': _pattern,
    'array.array': _counted, 'numpy.ndarray': _shaped,
}

# Classes in C whose instances cannot change: whether repr() makes the text where these attributes are None; they are
# None, or of such a class, where an instance may be kept.
LASTING = {
    'datetime.date': (True, ()), 'datetime.timedelta': (True, ()), 'datetime.datetime': (True, ('tzinfo',)),
    'datetime.time': (True, ('tzinfo',)), 'decimal.Decimal': (True, ()), 'datetime.timezone': (False, ()),
}
SIZE = ''  # among parts: how many items a value has
COUNTED = {'array.array': (SIZE,), 'numpy.ndarray': ('shape',)}  # classes in C -> parts that the text depends on


def is_pattern(cls):
    return class_name(cls) in _PATTERNS and not made_by_python(cls)


def is_but_a_name(cls, name):
    """Whether the text of an instance of a class in C is the name of the class, and no more."""
    return name not in KNOWN and name not in SHOWN_WITH_ATTRIBUTES and _TOLD.isdisjoint(map(id, mro(cls)))


def path_text(writer, value, name):
    """A path of pathlib, from its slots, which differ between versions; '' for any other value."""
    if name not in PATHS:
        return ''
    slots = {name: slot for name, slot in attributes(value, _MOST_SLOTS)[0] if type(name) is str}
    text = slots.get('_str')
    if type(text) is not str:
        text = _joined(slots)
    return '%s(%s)' % (name, writer.leaf(str_text, text))


PATHS = frozenset(module + kind for module in ('pathlib.', 'pathlib._local.') for kind in (
    'PosixPath', 'PurePosixPath', 'WindowsPath', 'PureWindowsPath'))
PATH_SLOTS = '_str', '_parts', '_raw_paths', '_drv', '_root'  # that the text depends on


def _joined(slots):
    """The path from its parts (before 3.12), or from the segments that it was made of."""
    parts = slots.get('_parts', slots.get('_raw_paths'))
    parts = [part for part in parts if type(part) is str] if type(parts) is list else []
    if '_parts' in slots:
        anchor = [slots.get(name) for name in ('_drv', '_root')]
        anchor = ''.join(part for part in anchor if type(part) is str)
        return anchor + '/'.join(parts[1:] if anchor else parts) or '.'
    text = ''
    for part in parts:
        text = part if part[:1] == '/' or not text else text.rstrip('/') + '/' + part
    return text or '.'
