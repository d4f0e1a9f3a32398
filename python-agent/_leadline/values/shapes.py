"""What is known of the classes of the program's instances: most values are of few classes."""

from _weakref import ref

from _leadline.values.classes import class_name, is_named, made_by_python, members, mro
from _leadline.values.known import PATHS

_MOST = 2000  # classes that are remembered
_MOST_BASES = 50  # of a class that is remembered
_NOTHING = {}
_getset = type(type.__dict__['__dict__'])
_type_name = type.__dict__['__name__'].__get__
_type_dict = type.__dict__['__dict__'].__get__
_attribute = object.__getattribute__


class Shape:
    """A class whose instances have the real dict that Python made for them, and nothing else.

    It is right as long as the class has this name, module and bases. It keeps no class alive: the reference is the
    one that CPython has, too, in the class's base, as in classes.members().
    """
    __slots__ = 'alive', 'short', 'module', 'bases', 'name'

    def __init__(self, cls):
        self.alive = ref(cls)
        self.short = _type_name(cls)
        self.module = _type_dict(cls)['__module__']
        self.bases = list(map(id, mro(cls)))
        self.name = class_name(cls)


_shapes = {}  # id of a class -> its Shape


def shape_of(cls):
    """Its Shape, or None if it has none."""
    shape = _shapes.get(id(cls))
    if (shape is not None and shape.alive() is cls and _type_name(cls) is shape.short
            and _type_dict(cls).get('__module__') is shape.module and list(map(id, mro(cls))) == shape.bases):
        return shape
    if not is_simple(cls):
        return None
    if len(_shapes) >= _MOST:
        _shapes.clear()
    shape = _shapes[id(cls)] = Shape(cls)
    return shape


def is_simple(cls, part=object, also=()):
    """Whether its instances have a dict, and no more but what the builtin class `part` has.

    also: names of classes in C that may stand before `part`. A name that is no exact str could not be told from
    another.
    """
    bases = mro(cls)
    if len(bases) > _MOST_BASES or type(_type_name(cls)) is not str:
        return False
    own = members(cls)
    if '__slots__' in own or type(own.get('__module__')) is not str or class_name(cls) in PATHS:
        return False
    found = None
    for base in bases:
        own = members(base)
        if base is object or base is part:
            continue
        if not made_by_python(base):
            if class_name(base) not in also:
                return False
        elif not own or '__slots__' in own or is_named(base, 'Enum', 'enum.Enum'):
            return False
        if found is None:
            found = own.get('__dict__')
    return type(found) is _getset and found.__name__ == '__dict__'


def own_dict(value):
    """The real dict of an instance of a class with a Shape."""
    try:
        return _attribute(value, '__dict__')
    except (AttributeError, TypeError):
        return _NOTHING
