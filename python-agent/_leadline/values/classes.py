"""What a class says of itself, heard without running any of the program's code.

A metaclass may redefine what it likes: names, equality, hashes. So classes are asked through the
getters of `type`, and told apart by identity. Even a lookup in a class's own dict can run code,
where a key is of the program's own string class and has the hash of the name that is looked up.
"""

from _operator import is_
from itertools import islice, repeat

LONGEST_NAME = 100  # characters
_MOST_MEMBERS = 1000  # of a class; beyond it nothing is looked up
_HEAP = 1 << 9  # Py_TPFLAGS_HEAPTYPE: a class made by Python code (or by a newer C module)
_IMMUTABLE = 1 << 8  # Py_TPFLAGS_IMMUTABLETYPE, 3.10+: only C can set it
_STR = 1 << 28  # Py_TPFLAGS_UNICODE_SUBCLASS

_type_name = type.__dict__['__name__'].__get__
_type_module = type.__dict__['__module__'].__get__
_type_dict = type.__dict__['__dict__'].__get__
_type_flags = type.__dict__['__flags__'].__get__
mro = type.__dict__['__mro__'].__get__
exact = str.__str__  # a str subclass's own characters
_NOTHING = {}
_member = type(slice.__dict__['start'])
_getset = type(type.__dict__['__dict__'])
_dict_items = dict.items
_dict_length = dict.__len__
# C classes whose `__dict__` getter hands out the real dict, and does nothing else.
_HONEST = frozenset((
    '_io.BufferedRandom', '_io.BufferedReader', '_io.BufferedRWPair', '_io.BufferedWriter',
    '_io.BytesIO', '_io.FileIO', '_io.StringIO', '_io.TextIOWrapper', 'collections.OrderedDict',
    'functools.partial', 'types.SimpleNamespace'))


def class_name(cls):
    """`module.Name`, or `Name` for a builtin; a metaclass is not asked."""
    name = exact(_type_name(cls))
    module = members(cls).get('__module__') if made_by_python(cls) else _type_module(cls)
    if type(module) is not str or module == 'builtins':
        return bounded(name, LONGEST_NAME)
    return bounded(module, LONGEST_NAME) + '.' + bounded(name, LONGEST_NAME)


def bounded(text, longest):
    """The text, or its beginning and its length."""
    if len(text) <= longest:
        return text
    return '%s... (%d characters)' % (text[:longest], len(text))


def made_by_python(cls):
    """Whether a class statement may have made it; False says that it is C, beyond all disguise."""
    return _type_flags(cls) & (_HEAP | _IMMUTABLE) == _HEAP


def is_str(value):
    return _type_flags(type(value)) & _STR != 0


def members(cls):
    """The class's own dict if a name can be looked up there without harm, else an empty one."""
    own = _type_dict(cls)
    if _type_flags(cls) & _HEAP and (
            len(own) > _MOST_MEMBERS or not all(map(is_, map(type, own), repeat(str)))):
        return _NOTHING
    return own


def attributes(value, most):
    """([(name, value)], number of all) of the instance's slots and of its real dict."""
    place, found = None, []
    for base in mro(type(value)):
        own = members(base)
        there = own.get('__dict__')
        if '__slots__' in own:
            found += _slots(own, value)
        if there is None:
            continue
        if not made_by_python(base) and not _is_honest(base):
            return found[:most], len(found)  # the getters of the classes above it ask its own
        if place is None and _is_dict_getter(there):
            place = there
    instance = _real_dict(place, value)
    total = len(found) + _dict_length(instance)
    found += islice(_dict_items(instance), max(0, most - len(found)))
    return found[:most], total


def _is_dict_getter(there):
    kind = type(there)
    return (kind is _getset or kind is _member) and there.__name__ == '__dict__'


def _real_dict(place, value):
    if place is None:
        return _NOTHING
    try:
        instance = place.__get__(value)
        return _NOTHING if instance is None else instance
    except (AttributeError, TypeError):  # a C class whose instances hide theirs
        return _NOTHING


def _is_honest(base):
    name = class_name(base)
    return '.' not in name or name in _HONEST


def _slots(own, value):
    """[(name, value)] of the slots that one class added, those that are set."""
    found = []
    for slot in own.values():
        if type(slot) is _member:
            try:
                found.append((slot.__name__, slot.__get__(value)))
            except (AttributeError, TypeError):
                pass  # not set; or the slot of another class
    return found
