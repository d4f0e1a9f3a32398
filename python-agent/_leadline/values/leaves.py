"""Texts of values that hold no others: numbers, strings, functions, classes, modules.

All go through the builtin type's own slots, so that they serve instances of subclasses as well.
"""

from _leadline.values import exceptions
from _leadline.values.classes import bounded, class_name, exact, LONGEST_NAME

_BITS = 640  # of an int that is written out: less than 200 digits

_str_length, _str_slice = str.__len__, str.__getitem__
_int_bits, _int_repr = int.bit_length, int.__repr__
_bytes_length, _bytes_slice = bytes.__len__, bytes.__getitem__
_array_length, _array_slice = bytearray.__len__, bytearray.__getitem__
_str_repr = str.__repr__


def _function():
    yield


async def _coroutine():
    pass


async def _async_generator():
    yield


def _closed(coroutine):
    coroutine.close()
    return coroutine


class _Class:
    def method(self):
        pass


FUNCTION, METHOD, MODULE = type(_function), type(_Class().method), type(exceptions)
_method_function = METHOD.__dict__['__func__'].__get__
_module_dict = MODULE.__dict__['__dict__'].__get__
_view_bytes = memoryview.__dict__['nbytes'].__get__
_BUILTIN = type(iter)
_BUILTINS = [_BUILTIN, *_BUILTIN.__subclasses__()]  # from 3.9 on, methods that know their class have a type of their own
_builtin_name = _BUILTIN.__dict__['__name__'].__get__


def int_text(value, _limit=0):
    bits = _int_bits(value)
    return _int_repr(value) if bits <= _BITS else '<int of %d bits>' % bits


def str_text(value, limit):
    """Its literal, cut; much that needs escapes is cut shorter."""
    length = _str_length(value)
    shown = _str_slice(value, slice(0, limit))
    text = _str_repr(shown)
    if len(text) > 2 * limit + 2:
        shown = shown[:limit // 5]
        text = _str_repr(shown)
    return text if len(shown) == length else '%s... (%d characters)' % (text, length)


def bytes_text(value, limit):
    return _bytes(_bytes_slice(value, slice(0, limit // 2)), _bytes_length(value), limit)


def bytearray_text(value, limit):
    shown = bytes(_array_slice(value, slice(0, limit // 2)))
    return 'bytearray(%s)' % _bytes(shown, _array_length(value), limit)


def _bytes(shown, length, limit):
    text = repr(shown)
    if len(text) > limit + 3:
        shown = shown[:limit // 4]
        text = repr(shown)
    return text if len(shown) == length else '%s... (%d bytes)' % (text, length)


def class_text(value, _limit):
    return "<class '%s'>" % class_name(value)


def exception_text(value, limit):
    name, message = exceptions.exception_text(value)
    return '<%s: %s>' % (name, bounded(message, limit)) if message else '<%s>' % name


def module_text(value, _limit):
    own = _module_dict(value)
    name = None if own is None else dict.get(own, '__name__')
    return "<module '%s'>" % bounded(name, LONGEST_NAME) if type(name) is str else '<module>'


def _method_text(value, limit):
    function = _method_function(value)
    if type(function) is not FUNCTION:
        return '<bound method>'
    return '<bound method %s>' % _qualname_of_function(function)


def _builtin_text(value, _limit):
    return '<built-in function %s>' % _builtin_name(value)


def _view_text(value, _limit):
    try:
        return '<memoryview of %d bytes>' % _view_bytes(value)
    except ValueError:
        return '<memoryview, released>'


def _plain(value, _limit):
    return repr(value)


def _qualname_getter(kind):
    get = kind.__dict__['__qualname__'].__get__
    return lambda value: bounded(exact(get(value)), LONGEST_NAME)


_qualname_of_function = _qualname_getter(FUNCTION)


def _named(prefix, kind):
    qualname = _qualname_getter(kind)
    return kind, lambda value, _limit: '<%s %s>' % (prefix, qualname(value))


_KINDS = [
    (int, int_text), (str, str_text), (bytes, bytes_text), (bytearray, bytearray_text),
    (float, lambda value, _limit, text=float.__repr__: text(value)),
    (complex, lambda value, _limit, text=complex.__repr__: text(value)),
    (bool, _plain), (type(None), _plain), (type(...), _plain), (type(NotImplemented), _plain),
    (type, class_text), (BaseException, exception_text), (MODULE, module_text),
    (METHOD, _method_text), (memoryview, _view_text), *((kind, _builtin_text) for kind in _BUILTINS),
    _named('function', FUNCTION), _named('generator', type(_function())),
    _named('coroutine', type(_closed(_coroutine()))),
    _named('async_generator', type(_async_generator())),
]
LEAVES = {id(kind): text for kind, text in _KINDS}  # (value, characters for it) -> text
_CUT = frozenset(map(id, (str, bytes, bytearray, BaseException)))
UNCUT = {kind: text for kind, text in LEAVES.items() if kind not in _CUT}  # the same text, however few characters
WHOLE = frozenset(map(id, (type, BaseException, MODULE)))  # also of subclasses, with nothing added
