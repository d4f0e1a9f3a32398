"""Texts of the program's values, made without running any of the program's code."""

LONGEST = 200  # characters of an exception's message
_EXACT = (str, int, float, complex, bool, bytes, type(None))
_SIMPLE = frozenset(_EXACT)
_DIGITS = 2000  # bits of an int that is still written out

_type_name = type.__dict__['__name__'].__get__
_type_dict = type.__dict__['__dict__'].__get__
_type_mro = type.__dict__['__mro__'].__get__
_type_flags = type.__dict__['__flags__'].__get__
_arguments = BaseException.__dict__['args'].__get__
_HEAP = 1 << 9  # Py_TPFLAGS_HEAPTYPE: a class made by Python code (or by a newer C module)

# What the C `__str__` of a builtin exception reads besides `args`; the program may have set it.
_READS = {
    OSError: ('errno', 'strerror', 'filename', 'filename2'),
    SyntaxError: ('msg', 'filename', 'lineno'),
    ImportError: ('msg',),
    UnicodeDecodeError: ('encoding', 'object', 'start', 'end', 'reason'),
    UnicodeEncodeError: ('encoding', 'object', 'start', 'end', 'reason'),
    UnicodeTranslateError: ('object', 'start', 'end', 'reason'),
}
try:
    _READS[BaseExceptionGroup] = ('message',)
except NameError:  # before 3.11
    pass


def class_name(cls):
    """`module.Name`, or `Name` for a builtin; a metaclass is not asked."""
    name = _type_name(cls)
    module = _type_dict(cls).get('__module__')
    if type(module) is not str or module == 'builtins':
        return name
    return module + '.' + name


def exception_text(exception):
    """(class name, message) of a raised exception; the message is cut at LONGEST characters."""
    cls = type(exception)
    try:
        message = _message(cls, exception)
    except Exception as fault:
        message = '<no text: %s>' % _type_name(type(fault))
    return class_name(cls), bounded(message, LONGEST)


def bounded(text, longest):
    """The text, or its beginning and its length."""
    if len(text) <= longest:
        return text
    return '%s... (%d characters)' % (text[:longest], len(text))


def _message(cls, exception):
    args = _arguments(exception)
    writes = _builtin_str(cls)
    if writes is not None and all(map(_is_simple, _read_by_str(cls, exception, args))):
        return writes(exception)
    if len(args) == 1:
        return args[0] if type(args[0]) is str else _simple_repr(args[0])
    return ', '.join(_simple_repr(arg) for arg in args)


def _builtin_str(cls):
    """The C `__str__` that the class inherits, or None if the program wrote one of its own."""
    for base in _type_mro(cls):
        own = _type_dict(base).get('__str__')
        if own is not None:
            return None if _type_flags(base) & _HEAP else own
    return None


def _read_by_str(cls, exception, args):
    """The values that the builtin `__str__` of the class would turn into text."""
    for base in _type_mro(cls):
        if base in _READS:
            members = _type_dict(base)
            return [members[name].__get__(exception) for name in _READS[base]]
    return args


def _is_simple(value):
    if type(value) is int:
        return value.bit_length() <= _DIGITS
    return type(value) in _SIMPLE


def _simple_repr(value):
    if type(value) is str:
        return repr(bounded(value, LONGEST))
    if _is_simple(value):
        return bounded(repr(value), LONGEST)
    if type(value) is int:
        return '<int of %d bits>' % value.bit_length()
    return '<%s>' % class_name(type(value))
