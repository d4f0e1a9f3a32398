"""The engine on `sys.settrace`, for every CPython.

A recorded frame is known by its *local trace function*: each place on the stack, a depth and a
level, has a function object of its own, and CPython keeps it in `f_trace` for as long as the frame
lives. The place of a called frame is so read off its caller with one look-up, whatever the depth,
no frame is held, and nothing has to be undone when a frame goes.
"""

import _thread
import sys

from _leadline import system, values, wire

_FIRST_BATCH = 8
BATCH = 1000  # pieces of text before they are written: some hundred events, about one pipe buffer
_FIRST_LINES = 512
_MOST_LINES = 1 << 16  # beyond it a line number is formatted each time
_TIMES = 8192
SLOW = False  # in place of a head: enter() has to look at every call

_lines = ['%d' % lineno for lineno in range(_FIRST_LINES)]
_returns = ['["return",%d' % lineno for lineno in range(_FIRST_LINES)]
_FUNCTION = type(lambda: None)

# Of the whole run, set once by _configure().
_batch = BATCH
_now = system.monotonic_ns
_times = []  # JSON of small time differences, closing a call or return


def reason_unavailable():
    """None: there is no CPython without `sys.settrace`."""
    return None


def _configure(timed, batch):
    global _batch, _now
    _batch = batch
    _now = system.monotonic_ns if timed else int  # int() is 0, and no Python code
    _times[:] = ['%d]' % time for time in range(_TIMES)] if timed else ['null]']


def _line_text(lineno):
    """JSON of a line number that the tables do not hold yet, or never will (None)."""
    if lineno is None:
        return 'null'
    if lineno < _MOST_LINES:
        more = range(len(_lines), lineno + _FIRST_LINES)
        _returns.extend(['["return",%d' % n for n in more])
        _lines.extend(['%d' % n for n in more])
    return '%d' % lineno


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
        _configure(timed, 0 if live else BATCH)
        self._most = recording['max_events']
        self.totals = dict.fromkeys(('call', 'line', 'return', 'exception', 'opcode'), 0)
        self._flushes = []
        self._stack = Stack(self, 0)
        self._tracer = None
        self._stopped = False

    def start_clock(self):
        """All times count from here."""
        self.origin = system.monotonic_ns()

    def start(self):
        """Record this thread from its next call on."""
        self._tracer, flush = _recorder(self, self._stack)
        self._flushes.append(flush)
        if self.opcodes:  # CPython 3.12 looks for such a frame when settrace is called (gh-103615)
            _set(sys._getframe(), 'f_trace_opcodes', True)
        sys.settrace(self._tracer)

    def listening(self):
        """Whether CPython still tells this thread's events to us."""
        return sys.gettrace() is self._tracer

    def check(self):
        """Say so where tracing was taken from us: by the program, or by CPython after an error."""
        if not self._stopped and not self.listening():
            self.trouble('tracing was switched off before the end: by a sys.settrace of the '
                         'program, or by CPython when the stack had no room for the tracer')

    def stop(self):
        self._stopped = True
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

    def elapsed(self, now=None):
        return (now or system.monotonic_ns()) - self.origin

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
        """Stop at `max_events`. A few more are written by then; readers cut to the number."""
        if self._most is not None and sum(self.totals.values()) >= self._most:
            self.stream.write(wire.record(
                'limit', ('max_events', self._most), ('time_ns', self.elapsed())))
            self._most = None
            self.stop()


