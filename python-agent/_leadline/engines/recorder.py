"""The trace functions of one thread: what runs at every event."""

from _functools import partial
from _weakref import ref

from _leadline import native, system, wire
from _leadline.depth import FUNCTION, function_of, hides_callers
from _leadline.own_faults import HERE
from _leadline.values import exceptions

_FIRST_BATCH = 8
# pieces of text before they are written: some thousand events, half of a pipe's buffer; fewer where values make them long
_BATCH, _VALUED_BATCH = 4000, 1000
_MORE_LINES = 32
_NEVER = 1 << 62
_ALWAYS = -1
_MOST_LINES = 1 << 16  # beyond it a line number is formatted each time
_TIMES = 8192
_FIRST_TIMES = 512
_FEW = 128  # pieces of a batch; a program that has fewer does not wait for a table of times
_LONGEST = 300000000  # ns that a batch may take; a slow program has smaller ones
_OF_FUNCTION = 3  # items of an entry of heads; that of a generator has one more:
_FIRST = 3  # f_lasti up to which it is entered for the first time
SLOW = False  # in place of a head: enter() has to look at every call
_startswith = str.startswith  # a file name may be of the program's own str class
_HAS_TRACE_LINES = hasattr(system.current_frame(), 'f_trace_lines')  # 3.7
_discard = callable  # takes one argument and does nothing

# Tables of texts by their numbers. They grow as more is met: a short program waits for none.
_lines = []  # line events; where they have times, what stands in front of those
_returns = []
_numbers = []  # of lines and of times, as a call has them that states its place

# Of the whole run, set once by configure().
_batch = _BATCH
_now = system.monotonic_ns
_times = []  # JSON of small time differences, closing a call or return, and a line that has a time
_line_form = '%s'
_due = _NEVER  # moment of the monotonic clock at which what all threads hold is to be written


def configure(timed, live, line_times, valued):
    """Set what the trace functions of all threads share. live: every event is a batch. valued: some have values."""
    global _batch, _now, _due, _line_form
    _line_form = '["line",%s' if line_times else '%s'
    del _lines[:]
    _batch = 0 if live else _VALUED_BATCH if valued else _BATCH
    _due = system.monotonic_ns() + _LONGEST if timed and not live else _NEVER
    _now = system.monotonic_ns if timed else int  # int() is 0, and no Python code
    _times[:] = ['%d]' % time for time in range(_FIRST_TIMES)] if timed else ['null]']


def is_written():
    """All threads have just written what they held."""
    global _due
    if _ALWAYS < _due < _NEVER:
        _due = system.monotonic_ns() + _LONGEST


def write_at_once():
    """Every event is a batch from here on, also of the functions that trace already."""
    global _batch, _due
    _batch, _due = 0, _ALWAYS
    del _times[:]  # a call or return whose time is not in the table takes the path that may write


def _line_text(lineno):
    """JSON of a line number that the tables do not hold yet, or never will (None)."""
    if lineno is None:
        return 'null'
    if len(_lines) <= lineno < _MOST_LINES:
        size = max(lineno + _MORE_LINES, 2 * len(_lines))
        _grow(_returns, size, '["return",%d')
        _grow(_lines, size, _line_form.replace('%s', '%d'))
        _grow(_numbers, size, '%d')
    return '%d' % lineno


def _line_event(lineno):
    """A line event that the table does not hold; where lines have times, what stands in front of its time."""
    return _line_form % _line_text(lineno)


def _grow(table, size, form):
    """In one step, and never shorter: other threads use the table, and may do the same."""
    table[:size] = [form % number for number in range(size)]


class _Reference(ref):
    """May be looked for in a set for the first time when what it stands for is gone."""
    __hash__ = object.__hash__


def _is_open(piece):
    """Whether the piece is the head of a call or return whose time is not there yet."""
    return piece[:1] == '[' and piece[-1:] != ']'


def _is_return(piece):
    return piece[:9] == '["return"'


