"""What an instance has, found without running any of the program's code."""

from itertools import islice

from _leadline.values.classes import class_name, made_by_python, members, mro

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