class Stack:
    """The recorded frames of one thread, by their local trace functions."""

    def __init__(self, engine, number):
        self.number = number
        self._engine = engine
        self.places = {}  # local trace function -> (depth, level of a frame right above)
        self._locals = {}  # the same, the other way round, and by kind
        self.user_children = {}  # local of a frame -> local of a user's frame right above it
        self.other_children = {}

    def owns(self, local):
        """Whether it is a local trace function of ours."""
        return type(local) is _FUNCTION and local in self.places

    def children_for(self, known):
        return self.user_children if known.counts else self.other_children

    def locate(self, frame):
        """(depth, level, caller's local or None) of a frame that is being entered.

        None where it is more levels deep than are wanted: the walk ends as soon as that is sure.
        """
        engine = self._engine
        steps, users = 1, 0
        back = frame.f_back
        while back is not None:
            local = back.f_trace
            if self.owns(local):
                place = self.places[local]
                return place[0] + steps, place[1] + users, local if steps == 1 else None
            users += engine.codes.learn(back).counts
            steps += 1
            if engine.levels is not None and engine.cutoff is None and users > engine.levels:
                return None
            back = back.f_back
        return steps, users, None

    def wants(self, known, depth, level):
        """Whether the recording holds a frame of this code at this place."""
        engine = self._engine
        if not known.counts and level == 0:
            return False  # no frame of the program is beneath: bootstrap, not program
        if engine.cutoff is None:
            return engine.levels is None or level <= engine.levels
        if depth <= engine.cutoff:
            return False
        return engine.levels is None or depth <= engine.cutoff + engine.levels

    def base_is_shown(self, known, depth):
        """Whether more of the program's `<module>` is wanted than its call and return."""
        engine = self._engine
        if engine.cutoff is None:
            return known.kept and engine.module_level
        return known.kept and depth > engine.cutoff

    def local_at(self, depth, level_above, kind, make):
        """The local trace function of a place; made when a frame first stands there."""
        key = depth, level_above, kind
        local = self._locals.get(key)
        if local is None:
            local = self._locals[key] = make()
            self.places[local] = key[:2]
        return local