def make(engine, thread):
    """The trace function of one thread; its other functions are put into the Thread.

    One long function: its variables are the cells that the trace functions share, the cheapest
    state of a thread that there is in Python. Every call of a function copies all of its cells, so
    what is the same for the whole run stands in the module's variables instead. Pieces of JSON are
    appended as texts that exist already; a call or return is two pieces, its head and its time.

    Where the recorder in C is loaded, it stands in front of the functions that every event goes through, and
    calls them for what it does not record itself.
    """
    pieces = []
    append = pieces.append
    stack = thread.stack
    places = stack.places
    heads = thread.heads  # id(code) -> (head of its call, SLOW or None; children; whether it counts; see recorder.c)
    want_lines, want_exceptions = engine.lines, engine.exceptions
    shown = engine.shown(lambda text: append(text), lambda fault: is_noted(fault)) if engine.shown else None
    in_c = native.Trace is not None and not engine.opcodes and _batch > 0
    quick = in_c if shown else not engine.opcodes and _batch > 0
    hides_lines = not want_lines and _HAS_TRACE_LINES
    sparse = engine.sparse and not shown
    fewer = hides_lines or sparse
    silent = set()  # local trace functions of frames whose call is not written yet, where sparse
    batch = min(_FIRST_BATCH, _batch)  # doubles, so that a program that dies young leaves a trace
    limit = batch if not shown else _NEVER  # an event and its values are in one batch
    serves = shown.native.serves if shown and in_c else None
    after = shown.after if shown else None
    unfinished = []  # where an event begins that has not all of its values yet, counted from the first piece of all
    gone = [0]  # pieces that are written
    last = engine.origin if engine.timed else 0
    since = [last]  # of the batch
    written = [system.monotonic_ns()]  # when the last one was
    writers = set()  # references to the Writing of each flush() that runs
    running = stack.running  # ids of frames of generators, while they are on the stack
    of_generators = set()  # local trace functions of such frames
    begun, activations, here, timed = thread.begun, engine.activations, thread.here, engine.timed
    resuming = native.IdTable()  # id of a generator's frame, the call of which waits -> its line where it went on, or None
    raised = [0, 0]  # id of the frame of the last exception, and the place behind it, counted as in unfinished
    left_at = None  # such a place, where a return that is written stood
    near = engine.near_limit

    def make_local(resumes):
        def local(frame, event, arg):
            nonlocal last
            try:
                if event == 'line':
                    try:
                        append(_lines[frame.f_lineno])
                    except (IndexError, TypeError):
                        append(_line_event(frame.f_lineno))
                    if len(pieces) > limit:
                        flush()
                elif event == 'return':  # no flush: a line or an enter() comes before the next
                    if resumes:
                        running.pop(id(frame), None)
                    try:
                        append(_returns[frame.f_lineno])
                    except (IndexError, TypeError):
                        append('["return",' + _line_text(frame.f_lineno))
                    time = _now()
                    try:
                        append(_times[time - last])
                        last = time
                    except IndexError:
                        returned(time)
                else:
                    rare(frame, event, arg, resumes)
            except RecursionError:
                raise
            except BaseException as fault:
                if not is_noted(fault, frame, event):
                    raise
        return around(local)

    def make_timed(resumes):
        """The same where a line has a time."""
        structure = make_structure(resumes)

        def local(frame, event, arg):
            nonlocal last
            if event != 'line':
                structure(frame, event, arg)
                return
            try:
                try:
                    append(_lines[frame.f_lineno])
                except (IndexError, TypeError):
                    append(_line_event(frame.f_lineno))
                time = _now()
                try:
                    append(_times[time - last])
                except IndexError:  # no function of ours is called here: it may have no room on the stack
                    append('%d]' % (time - last))
                last = time
                if len(pieces) > limit:
                    flush()
                elif time >= _due and not shown:
                    guard(engine.flush)
            except RecursionError:
                raise
            except BaseException as fault:
                if not is_noted(fault, frame, event):
                    raise
        return around(local)

    def in_front_of(make, structure):
        """The trace functions in C that call those which make() makes."""
        if c_trace is None:
            return make
        return lambda: native.Local(c_trace, make(), structure, False, False)

    def begin_event():
        """What is written from here on is one with its values, whoever calls flush() meanwhile."""
        if not unfinished:
            unfinished.append(gone[0] + len(pieces))

    def returned(time):
        """A return that comes long after the last event that has a time, or is to be written at once."""
        nonlocal last
        append('%d]' % (time - last) if engine.timed else 'null]')
        last = time
        if not shown:
            keep_up(time)

    def keep_up(time):
        if time < _due:
            return
        guard(engine.flush)

    def around(plain):
        """Events with values, or each written at once."""
        if not shown and _batch:
            return plain

        def local(frame, event, arg):
            try:
                if after is not None:
                    if not unfinished:  # as begin_event()
                        unfinished.append(gone[0] + len(pieces))
                    plain(frame, event, arg)
                    after(frame, event, arg)
                    del unfinished[:]
                else:
                    plain(frame, event, arg)
                if len(pieces) > batch:
                    flush()
            except RecursionError:
                del unfinished[:]
                raise
            except BaseException as fault:
                if not is_noted(fault):
                    raise
        return local

    def make_quiet(resumes):
        return around(make_structure(resumes))

    def make_structure(resumes=False):
        def local(frame, event, arg):
            nonlocal last
            try:
                if event == 'return':
                    if resumes:
                        running.pop(id(frame), None)
                    try:
                        append(_returns[frame.f_lineno])
                    except (IndexError, TypeError):
                        append('["return",' + _line_text(frame.f_lineno))
                    time = _now()
                    try:
                        append(_times[time - last])
                        last = time
                    except IndexError:
                        returned(time)
                    if len(pieces) > limit:
                        flush()
                elif event != 'line':
                    rare(frame, event, arg, resumes)
            except RecursionError:
                raise
            except BaseException as fault:
                if not is_noted(fault, frame, event):
                    raise
        return local

    def make_silent(delegates=False):
        """delegates: the frame may go on with no `call`, as of go_on()."""
        def local(frame, event, arg):
            if event == 'exception':
                try:
                    if delegates and id(frame) not in running:
                        go_on(frame, event, arg)
                        return
                    catch_up(frame)
                    rare(frame, event, arg, False)
                except RecursionError:
                    raise
                except BaseException as fault:
                    if not is_noted(fault):
                        raise
            elif event == 'return':
                running.pop(id(frame), None)
        made = stack.own(local if c_trace is None else native.Local(c_trace, local, False, False, True))
        made.recorded = None  # what stands in its place once the call is written
        silent.add(made)
        return made

    def make_silent_delegating():
        return make_silent(delegates=True)

    def catch_up(frame):
        """Write the calls of frames that stand, down to the first one whose call is written."""
        found = []
        while frame is not None:
            local = frame.f_trace
            if stack.owns(local):
                if local not in silent:
                    break
                if id(frame) in running or not engine.codes.learn(frame).resumes:  # else it waits for what was thrown
                    found.append(frame)
            frame = frame.f_back
        for frame in reversed(found):
            known = engine.codes.learn(frame)
            eager = engine.eager and (frame.f_back is None or not stack.owns(frame.f_back.f_trace))  # as in enter()
            waiting = frame.f_trace
            depth, level_above = places[waiting]
            level = level_above - known.counts
            local = None if eager or known.resumes else waiting.recorded
            if local is None:
                local = choose_local(frame, known, depth, level, eager)
                if local in places and not engine.eager:
                    waiting.recorded = local
            frame.f_trace = local
            went_on = resuming.get(id(frame)) if known.resumes else None
            write_call(
                frame, known, depth, level, frame.f_code.co_firstlineno if went_on is None else went_on,
                went_on is not None)

    def make_bare():
        structure = make_structure()

        def local(frame, event, arg):
            if event == 'return':
                structure(frame, event, arg)
            elif event == 'exception':
                guard(stand_again, frame)
                raised[:] = id(frame), gone[0] + len(pieces)
        return local

    def stand_again(frame):
        """State the stack where a frame goes on whose return was reported between two events of one exception.

        CPython 3.15.2 does so where a generator expression is made of what cannot be iterated over.
        """
        since = raised[1] - gone[0]
        if raised[0] == id(frame) and 2 <= len(pieces) - since <= 3 and (  # a return, maybe with its value
                left_at == raised[1] if since < 0 else _is_return(pieces[since])):
            flush()
            thread.take_stack(frame)

    def make_delegating(make):
        """The frame may go on with no `call` that tells so."""
        def make_it():
            plain = make()

            def local(frame, event, arg):
                if id(frame) not in running:
                    return guard(go_on, frame, event, arg)
                plain(frame, event, arg)
            return native.Local(c_trace, local, plain.structure, True, False) if type(plain) is native.Local else local
        return make_it

    def make_eager(make):
        """All is written when such a frame is left: a child waits for work, and is then killed."""
        def make_it():
            plain = make()

            def local(frame, event, arg):
                plain(frame, event, arg)
                if event == 'return':
                    guard(flush)
            return local
        return make_it

    def make_last(make):
        """The `<module>` of a started child, whose end is reported nowhere else."""
        note = engine.last_exit.note

        def make_it():
            plain = make()

            def local(frame, event, arg):
                guard(note, frame, event, arg)
                plain(frame, event, arg)
            return local
        return make_it

    def rare(frame, event, arg, resumes):
        """resumes: of a generator's frame, the call of which is written."""
        if event == 'exception':
            key = id(frame)
            if raised[0] == key:
                stand_again(frame)
            if resumes and key not in running:
                flush()  # a signal handler raised where it goes on, before CPython reported its call
                thread.take_stack(frame)
            if want_exceptions:
                lineno = frame.f_lineno
                append(f'["exception",{"null" if lineno is None else lineno},{exceptions.exception_json(arg[1])}]')
            raised[0], raised[1] = key, gone[0] + len(pieces)
        elif event == 'opcode':
            append('["opcode",%s]' % _line_text(frame.f_lineno))
        if len(pieces) > limit:
            flush()

    def trace(frame, event, arg):
        nonlocal last
        entry = None
        try:
            entry = heads[id(frame.f_code)]
            head = entry[0]
            if head is None:
                return None
            if head is not SLOW and len(entry) == _OF_FUNCTION:
                caller = frame.f_back.f_trace
                if type(caller) is FUNCTION:  # others' hash is not ours to run
                    local = entry[1][caller]
                    if fewer:
                        if hides_lines:
                            frame.f_trace_lines = False
                        if sparse:
                            return local
                    time = _now()
                    passed = _times[time - last]
                    append(head)
                    append(passed)
                    last = time
                    return local
        except (KeyError, IndexError, TypeError, AttributeError):
            pass  # a new code object, a new place, a long time, an f_trace of the program's, no caller
        except RecursionError:
            raise
        except BaseException as fault:
            if not is_noted(fault, frame, event, 'a call could not be recorded'):
                raise
        try:
            return (entry and record_placed(frame, entry)) or enter(frame)
        except RecursionError:  # CPython 3.6 to 3.8 abort where it is caught for good
            del unfinished[:]
            while frame is not None:  # see let_go; there is no room to call it
                if type(frame.f_trace) in native.LOCALS and frame.f_trace in places:
                    frame.f_trace = None
                frame = frame.f_back
            raise
        except BaseException as fault:
            if not is_noted(fault, frame, event, 'a call could not be recorded'):
                raise
            forget(frame)
            return None

    def record_placed(frame, entry):
        """Record a call that states its place, of a generator or through code that is not recorded, where that needs no
        decision. Its local trace function; None where enter() is to do it.
        """
        nonlocal last
        if entry[0] is SLOW:
            return None
        back, steps, of_generator = frame.f_back, 1, len(entry) != _OF_FUNCTION
        try:
            caller = back.f_trace
            while caller is None:
                between = heads[id(back.f_code)]
                if between[0] is not None or between[2]:
                    return None
                back, steps = back.f_back, steps + 1
                caller = back.f_trace
            if type(caller) is not FUNCTION or (steps == 1 and not of_generator):
                return None
            local, place, by_generator = entry[1][caller if steps == 1 else (caller, steps)]
            if of_generator:
                key, followed = id(frame), frame.f_trace
                if followed is local:
                    activation, resumed = activations[key], '1]'
                elif followed is None and frame.f_lasti <= entry[_FIRST]:
                    activation, resumed = begun[key], '0]'
                    activations[key] = activation
                else:
                    return None
                if activation[1] is not here or (by_generator and id(back) not in running):
                    return None
            if hides_lines:
                frame.f_trace_lines = False
            if sparse:
                return local
            time = _now()
            if time >= _due:
                return None
            passed = _numbers[time - last] if timed else 'null'
            text = f'{passed},{_numbers[frame.f_lineno]}{place}'
        except (KeyError, IndexError, TypeError, AttributeError):
            return None  # as in trace()
        if of_generator:
            text = f'{text}{activation[2]}{resumed}'
            running[key] = True
        else:
            text += ']'
        append(entry[0])
        append(text)
        last = time
        return local

    def forget(frame):
        """The call of a frame is not recorded: nor is the rest of it."""
        running.pop(id(frame), None)
        if stack.owns(frame.f_trace):
            frame.f_trace = None

    def guard(step, *given):
        """Take a step of a trace function that does not meet faults itself."""
        try:
            return step(*given)
        except RecursionError:
            raise
        except BaseException as fault:
            if not is_noted(fault):
                raise

    def is_noted(fault, frame=None, event=None, failing='an event could not be recorded'):
        """Whether it is a fault of ours, which the program must not meet: one event is not recorded.

        Otherwise a signal handler of the program ran amid a trace function, and raised.
        """
        del unfinished[:]
        if pieces and _is_open(pieces[-1]):
            pieces.pop()
        if engine.faults.record(failing, fault):
            if event == 'return' and frame.f_back is not None:  # readers miss it
                stack.doubt()
                heads.clear()
                guard(settle, frame.f_back)
            return True
        engine.faults.run(failing, thread.main.interrupted)
        return False

    def enter(frame):
        if _startswith(frame.f_code.co_filename, HERE):
            return None  # our own, most of it at the end: it is not worth remembering
        known = engine.codes.learn(frame)
        key = id(frame.f_code)
        if key not in heads:
            thread.drop_with(frame.f_code)
        if known.layer:
            engine.starters.meet()
        of_generator = (known.entry,) if known.resumes else ()
        if known.touches and thread.main.step_aside(frame):
            heads[key] = (SLOW, None, None, *of_generator)
            return None
        if stack.doubtful:
            settle(frame.f_back)
        recorded = known.kept or known.base
        if not recorded and not hides_callers(known):
            heads[key] = None, None, known.counts
            return None
        if key not in heads:
            heads[key] = (SLOW, None, None, *of_generator)
        place = stack.locate(frame, known)
        if place is not None and place[3] is not stack:
            there = engine.greenlets.owner(thread, place[3], frame)
            if there is not thread:
                return there.run(frame)
        if not recorded or place is None or not (known.base or stack.wants(known, *place[:2])):
            return pass_over(frame, known, place)
        depth, level, caller, _ = place
        is_first = caller is None or type(caller) is tuple  # no recorded frame is right below
        followed = known.resumes and stack.owns(frame.f_trace)
        resumed = known.resumes and frame.f_lasti > known.entry
        waits = sparse and not (known.base or known.touches) and not (
            near is not None and near.reached(thread, depth))
        if waits and known.resumes:
            resuming[id(frame)] = frame.f_lineno if resumed else None
            if not resumed:
                engine.activations.pop(id(frame), None)  # of a frame that is gone
        local = choose_local(
            frame, known, depth, level, engine.eager and is_first, not resumed, waits)
        engine.describe(known, frame, entered=True)
        if level == 0 and thread.base is None:
            thread.measured(known, frame, depth)
        elif known.base and thread.base is not None and not stack.base_is_shown(known, depth):
            thread.write_base(known.number, *thread.base[1:])  # it runs again; see PROTOCOL.md
        if engine.layers is not None:
            engine.layers.note(thread, frame, known, depth, level)
        if not waits:
            if sparse:
                catch_up(frame.f_back)
            if shown:
                begin_event()
            write_call(frame, known, depth, level, frame.f_lineno, resumed)
        if shown:
            guard(shown.entered, frame, local, resumed, followed)
            if not shown.is_to_begin(local, resumed):
                del unfinished[:]
        if is_quick(known, frame.f_code):
            children = stack.children_for(known)
            heads[key] = ('["call",%d' % known.number, children, known.counts, *of_generator)
            if is_same_below(caller) and local in places and (serves is None or type(local) is native.Local):
                remember(children, caller, local, known, depth, level)
        if not unfinished:
            if len(pieces) > batch:
                guard(flush)
            else:
                keep_up(last)
        return None if engine.stopped else local

    def remember(children, caller, local, known, depth, level):
        """What has this caller, or is some steps above it, has that local trace function. In Python a call that states its
        place has a tuple: the function, the place's JSON, and whether the caller is the frame of a generator.
        """
        below = caller[0] if type(caller) is tuple else caller
        if c_trace is None and (known.resumes or below is not caller):
            local = local, ',%d,%d' % (depth, level), below in of_generators
        children[caller] = local

    def is_quick(known, code):
        """Whether calls of this code need no decision at the places where it was called before."""
        if not quick or known.base or known.touches or not (serves is None or serves(code)):
            return False
        return not (known.resumes and sparse) or c_trace is not None

    def is_same_below(caller):
        """Whether the frames down to the next one of the user are the same where the caller's trace function is."""
        if engine.layers is None:
            return caller is not None
        return engine.user_alone and caller is not None and type(caller) is not tuple

    def write_call(frame, known, depth, level, lineno, resumed=False):
        nonlocal last
        lineno = _line_text(lineno)
        activation = thread.activation(frame, not resumed)[0] if known.resumes else None
        time = _now()
        passed = '%d' % (time - last) if engine.timed else 'null'
        last = time
        append('["call",%d' % known.number)
        if known.resumes:
            append('%s,%s,%d,%d,%d,%d]' % (passed, lineno, depth, level, activation, resumed))
        else:
            append('%s,%s,%d,%d]' % (passed, lineno, depth, level))

    def pass_over(frame, known, place):
        """The frame is not recorded where it stands now; what is to stand in its f_trace."""
        if stack.owns(frame.f_trace):
            frame.f_trace = None  # a generator that was wanted where it stood before
        if not known.delegates:
            return None
        running[id(frame)] = True
        return stack.unrecorded_at((place[0], place[1] + known.counts), make_unrecorded)

    def make_unrecorded():
        def local(frame, event, arg):
            if stack.doubtful:
                guard(settle, frame)
            if id(frame) not in running:
                guard(go_on, frame, event, arg)
            elif event == 'return':
                running.pop(id(frame), None)
        return local

    def go_on(frame, event, arg):
        """A frame that delegates is on the stack again with no `call` that says so, maybe elsewhere."""
        there = engine.greenlets.running(thread, frame)
        there.flush()
        there.take_stack(frame)
        there.stack.sees_callers(frame)
        function_of(frame.f_trace)(frame, event, arg)

    def settle(frame):
        """State the stack once the callers can be seen again; see depth.THROW_HIDES_CALLERS."""
        if stack.sees_callers(frame):
            flush()
            thread.take_stack(frame)

    def choose_local(frame, known, depth, level, eager=False, begins=False, waits=False):
        """begins: the frame is being entered for the first time. waits: for an exception before its call is written."""
        level_above = level + known.counts
        if known.base and not stack.base_is_shown(known, depth):
            kind, make = 'bare', make_bare
        elif waits:
            kind, make = ('silent', make_silent) if not known.delegates else ('silent delegating', make_silent_delegating)
            if engine.eager:
                kind += ' eager'  # none of those from before a fork, which are known to be written otherwise
        else:
            kind, make = ('full', make_full) if want_lines else ('quiet', make_quiet)
            kind, make = kind + ' of generator' if known.resumes else kind, partial(make, known.resumes)
            if serves is None or (serves(frame.f_code) and not known.base and not eager):
                make = in_front_of(make, not want_lines)
            else:
                kind += ' python'
        if known.resumes:
            running[id(frame)] = True
        if known.delegates and not waits:
            kind, make = kind + ' delegating', make_delegating(make)
        if eager and not waits:
            kind, make = kind + ' eager', make_eager(make)
        if known.base and engine.last_exit is not None:
            kind, make = kind + ' last', make_last(make)
        if near is not None and near.reached(thread, depth):
            flush()
            local = near.watch(thread, stack.own(native.in_python(make())), (depth, level_above))
        else:
            local = stack.local_at(depth, level_above, kind, make)
            if known.resumes:
                of_generators.add(local)
        if not want_lines or kind == 'bare':
            set_on(frame, 'f_trace_lines', False)
        if shown and kind[:4] != 'bare' and type(local) is not native.Local:
            local = shown.stand_in(frame, local, begins)
        if engine.opcodes and kind != 'bare':
            frame.f_trace = local  # first: CPython 3.12+ (gh-103615)
            set_on(frame, 'f_trace_opcodes', True)
        return local

    def flush(send=True):
        """Write what there is. Another thread may call it, and a signal handler in the midst of it.

        send: now; otherwise it goes out with the next record. False where another one is at it, which
        may have begun before the last events came.
        """
        nonlocal batch
        writing = wire.Writing()
        reference = _Reference(writing, writers.discard)
        try:
            writers.add(reference)
            alone = len(writers) == 1
            count = len(pieces) if alone else 0
            for start in unfinished:
                count = min(count, start - gone[0])
            if count and _is_open(pieces[count - 1]):
                count -= 1
            if count:
                write(count, send)
        finally:
            writing = None
        if batch >= _FEW and 1 < len(_times) < _TIMES:
            size = min(4 * len(_times), _TIMES)
            _grow(_times, size, '%d]')
            if c_trace is None:
                _grow(_numbers, size, '%d')
        wrote, now = written[0], system.monotonic_ns()
        written[0] = now
        if now - wrote > _LONGEST:
            batch = min(count * _LONGEST // (now - wrote), _batch)
        else:
            batch = min(max(2 * batch, _FIRST_BATCH), _batch)
        set_limit()
        if engine.stopped:
            del pieces[:]
            if thread.main is engine.here():
                thread.main.leave()
        return alone

    def write(count, send):
        nonlocal left_at
        place = raised[1] - gone[0]
        if 0 <= place < count and _is_return(pieces[place]):
            left_at = raised[1]
        head = '{"record":"events","thread":%d,"time_ns":%s,"events":[' % (
            thread.number, since[0] - engine.origin if engine.timed else 'null')
        line, counts = thread.batch(pieces, count, head)
        system.in_one_go(
            (engine.stream.later, line), (pieces.__delitem__, slice(count)),
            (gone.__setitem__, 0, gone[0] + count),
            (since.__setitem__, 0, last), (thread.counts.update, counts))
        if send and not engine.stream.write(''):
            engine.stop()
        engine.check_limit()

    def announce():
        """Write the next event at once: whoever asked for all learns that there is more."""
        nonlocal batch
        batch = 0
        set_limit()

    def set_limit():
        nonlocal limit
        limit = batch if not shown else _NEVER
        if c_trace is not None:
            c_trace.limit = batch

    def mute():
        nonlocal append
        append = _discard
        if c_trace is not None:
            c_trace.muted = True

    def unmute():
        nonlocal append, last
        append = pieces.append
        last = _now()
        if not pieces:
            since[0] = last
        if c_trace is not None:
            c_trace.muted = False

    def drop():
        """Forget what is not written: it belongs to the process that forked this one."""
        del pieces[:], unfinished[:]
        writers.clear()
        since[0] = last

    make_full = make_timed if engine.line_times else make_local
    c_trace = None
    if in_c:
        last_cell = (lambda: last).__closure__[0]
        c_trace = native.Trace(
            pieces=pieces, heads=heads, lines=_lines, returns=_returns, times=_times, last=last_cell,
            flush=lambda: guard(flush), keep_up=lambda: keep_up(last), python=trace, places=places,
            activations=engine.activations, begun=thread.begun, here=thread.here,
            numbers=engine.activation_numbers, running=running, raised=raised, gone=gone,
            resuming=resuming if sparse else None, exceptions=want_exceptions, timed=engine.timed,
            line_times=engine.line_times, hides_lines=hides_lines)
        set_limit()
        if shown:
            shown.begin_in_c(c_trace, unfinished, _line_event)
    return {
        'trace': trace if c_trace is None else c_trace,
        'listen': partial(system.settrace, trace) if c_trace is None else c_trace.listen,
        'flush': flush, 'drop': drop, 'announce_next': announce, 'mute': mute, 'unmute': unmute,
        'finish_event': unfinished.clear, 'choose_local': choose_local, 'pass_over': pass_over, 'last': lambda: last}


def set_on(frame, attribute, value):
    """Set a frame attribute that CPython has from 3.7."""
    if hasattr(frame, attribute):
        setattr(frame, attribute, value)
