"""The engine on `sys.settrace`, for every CPython."""

import sys

from _leadline import depth, system, wire
from _leadline.engines import recorder


class Engine:
    """Records the threads of one process into a wire.Stream.

    recording: as in PROTOCOL.md.
    """

    def __init__(self, codes, stream, recording, timed, live):
        events = recording['events']
        self.codes = codes
        self.stream = stream
        self.lines = 'line' in events
        self.exceptions = 'exception' in events
        self.opcodes = 'opcode' in events
        self.cutoff = None if recording['cutoff'] == 'auto' else recording['cutoff']
        self.module_level = recording['module_level']
        self.levels = recording['levels']
        self.origin = 0
        self.timed = timed
        recorder.configure(timed, live)
        self._most = recording['max_events']
        self._kinds = frozenset(events)
        self.totals = dict.fromkeys(('call', 'line', 'return', 'exception', 'opcode'), 0)
        self._flushes = []
        self._stack = depth.Stack(self, 0)
        self._tracer = None
        self.stopped = False

    def start_clock(self):
        """All times count from here."""
        self.origin = system.monotonic_ns()

    def start(self):
        """Record this thread from its next call on."""
        self._tracer, flush = recorder.make(self, self._stack)
        self._flushes.append(flush)
        if self.opcodes:  # CPython 3.12 looks for such a frame when settrace is called (gh-103615)
            recorder.set_on(sys._getframe(), 'f_trace_opcodes', True)
        sys.settrace(self._tracer)

    def listening(self):
        """Whether CPython still tells this thread's events to us."""
        return sys.gettrace() is self._tracer

    def check(self):
        """Say so where tracing was taken from us: by the program, or by CPython after an error."""
        if not self.stopped and not self.listening():
            self.trouble('tracing was switched off before the end: by a sys.settrace of the '
                         'program, or by CPython when the stack had no room for the tracer')

    def stop(self):
        self.stopped = True
        if self.listening():
            sys.settrace(None)
            self._let_go(sys._getframe())

    def _let_go(self, frame):
        """Take our local trace functions off the stack.

        CPython up to 3.9 has a frame's line from its last line event for as long as f_trace is set,
        and would show old lines in tracebacks once events no longer come.
        """
        while frame is not None:
            if self._stack.owns(frame.f_trace):
                frame.f_trace = None
            frame = frame.f_back

    def flush(self):
        for flush in self._flushes:
            flush()

    def elapsed(self):
        """Nanoseconds since start_clock()."""
        return system.monotonic_ns() - self.origin

    def trouble(self, text):
        self.stream.later(wire.record('trouble', ('text', text), ('time_ns', self.elapsed())))

    def written(self, text, others):
        """Count a batch by its text: no quoted text can hold `["call"`, its quotes are escaped.

        others: how many of its pieces are neither call nor return, nor counted already.
        """
        totals = self.totals
        if '[' in text:
            calls = text.count('["call"')
            returns = text.count('["return"')
            totals['call'] += calls
            totals['return'] += returns
            others -= 2 * (calls + returns)
        totals['line'] += others

    def check_limit(self):
        """Stop at `max_events`. A few more are written by then; readers cut to the number.

        Structure that was not asked for does not count, nor do the base's call and return.
        """
        if self._most is None:
            return
        if sum(self.totals[kind] for kind in self._kinds) >= self._most + 2:
            self.stream.write(wire.record(
                'limit', ('max_events', self._most), ('time_ns', self.elapsed())))
            self._most = None
            self.stop()