def _recorder(engine, stack):
    """(trace function, flush) of one thread.

    One long function: its variables are the cells that the trace functions share, the cheapest
    state of a thread that there is in Python. Every call of a function copies all of its cells, so
    what is the same for the whole run stands in the module's variables instead. Pieces of JSON are
    appended as texts that exist already; a call or return is two pieces, its head and its time.
    """
    pieces = []
    append = pieces.append
    places = stack.places
    heads = {}  # id(code) -> (head of its call, None where it is never recorded, or SLOW; children)
    want_lines, want_exceptions = engine.lines, engine.exceptions
    quick = want_lines and not engine.opcodes and _batch > 0
    limit = min(_FIRST_BATCH, _batch)  # doubles, so that a program that dies young leaves a trace
    last = since = engine.origin if engine.timed else 0
    already = 0
    engine.codes.on_forget(heads)
    engine.stream.later(wire.record(
        'thread', ('thread', stack.number), ('ident', _thread.get_ident()), ('name', 'MainThread')))

    def make_local():
        def local(frame, event, arg):
            nonlocal last
            if event == 'line':
                try:
                    append(_lines[frame.f_lineno])
                except (IndexError, TypeError):
                    append(_line_text(frame.f_lineno))
                if len(pieces) > limit:
                    flush()
            elif event == 'return':  # needs no flush: a line or an enter() comes before the next
                try:
                    append(_returns[frame.f_lineno])
                except (IndexError, TypeError):
                    append('["return",' + _line_text(frame.f_lineno))
                time = _now()
                try:
                    append(_times[time - last])
                except IndexError:
                    append('%d]' % (time - last))
                last = time
            else:
                rare(frame, event, arg)
        return local if _batch else at_once(local)

    def at_once(local):
        def live(frame, event, arg):
            local(frame, event, arg)
            flush()
        return live

    def make_quiet():
        def local(frame, event, arg):
            nonlocal last
            if event == 'return':
                append('["return",' + _line_text(frame.f_lineno))
                time = _now()
                append('%d]' % (time - last) if engine.timed else 'null]')
                last = time
                if len(pieces) > limit:
                    flush()
            elif event != 'line':
                rare(frame, event, arg)
        return local

    def make_bare():
        quiet = make_quiet()

        def local(frame, event, arg):
            if event == 'return':
                quiet(frame, event, arg)
        return local

    def rare(frame, event, arg):
        if event == 'exception' and want_exceptions:
            engine.totals['exception'] += 1
            name, message = values.exception_text(arg[1])
            append('["exception",%s,%s,%s]' % (
                _line_text(frame.f_lineno), wire.quote(name), wire.quote(message)))
        elif event == 'opcode':
            engine.totals['opcode'] += 1
            append('["opcode",%s]' % _line_text(frame.f_lineno))
        if len(pieces) > limit:
            flush()

    def trace(frame, event, arg):
        nonlocal last
        try:
            head, children = heads[id(frame.f_code)]
            if head is None:
                return None
            if head is not SLOW:
                local = children[frame.f_back.f_trace]
                time = _now()
                passed = _times[time - last]
                append(head)
                append(passed)
                last = time
                return local
        except (KeyError, IndexError, TypeError, AttributeError):
            pass  # a new code object, a new place, a long time, an f_trace of the program's, no caller
        try:
            return enter(frame)
        except RecursionError:  # CPython 3.6 to 3.8 abort where it is caught for good
            while frame is not None:  # see _let_go; there is no room to call it
                if type(frame.f_trace) is _FUNCTION and frame.f_trace in places:
                    frame.f_trace = None
                frame = frame.f_back
            raise
        except Exception as fault:
            engine.trouble('a call could not be recorded: %s: %s' % values.exception_text(fault))
            return None

    def enter(frame):
        nonlocal last
        known = engine.codes.learn(frame)
        key = id(frame.f_code)
        if not known.kept and not known.base:
            heads[key] = None, None
            return None
        heads.setdefault(key, (SLOW, None))
        place = stack.locate(frame)
        if place is None:
            return None
        depth, level, caller = place
        if not known.base and not stack.wants(known, depth, level):
            return None
        local = choose_local(frame, known, depth, level)
        lineno = _line_text(frame.f_lineno)
        if not known.written:
            engine.stream.later(engine.codes.describe(known, frame, frame.f_lineno))
            if known.base:
                engine.stream.later(wire.record(
                    'base', ('thread', stack.number), ('code', known.number), ('depth', depth)))
        time = _now()
        passed = '%d' % (time - last) if engine.timed else 'null'
        last = time
        append('["call",%d' % known.number)
        append('%s,%s,%d,%d]' % (passed, lineno, depth, level))
        if quick and not known.resumes and not known.base:
            children = stack.children_for(known)
            heads[key] = '["call",%d' % known.number, children
            if caller is not None:
                children[caller] = local
        if len(pieces) > limit:
            flush()
        return local

    def choose_local(frame, known, depth, level):
        level_above = level + known.counts
        if known.base and not stack.base_is_shown(known, depth):
            kind, make = 'bare', make_bare
        elif want_lines:
            kind, make = 'full', make_local
        else:
            kind, make = 'quiet', make_quiet
        local = stack.local_at(depth, level_above, kind, make)
        if kind != 'full':
            _set(frame, 'f_trace_lines', False)
        if engine.opcodes and kind != 'bare':
            frame.f_trace = local  # first: CPython 3.12+ (gh-103615)
            _set(frame, 'f_trace_opcodes', True)
        return local

    def flush():
        nonlocal since, already, limit
        if not pieces:
            return
        text = ','.join(pieces)
        counted = engine.totals['exception'] + engine.totals['opcode']
        engine.written(text, len(pieces) - (counted - already))
        already = counted
        limit = min(2 * limit, _batch)
        del pieces[:]
        start, since = since, last
        wrote = engine.stream.write('{"record":"events","thread":%d,"time_ns":%s,"events":[%s]}\n' % (
            stack.number, start - engine.origin if engine.timed else 'null', text))
        engine.check_limit()
        if not wrote:
            engine.stop()

    return trace, flush


def _set(frame, attribute, value):
    """Set a frame attribute that CPython has from 3.7."""
    if hasattr(frame, attribute):
        setattr(frame, attribute, value)
