"""Class and message of an exception, made without running any of the program's code."""

from _leadline import wire
from _leadline.values.classes import bounded, class_name, made_by_python, members, mro
from _leadline.values.faults import LET_THROUGH, fault_text

LONGEST = 200  # characters of an exception's message
_SIMPLE = {id(kind): kind for kind in (str, int, float, complex, bool, bytes, type(None))}
_DIGITS = 2000  # bits of an int that is still written out
# The names of builtin classes, the text of which is that of their argument, or empty where they have none.
_PLAIN = {id(kind): '"%s",' % kind.__name__ for kind in (
    StopIteration, StopAsyncIteration, AttributeError, KeyError, IndexError, ValueError, TypeError, GeneratorExit,
    RuntimeError, AssertionError, EOFError)}
_arguments = BaseException.__dict__['args'].__get__

# What the C `__str__` of a builtin exception reads besides `args`; the program may have set it.
_UNICODE = 'encoding', 'object', 'start', 'end', 'reason'
_READS = {
    id(OSError): ('errno', 'strerror', 'filename', 'filename2'),
    id(SyntaxError): ('msg', 'filename', 'lineno'),
    id(ImportError): ('msg',),
    id(UnicodeDecodeError): _UNICODE,
    id(UnicodeEncodeError): _UNICODE,
    id(UnicodeTranslateError): _UNICODE[1:],
}
try:
    _READS[id(BaseExceptionGroup)] = ('message',)
except NameError:  # before 3.11
    pass


def exception_text(exception):
    """(class name, message) of a raised exception; the message is cut at LONGEST characters."""
    cls = type(exception)
    try:
        message = _message(cls, exception)
    except LET_THROUGH:
        raise
    except Exception as fault:
        message = fault_text(fault)
    return class_name(cls), bounded(message, LONGEST)


def exception_json(exception):
    """JSON of both, for two elements of an array."""
    start = _PLAIN.get(id(type(exception)))
    if start is not None:
        args = exception.args
        if not args:
            return start + '""'
        arg = args[0] if len(args) == 1 else None
        if type(arg) is str:
            return start + wire.quote(bounded(arg if type(exception) is not KeyError else repr(arg), LONGEST))
        if type(arg) is int and arg.bit_length() < 64:
            return '%s"%d"' % (start, arg)
    name, message = exception_text(exception)
    return '%s,%s' % (wire.quote(name), wire.quote(message))


def described(exception):
    """Class name and message in one text."""
    name, message = exception_text(exception)
    return '%s: %s' % (name, message) if message else name


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
    for base in mro(cls):
        own = members(base).get('__str__')
        if own is not None:
            return None if made_by_python(base) else own
    return None


def _read_by_str(cls, exception, args):
    """The values that the builtin `__str__` of the class would turn into text."""
    base = _base_that_reads(cls)
    if base is None:
        return args
    own = members(base)
    return [own[name].__get__(exception) for name in _READS[id(base)]]


def _base_that_reads(cls):
    """The class in C whose `__str__` reads more than `args`, or None."""
    for base in mro(cls):
        if id(base) in _READS:
            return base
    return None


def read_by_text(cls):
    """The names of all that the text of an exception of the class depends on."""
    base = _base_that_reads(cls)
    return ('args',) if base is None else ('args', *_READS[id(base)])


def _is_simple(value):
    if type(value) is int:
        return value.bit_length() <= _DIGITS
    return id(type(value)) in _SIMPLE


def _simple_repr(value):
    if type(value) is str:
        return repr(bounded(value, LONGEST))
    if _is_simple(value):
        return bounded(repr(value), LONGEST)
    if type(value) is int:
        return '<int of %d bits>' % value.bit_length()
    return '<%s>' % class_name(type(value))
