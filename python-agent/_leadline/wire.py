"""Records of the protocol, and the descriptor that they are written to (PROTOCOL.md)."""

from _functools import partial
from _thread import allocate_lock, get_ident
from _weakref import ref

from _leadline import system

_MOST_ESCAPES = 5000  # that are remembered


class _Escapes(dict):
    """For str.translate: what stands for a character, by its number; made when it is first met."""

    def __missing__(self, code):
        text = _escaped(code)
        if len(self) < _MOST_ESCAPES:
            self[code] = text
        return text


def _escaped(code):
    if 31 < code < 127:
        return chr(code)
    if code > 0xffff:
        code -= 0x10000
        return '\\u%04x\\u%04x' % (0xd800 | code >> 10, 0xdc00 | code & 0x3ff)
    return '\\u%04x' % code


_ESCAPES = _Escapes({34: '\\"', 92: '\\\\', 10: '\\n', 13: '\\r', 9: '\\t'})
_exact = str.__str__
_is_ascii = getattr(str, 'isascii', None) or (  # 3.6
    lambda text: len(text) == len(text.encode('utf-8', 'surrogatepass')))


def quote(text):
    """JSON of a string, in ASCII. The text of a str subclass is its characters: no code of it runs."""
    text = _exact(text)
    if _is_ascii(text) and text.isprintable() and '"' not in text and '\\' not in text:
        return '"%s"' % text
    return '"%s"' % text.translate(_ESCAPES)


def quote_much():
    """Many strings are to come: they are worth loading `_json` for, which takes a third of a ms."""
    global quote
    try:
        from _json import encode_basestring_ascii as quote
    except ImportError:
        pass


def quote_key(name):
    """A string as the key of an object. Readers of JSON refuse lone surrogates there: `\\udcff` is text."""
    return quote(_exact(name).encode('utf-8', 'backslashreplace').decode('utf-8'))


def json_text(value):
    """JSON of dicts with strings as keys, lists, strings, integers, booleans and None."""
    if isinstance(value, str):
        return quote(value)
    if type(value) is int:
        return int.__repr__(value)
    if value is None:
        return 'null'
    if value is True or value is False:
        return 'true' if value else 'false'
    if isinstance(value, dict):
        return '{%s}' % ','.join(
            ['%s:%s' % (quote_key(name), json_text(item)) for name, item in value.items()])
    if isinstance(value, (list, tuple)):
        return '[%s]' % ','.join(map(json_text, value))
    return int.__repr__(value)


def record(kind, *fields):
    """One line: an object whose first key is `record`. fields: (name, value) in their order."""
    pairs = ''.join([',"%s":%s' % (name, json_text(value)) for name, value in fields])
    return '{"record":"%s"%s}\n' % (kind, pairs)


def _bytes(line):
    """All is ASCII, see quote(). If something is not, the reader has the fault, and not the program."""
    return line if type(line) is bytes else line.encode('ascii', 'backslashreplace')


class Writing:
    """Lives as long as a function that writes; with it goes what must not be left behind.

    A signal handler of the program may raise at any place, a `with` or `finally` notwithstanding.
    """


class Stream:
    """The event descriptor of one process; `descriptor` is its number.

    Whole lines go out under a lock, so that threads do not mix. A forked child holds a copy of the
    descriptor and of whatever was pending: it is recognized by its process id and writes nothing.
    """

    def __init__(self, descriptor):
        self.descriptor = descriptor
        self._file = self._which_file()
        self.process = system.getpid()
        self._lock = allocate_lock()
        self._give_back = partial(self._lock.__exit__, None, None)  # whatever else it is called with
        self._owner = None, []  # the thread that writes, and a reference to its Writing
        self._pending = []
        self.later = self._pending.append  # has whole lines go out in front of the next ones
        self._unsent = b'', []  # what is being written, and the sizes of its parts that are
        self.broken = False

    def write(self, text):
        """Write whole lines; False once the reader is gone or this is a forked child."""
        if not self._may_write():
            return False  # a thread that the child does not have may hold its copy of the lock
        self._pending.append(text)
        if self._is_writing():
            return True  # a signal handler came in between; the write below it takes the lines
        writing, taken = Writing(), []
        # where the stack has no room for what follows the lock, this raises, and the lock is not taken
        system.in_one_go((taken.extend, map(ref, (writing,), (None,))), (taken.clear,))
        system.in_one_go(
            (self._lock.acquire,), (taken.extend, map(ref, (writing,), (self._give_back,))),
            (self.__dict__.update, {'_owner': (get_ident(), taken)}))
        try:
            self._write_all()
        finally:
            writing = None
        return not self.broken

    def _is_writing(self):
        """Whether a write() of this thread has not ended."""
        thread, taken = self._owner
        return thread == get_ident() and bool(taken) and taken[0]() is not None

    def _may_write(self):
        if system.getpid() != self.process:
            self.broken = True
        return not self.broken

    def move(self):
        """Take another number, if there is one."""
        try:
            self.descriptor = system.move_away(self.descriptor)
        except OSError:
            self.broken = True

    def _which_file(self):
        """What the descriptor stands for: the program may close it, and give the number to a file."""
        about = system.fstat(self.descriptor)
        return about.st_dev, about.st_ino

    def _write_all(self):
        try:
            self._finish_unsent()
            while self._pending and self._may_write():
                self._take()
                self._finish_unsent()
        except OSError as fault:
            if fault.errno is None:
                raise  # a signal handler raised it
            self.broken = True

    def _take(self):
        taken = len(self._pending)  # another thread may append meanwhile
        data = b''.join(map(_bytes, self._pending[:taken]))
        system.in_one_go((self._pending.__delitem__, slice(taken)),
                         (self.__dict__.update, {'_unsent': (data, [])}))

    def _finish_unsent(self):
        """Write what is left; a signal handler may raise at any place, and the rest comes later.

        How much was written is kept by C code, before a handler can run.
        """
        data, sent = self._unsent
        if data and self._which_file() != self._file:
            self.broken = True
        while sum(sent) < len(data) and not self.broken:
            sent.extend(map(system.write, (self.descriptor,), (data[sum(sent):],)))
        self._unsent = b'', []

    def close(self):
        """Give the descriptor up; used by a forked child, so that the reader sees the end."""
        self.broken = True
        try:
            system.calls.close(self.descriptor)
        except OSError:
            pass
