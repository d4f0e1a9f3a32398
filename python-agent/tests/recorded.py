"""The stream of one process, and its events expanded."""

import collections

STRUCTURE = ('call', 'return')
VALUES = ('args', 'locals', 'value')

# more: what follows the line number, or the object of values. activation: of a generator's frame.
Event = collections.namedtuple(
    'Event', 'kind depth level function lineno more thread activation resumed')
Frame = collections.namedtuple('Frame', 'depth level code activation')


class Recorded:
    """records: the decoded lines of one process, in their order."""

    def __init__(self):
        self.records = []
        self._expansion = Expansion()
        self._expanded = 0  # how many of the records are in it

    @property
    def header(self):
        return self.records[0]

    @property
    def end(self):
        return self.of_kind('end')[0]

    def of_kind(self, kind):
        return [record for record in self.records if record['record'] == kind]

    def events(self, thread=None):
        """Each Event in the order of the stream, of all threads or of one."""
        return [event for event in self._expand().events if thread in (None, event.thread)]

    @property
    def gaps(self):
        """How many events, of all threads, are written before each record that says `blind`."""
        return self._expand().gaps

    @property
    def open_frames(self):
        """The frames that have not returned, of all threads."""
        return [frame for stack in self._expand().stacks.values() for frame in stack]

    def _expand(self):
        while self._expanded < len(self.records):
            self._expanded += 1
            self._expansion.take(self.records[self._expanded - 1])
        return self._expansion

    def shown(self, function=None, thread=None):
        """The events of a function as `kind lineno`."""
        return ['%s %s' % (event.kind, event.lineno) for event in self.events(thread)
                if function in (None, event.function)]

    def calls(self, thread=None):
        """The functions that were called, in their order, but for the program's `<module>`."""
        return [event.function for event in self.events(thread)
                if event.kind == 'call' and event.function != '<module>']

    def depths(self, thread=None):
        """(function, depth) of each call."""
        return [(event.function, event.depth) for event in self.events(thread)
                if event.kind == 'call' and event.function != '<module>']

    def thread_named(self, name):
        """The number of the one thread with that name."""
        number, = [record['thread'] for record in self.of_kind('thread') if record['name'] == name]
        return number

    def counted(self):
        """Events of each of CPython's kinds, as the `end` record counts them."""
        totals = dict.fromkeys(('call', 'line', 'return', 'exception', 'opcode'), 0)
        for event in self.events():
            if event.kind not in VALUES:
                totals[event.kind] += 1
        return totals


class Expansion:
    """Keeps the stacks of recorded frames as a reader must (PROTOCOL.md)."""

    def __init__(self):
        self.stacks = collections.defaultdict(list)
        self.events = []
        self.gaps = set()
        self._codes = {}
        self._left = {}  # thread -> the frame that returned last

    def take(self, record):
        kind = record['record']
        if kind == 'code':
            self._codes[record['code']] = record
        elif kind == 'stack':
            self.stacks[record['thread']] = [
                Frame(frame[1], frame[2], self._codes[frame[0]], frame[3] if frame[3:] else None)
                for frame in record['frames']]
        elif kind == 'events':
            for event in record['events']:
                event = event if isinstance(event, list) else ['line', event]
                self._expand(record['thread'], event)
        elif kind == 'blind':
            self.gaps.add(len(self.events))

    def _expand(self, thread, event):
        kind, stack, resumed = event[0], self.stacks[thread], None
        lineno = event[1]
        if kind == 'call':
            frame, lineno, resumed = self._entered(stack, event)
            stack.append(frame)
        else:
            frame = self._left[thread] if kind == 'value' else stack[-1]
        more = event[2:]
        if kind in VALUES:
            lineno, more = None, event[1]
        self.events.append(Event(kind, frame.depth, frame.level, frame.code['function'], lineno,
                                 more, thread, frame.activation, resumed))
        if kind == 'return':
            self._left[thread] = stack.pop()

    def _entered(self, stack, event):
        code = self._codes[event[1]]
        if len(event) == 3:
            below = stack[-1]
            counts = below.code['scope'] == 'user' or below.code['base']
            return Frame(below.depth + 1, below.level + counts, code, None), code['lineno'], None
        lineno, depth, level = event[3:6]
        activation, resumed = event[6:8] if event[6:] else (None, None)
        return Frame(depth, level, code, activation), lineno, resumed
