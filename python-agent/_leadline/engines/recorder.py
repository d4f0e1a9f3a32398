"""The trace functions of one thread: what runs at every event."""

import _thread

from _leadline import system, values, wire
from _leadline.depth import FUNCTION

_FIRST_BATCH = 8
BATCH = 1000  # pieces of text before they are written: some hundred events, about one pipe buffer
_FIRST_LINES = 512
_MOST_LINES = 1 << 16  # beyond it a line number is formatted each time
_TIMES = 8192
SLOW = False  # in place of a head: enter() has to look at every call

_lines = ['%d' % lineno for lineno in range(_FIRST_LINES)]
_returns = ['["return",%d' % lineno for lineno in range(_FIRST_LINES)]

# Of the whole run, set once by configure().
_batch = BATCH
_now = system.monotonic_ns
_times = []  # JSON of small time differences, closing a call or return


def configure(timed, live):
    """Set what the trace functions of all threads share. live: every event is a batch."""
    global _batch, _now
    _batch = 0 if live else BATCH
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


def make(engine, stack):
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
                if type(frame.f_trace) is FUNCTION and frame.f_trace in places:
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
        return None if engine.stopped else local

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
            set_on(frame, 'f_trace_lines', False)
        if engine.opcodes and kind != 'bare':
            frame.f_trace = local  # first: CPython 3.12+ (gh-103615)
            set_on(frame, 'f_trace_opcodes', True)
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


def set_on(frame, attribute, value):
    """Set a frame attribute that CPython has from 3.7."""
    if hasattr(frame, attribute):
        setattr(frame, attribute, value)
