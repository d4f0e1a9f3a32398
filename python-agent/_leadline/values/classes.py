"""What a class says of itself, heard without running any of the program's code.

A metaclass may redefine what it likes: names, equality, hashes. So classes are asked through the
getters of `type`, and told apart by identity. Even a lookup in a class's own dict can run code,
where a key is of the program's own string class and has the hash of the name that is looked up. Only
the class statement can bring such a key: what is set later is an exact str, whatever it was given as.
"""

from _weakref import ref

LONGEST_NAME = 100  # characters
_MOST_MEMBERS = 1000  # of a class; beyond it nothing is looked up
_MOST = 5000  # classes that are remembered
_HEAP = 1 << 9  # Py_TPFLAGS_HEAPTYPE: a class made by Python code (or by a newer C module)
_IMMUTABLE = 1 << 8  # Py_TPFLAGS_IMMUTABLETYPE, 3.10+: only C can set it
_STR = 1 << 28  # Py_TPFLAGS_UNICODE_SUBCLASS

_type_name = type.__dict__['__name__'].__get__
_type_module = type.__dict__['__module__'].__get__
_type_dict = type.__dict__['__dict__'].__get__
_type_flags = type.__dict__['__flags__'].__get__
mro = type.__dict__['__mro__'].__get__
exact = str.__str__  # a str subclass's own characters
NOTHING = {}  # members() of a class in which a lookup could do harm
_is_id_of_str = id(str).__eq__
# id of a class with keys that are harmless -> the reference to it that CPython has, too, in the class's base: no
# program can see that there is one more user of it.
_harmless = {}


def class_name(cls):
    """`module.Name`, or `Name` for a builtin; a metaclass is not asked."""
    name = exact(_type_name(cls))
    module = members(cls).get('__module__') if made_by_python(cls) else _type_module(cls)
    if type(module) is not str or module == 'builtins':
        return bounded(name, LONGEST_NAME)
    return bounded(module, LONGEST_NAME) + '.' + bounded(name, LONGEST_NAME)


def is_named(cls, short, name):
    """Whether class_name() is this; `short`, which is found at once, is its end."""
    return exact(_type_name(cls)) == short and class_name(cls) == name


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
    if not _type_flags(cls) & _HEAP:
        return own
    known = _harmless.get(id(cls))
    if known is None or known() is not cls:
        if len(own) > _MOST_MEMBERS or not all(map(_is_id_of_str, map(id, map(type, own)))):
            return NOTHING
        if len(_harmless) >= _MOST:
            _harmless.clear()
        _harmless[id(cls)] = ref(cls)
    return own
