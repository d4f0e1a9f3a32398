"""The operating system's calls, taken from the builtin module before the program can touch them.

`os` is not used where the builtin serves: with `-S` a plain run does not load it.
"""

import sys
import time

try:
    import posix as calls
except ImportError:  # Windows
    import nt as calls

SEPARATOR = '\\' if sys.platform == 'win32' else '/'

getcwd = calls.getcwd
getpid = calls.getpid
write = calls.write

# CPython 3.6 has no clock that counts in nanoseconds.
monotonic_ns = getattr(time, 'monotonic_ns', None) or (
    lambda monotonic=time.monotonic: int(monotonic() * 1e9))
wall_ns = getattr(time, 'time_ns', None) or (lambda now=time.time: int(now() * 1e9))


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


def native(text):
    """A path or argument as CPython would have decoded it from the command line."""
    raw = text.encode('utf-8', 'surrogateescape')
    return raw.decode(sys.getfilesystemencoding(), sys.getfilesystemencodeerrors())


def read_file(path):
    with open(path, 'rb') as stream:
        return stream.read()
