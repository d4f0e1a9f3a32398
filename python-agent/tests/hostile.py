"""Classes of which every special method, property and metaclass method notes that it was called."""

import collections
import datetime
import decimal
import io
import pathlib
import threading
import types

CALLED = []
_KEPT = {'__new__', '__init__', '__init_subclass__', '__subclasshook__', '__class_getitem__',
         '__set_name__', '__prepare__', '__mro_entries__', '__build_class__', '__buffer__',
         '__release_buffer__', '__del__'}
_MORE = ['__getattr__', '__bool__', '__len__', '__iter__', '__next__', '__index__', '__int__',
         '__float__', '__call__', '__fspath__', '__length_hint__', '__missing__', '__contains__',
         '__getitem__', '__reversed__', '__enter__', '__await__', '__aiter__', '__instancecheck__',
         '__subclasscheck__', '__bytes__', '__complex__', '__array__', '__get__', '__set__']


class Boom(Exception):
    pass


def recorder(name):
    def called(*_args, **_named):
        CALLED.append(name)
        raise Boom(name)
    return called


def _methods(kind):
    names = {name for name in dir(kind) if name[:2] == '__' == name[-2:]
             and callable(getattr(kind, name, None)) and name != '__class__'}
    return {name: recorder(name) for name in names.union(_MORE) - _KEPT}


class Place:
    """A descriptor of the program's own."""
    __get__ = recorder('descriptor')


def _metaclass():
    own = _methods(type)
    own['mro'] = type.mro
    for name in ('__name__', '__module__', '__dict__', '__mro__', '__flags__'):
        own[name] = property(recorder('metaclass ' + name))
    return type('Meta', (type,), own)


Meta = _metaclass()


def derived(kind, name='Hostile', **more):
    """A subclass of the kind; `__module__` is `there`."""
    own = _methods(kind)
    own.update(__class__=property(recorder('__class__')), prop=property(recorder('property')),
               place=Place(), __module__='there', **more)
    return type.__new__(Meta, name, (kind,), own)


def instance(kind, *args, **attributes):
    """An instance of a hostile subclass; its attributes go into its real dict."""
    cls = derived(kind)
    new = object.__new__ if kind is pathlib.PurePosixPath else kind.__new__  # its own is Python
    made = new(cls, *args)
    if kind is collections.OrderedDict:
        for key, value in args[0].items():
            kind.__setitem__(made, key, value)
    elif kind in (list, set, dict, bytearray, collections.deque, ValueError, types.SimpleNamespace):
        kind.__init__(made, *args)
    for name, value in attributes.items():
        object.__setattr__(made, name, value)
    return made


def all_instances():
    """[(hostile value, its text)]"""
    return [
        (instance(object, a=1, b='x'), "<there.Hostile a=1 b='x'>"),
        (instance(int, 5), '<there.Hostile 5>'),
        (instance(float, 1.5), '<there.Hostile 1.5>'),
        (instance(complex, 1j), '<there.Hostile 1j>'),
        (instance(str, 'it'), "<there.Hostile 'it'>"),
        (instance(bytes, b'it'), "<there.Hostile b'it'>"),
        (instance(bytearray, b'it'), "<there.Hostile bytearray(b'it')>"),
        (instance(list, [1, 2], a=3), '<there.Hostile [1, 2] a=3>'),
        (instance(tuple, (1,)), '<there.Hostile (1,)>'),
        (instance(dict, {'a': 1}), "<there.Hostile {'a': 1}>"),
        (instance(set, {1}), '<there.Hostile {1}>'),
        (instance(frozenset, {1}), '<there.Hostile frozenset({1})>'),
        (instance(collections.deque, [1]), '<there.Hostile deque([1])>'),
        (instance(collections.OrderedDict, {'a': 1}), "<there.Hostile {'a': 1}>"),
        (instance(ValueError, 'bad'), '<there.Hostile: bad>'),
        (instance(types.ModuleType, 'lazy'), '<module>'),
        (instance(types.SimpleNamespace, a=1), '<there.Hostile a=1>'),
        (instance(decimal.Decimal, 1), '<there.Hostile>'),
        (instance(datetime.datetime, 2020, 1, 2), '<there.Hostile>'),
        (instance(io.StringIO), '<there.Hostile>'),
        (instance(threading.local), '<there.Hostile>'),
        (instance(pathlib.PurePosixPath), None),
        (derived(object), "<class 'there.Hostile'>"),
        (derived(int), "<class 'there.Hostile'>"),
        (Meta, "<class 'Meta'>"),
    ]
