"""The operating system's calls, taken from the builtin module before the program can touch them.

`os` is not used where the builtin serves: with `-S` a plain run does not load it. Nor is a module of
C that a plain run starts without, but where nothing else serves: each costs as much as ten of ours.
"""

import _signal
import sys
from _functools import partial
from _io import FileIO  # what open() makes, with nothing in front of it
import time

try:
    import posix as calls
except ImportError:  # Windows
    import nt as calls

ENCODING = sys.getfilesystemencoding()
SEPARATOR = '\\' if sys.platform == 'win32' else '/'

getcwd = calls.getcwd
getpid = calls.getpid
write = calls.write
settrace, gettrace = sys.settrace, sys.gettrace
setprofile, getprofile = sys.setprofile, sys.getprofile
current_frame = sys._getframe

_dup, _dup2, fstat = calls.dup, calls.dup2, calls.fstat
_HIGHEST = 1000  # a number that the program does not meet
_TRIES = 16

sleep = time.sleep

# CPython 3.6 has no clock that counts in nanoseconds.
monotonic_ns = getattr(time, 'monotonic_ns', None) or (
    lambda monotonic=time.monotonic: int(monotonic() * 1e9))
wall_ns = getattr(time, 'time_ns', None) or (lambda now=time.time: int(now() * 1e9))


def clock_cost():
    """Nanoseconds that a reading of the clock takes; 0 where the clock is coarser than that.

    It is the least of 64: on a busy machine and with cold caches, the first dozen are all slow.
    """
    moments = [time.monotonic() for _ in range(65)]
    return int(1e9 * min(later - earlier for earlier, later in zip(moments, moments[1:])))


def in_one_go(*calls_of_c):
    """Call builtin functions, (function, argument, ...) each, with no signal handler in between.

    A handler of the program may raise wherever Python code of ours runs.
    """
    list(map(partial.__call__, [partial(*call) for call in calls_of_c]))


def numbers():
    """0, 1, 2, ...; `next` of it is one step, which no other thread comes between."""
    return iter(range(sys.maxsize))


def machine():
    """The hardware's name, as in `x86_64`; empty on Windows."""
    return calls.uname().machine if hasattr(calls, 'uname') else ''


def unblock_quit():
    """Ctrl-\\ reaches a plain run; a JVM blocks SIGQUIT for itself, and so for what it starts."""
    if hasattr(_signal, 'pthread_sigmask'):
        _signal.pthread_sigmask(_signal.SIG_UNBLOCK, (_signal.SIGQUIT,))


def is_absolute(path):
    return path.startswith('/') or (SEPARATOR == '\\' and path[1:2] == ':')


def absolute(path, directory):
    """The path as CPython makes it absolute: joined, and not normalised."""
    return path if is_absolute(path) else directory.rstrip(SEPARATOR) + SEPARATOR + path


def normal(path, directory):
    """An absolute path with no `.`, `..` or doubled separators; symbolic links stay."""
    parts = []
    for part in absolute(path, directory).replace(SEPARATOR, '/').split('/'):
        if part == '..':
            del parts[-1:]
        elif part not in ('', '.'):
            parts.append(part)
    start = '' if SEPARATOR == '\\' else '/'
    return start + '/'.join(parts)


def from_protocol(text):
    """A path or argument as CPython would have decoded it from the command line."""
    raw = text.encode('utf-8', 'surrogateescape')
    return raw.decode(sys.getfilesystemencoding(), sys.getfilesystemencodeerrors())


def to_protocol(name):
    """The inverse of `from_protocol`: the stream has the same name for a file whatever the locale is.

    A str, or a list or dict of them; other values stay, and so does what names no file.
    """
    if sys.getfilesystemencoding() == 'utf-8':
        return name
    if isinstance(name, list):
        return [to_protocol(one) for one in name]
    if isinstance(name, dict):
        return {key: to_protocol(one) for key, one in name.items()}
    try:
        raw = name.encode(sys.getfilesystemencoding(), sys.getfilesystemencodeerrors())
    except (AttributeError, UnicodeError):
        return name
    return raw.decode('utf-8', 'surrogateescape')


def read_file(path):
    with FileIO(path) as stream:
        return stream.readall()


def command_line():
    """The arguments that this process was started with; empty where the system does not report them."""
    known = getattr(sys, 'orig_argv', None)  # 3.10+
    if known:
        return list(known)
    try:
        raw = read_file('/proc/self/cmdline')
    except OSError:
        return []
    return [part.decode(ENCODING, 'surrogateescape') for part in raw.split(b'\0')[:-1]]


def move_away(descriptor):
    """A copy of the descriptor under a high number, which child processes do not inherit.

    Not much is tried: a program may be about to use up all numbers.
    """
    limit = _most_descriptors()
    highest = min(_HIGHEST, limit - 1)
    near = range(highest, max(2, highest - _TRIES), -1)
    for moved in [*near, *range(limit - 1, max(2, limit - _TRIES), -1)]:
        if not _is_open(moved):
            _dup2(descriptor, moved, False)
            return moved
    return _dup(descriptor)


def _most_descriptors():
    try:
        return calls.sysconf('SC_OPEN_MAX')
    except (AttributeError, ValueError, OSError):
        return 256


def _is_open(descriptor):
    try:
        fstat(descriptor)
    except OSError:
        return False
    return True
