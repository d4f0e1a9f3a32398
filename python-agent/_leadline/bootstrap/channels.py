"""Gives the events a descriptor of their own, and the program its three streams back.

The process is started with a pipe on descriptor 1; that pipe becomes the event stream, under a high
number that the program does not meet, so that its first `open` gets the number it would have got.
"""

import sys

from _leadline import system

_ENXIO = 6  # nothing reads the FIFO
_PAUSE = 0.0005  # seconds between two tries to open it; a controller takes some ms
_TRIES = 100  # between two looks at the controller
_STREAMS = (('stdin', 0), ('stdout', 1), ('stderr', 2))


class Channels:
    """events: descriptor of the event stream. facts: the header's `stdio`. fifo: path or None."""

    def __init__(self, events, facts, fifo):
        self.events = events
        self.facts = facts
        self.fifo = fifo

    def connect_fifo(self, is_read):
        """Wait until the controller reads the FIFO, then make it the program's stdout.

        is_read: whether the event stream still has a reader. False where the controller is gone: it
        may be killed at any moment, and an open() that waits for it would never return.
        """
        if self.fifo is None:
            return True
        flags = system.calls.O_WRONLY | system.calls.O_NONBLOCK
        while True:
            for _ in range(_TRIES):
                try:
                    opened = system.calls.open(system.from_protocol(self.fifo), flags)
                except FileNotFoundError:
                    return False
                except OSError as fault:
                    if fault.errno != _ENXIO:
                        raise
                    system.sleep(_PAUSE)
                else:
                    system.calls.set_blocking(opened, True)
                    _replace(1, opened)
                    return True
            if not is_read():
                return False


def prepare(stdio, directory):
    """Move the event stream away and connect what needs no waiting.

    stdio: name -> path to open, or None. directory: where a FIFO may be made.
    """
    events = system.move_away(1)
    facts = connect(stdio)
    fifo = None
    if facts['stdout'] != 'own':
        fifo = _make_fifo(directory + system.SEPARATOR + 'stdout')
        facts['stdout'] = 'stderr' if fifo is None else 'fifo'
        if fifo is None:
            system.calls.dup2(2, 1)
    return Channels(events, facts, fifo)


def connect(stdio):
    """Connect the streams whose paths are given; the header's `stdio`."""
    facts = {}
    for name, descriptor in _STREAMS:
        owned = stdio[name] is not None and _open_own(stdio[name], descriptor)
        facts[name] = 'own' if owned else 'piped'
    return facts


def _open_own(path, descriptor):
    """Open the path in place of a standard descriptor; False where it cannot be opened."""
    flags = system.calls.O_RDONLY if descriptor == 0 else system.calls.O_WRONLY
    try:
        opened = system.calls.open(path, flags | getattr(system.calls, 'O_NOCTTY', 0))
    except OSError:
        return False
    offset = _offset_of(path) if descriptor == 0 else 0
    if offset:
        system.calls.lseek(opened, offset, 0)
    _replace(descriptor, opened)
    if system.calls.isatty(descriptor):
        _write_by_lines(descriptor)
    return True


def _offset_of(path):
    """Where the controller's own descriptor stands in a regular file: /proc/PID/fd/0 starts anew."""
    if '/fd/' not in path:
        return 0
    try:
        about = system.read_file(path.replace('/fd/', '/fdinfo/'))
    except OSError:
        return 0
    for line in about.splitlines():
        if line.startswith(b'pos:'):
            return int(line[4:])
    return 0


def _replace(descriptor, opened):
    system.calls.dup2(opened, descriptor)
    system.calls.close(opened)


def _write_by_lines(descriptor):
    """Python chose its buffering when it started, on a pipe; on a terminal it flushes each line."""
    name = dict((number, name) for name, number in _STREAMS)[descriptor]
    stream = getattr(sys, name)
    if descriptor == 0 or stream is None:
        return
    if hasattr(stream, 'reconfigure'):
        stream.reconfigure(line_buffering=True)
        return
    encoding, errors = stream.encoding, stream.errors  # CPython 3.6
    fresh = type(stream)(stream.detach(), encoding, errors, newline='\n', line_buffering=True)
    fresh.mode = 'w'
    setattr(sys, name, fresh)
    setattr(sys, '__%s__' % name, fresh)


def _make_fifo(path):
    try:
        system.calls.mkfifo(system.from_protocol(path), 0o600)
    except (AttributeError, OSError):
        return None
    return path
