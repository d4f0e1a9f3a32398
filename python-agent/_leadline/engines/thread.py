"""What the engine knows of one stack of the program, and how a thread goes blind and sees again."""

from _thread import get_ident

from _leadline import depth, native, system, wire
from _leadline.codes import watch
from _leadline.depth import AGENT
from _leadline.engines import coverage, layers, recorder, settrace_handover
from _leadline.engines.watching import until_untraced

_KINDS = 'call', 'line', 'return', 'exception', 'opcode'
_NAMED = 'call', 'return', 'exception', 'opcode', 'line'  # as native.join_batch() has them


class Thread:
    """One stack of frames: of a thread, or of a greenlet beside its main one.

    CPython has one trace function for all stacks of an OS thread, so they are blind together: what
    concerns all of them is a method of `main`, the Thread of the main greenlet.

    The functions that recorder.make() makes for it:

    trace: its trace function. listen(): have CPython call it for the thread that asks.
    flush(), drop(): write or forget the events that it holds.
    announce_next(): have the next one written at once. mute(), unmute(): drop events, or not.
    finish_event(): no values are to come with the last one.
    choose_local(frame, known, depth, level). pass_over(frame, known, place). last(): its last time.
    """

    def __init__(self, engine, root=None):
        self.engine = engine
        self.heads = native.IdTable()
        self._watched = {}  # the same keys: references that clear them
        self.stack = depth.Stack(engine, self)
        self._sought = [(kind, '["%s"' % kind) for kind in _bracketed(engine)]
        self.here = object()  # this stack, for what is not to keep it
        self.begun = native.IdTable()  # id of a generator's frame that began on this stack -> (its number, here)
        self._blind_since = 0
        self.root = root  # of the main greenlet, see greenlets.py
        self.greenlets = {}  # id of each other greenlet of this OS thread -> its Thread
        vars(self).update(recorder.make(engine, self))

    def begin(self, number, name, main, key, reference):
        """Stand for a stack from here on; for a greenlet's, after that of another one that is gone.

        key: of the greenlet in those of `main`, else None. reference: a threads.departure() of the stack.
        """
        self.number = number
        self.name = name
        self.main = main
        self.key = key
        self.reference = reference
        self.ident = get_ident()
        self.base = None  # what write_base() wrote last
        self.counts = dict.fromkeys(_KINDS, 0)
        self.blind = None  # why

    def drop_with(self, code):
        """Have the head of a code object dropped with it."""
        self._watched[id(code)] = watch(code, self.heads)

    def announce(self):
        more = () if self.main is self else (('greenlet', True),)
        self.engine.stream.later(wire.record(
            'thread', ('thread', self.number), ('ident', self.ident), ('name', self.name), *more))

    def begin_again(self, number, frame):
        """A stack of the only thread of a forked child: what is on it goes into another stream."""
        self.number = number
        self.reference.stands_for(number)
        self.drop()
        self.heads.clear()
        self.counts = dict.fromkeys(self.counts, 0)
        self.announce()
        if self.base is not None:
            self.write_base(None, *self.base[1:])
        if not self.blind:
            self.take_stack(frame)

    def batch(self, pieces, count, head):
        """The line of a batch, a text or bytes, and the counts of events with those of it.

        head: what the line begins with; behind it stand the first `count` pieces.
        """
        if native.join_batch is None:
            text = ','.join(pieces[:count])
            line = '%s%s]}\n' % (head, text)
            found, named = self._found_in(text)
        else:
            line, *numbers, named = native.join_batch(head, pieces, count)
            found = dict(zip(_NAMED, numbers))
        # a call, a return and a line that has a time are two pieces each; other lines have no name
        found['line'] = count - found['call'] - found['return'] - named
        return line, {kind: self.counts[kind] + found[kind] for kind in _KINDS}

    def _found_in(self, text):
        """Of a batch, by its text: the counts of events with a name, and of all that has one."""
        found = dict.fromkeys(_NAMED, 0)
        if '[' in text:
            for kind, start in self._sought:
                found[kind] = text.count(start)  # quotes in a quoted text are escaped
        return found, text.count('["') if self.engine.shown else sum(found.values())

    def measured(self, known, frame, frame_depth):
        """The first frame of the user, or the program's `<module>`, stands on this stack."""
        below = layers.below(self.engine.codes, frame, known)
        if known.base:
            self.write_base(known.number, frame_depth, below)
        elif self.number != 0:
            self.write_base(None, frame_depth - 1, below)

    def write_base(self, code, base_depth, below):
        self.base = code, base_depth, below
        self.engine.stream.later(wire.record(
            'base', ('thread', self.number), ('code', code), ('depth', base_depth),
            ('layers', below)))

    def listening(self):
        """Whether CPython tells this thread's events to us; asked by the thread itself."""
        there, ours = system.gettrace(), self.trace
        if type(there) is not type(ours):
            return False
        return type(ours) is native.Trace or there.__code__ is ours.__code__  # of any stack

    def run(self, frame):
        """A frame of this stack is entered, and CPython called the trace function of another one."""
        try:
            self.listen()
        except Exception:  # an audit hook of the program forbids it: all calls come this way
            pass
        return self.trace(frame, 'call', None)

    def stacks(self, frame):
        """(Thread, top frame) of all stacks of this OS thread; the one that runs, with this frame, first."""
        greenlets = self.engine.greenlets
        return [(greenlets.running(self, frame), frame)] + greenlets.suspended(self)

    def forget(self, thread):
        """The stack of a greenlet is gone."""
        if self.greenlets.get(thread.key) is thread:
            del self.greenlets[thread.key]

    def leave(self):
        """Stop hearing of this thread; called by the thread itself."""
        if self.listening():
            system.settrace(None)
        self.let_go(system.current_frame())

    def let_go(self, frame):
        """Take our local trace functions off all stacks of this thread; one has this top frame.

        CPython up to 3.9 has a frame's line from its last line event for as long as f_trace is set,
        and would show old lines in tracebacks once events no longer come.
        """
        for top in [frame] + [top for _, top in self.engine.greenlets.suspended(self)]:
            self._let_go(top)

    def _let_go(self, frame):
        owns = self.stack.owns
        while frame is not None:
            local = frame.f_trace
            if local is not None and (owns(local) or settrace_handover.is_silent(local)):
                frame.f_trace = settrace_handover.theirs_of(local)
                recorder.set_on(frame, 'f_trace_lines', True)
                if self.engine.opcodes:
                    recorder.set_on(frame, 'f_trace_opcodes', False)
            frame = frame.f_back

    def turn_blind(self, reason):
        """From here on this thread's events are not ours."""
        self._turn_blind(reason, self.now())

    def is_blind_for(self, reason):
        """This thread, which is blind, is so for this reason, even where it was for less."""
        self.blind = reason

    def was_blind(self, reason):
        """This thread's events ceased to be ours, unnoticed."""
        if reason != 'recursion' and coverage.may_trace_in_c():
            reason = 'coverage'
        stacks = self.engine.greenlets.living(self)
        latest = max([one.last() for one in stacks]) - self.engine.origin
        self._turn_blind(reason, latest if self.engine.timed else None)

    def _turn_blind(self, reason, since):
        for thread in self.engine.greenlets.living(self):
            thread.finish_event()
            thread.flush()
            thread.begin_blind(reason, since)

    def begin_blind(self, reason, since):
        """This stack alone; a greenlet that starts while its thread is blind is, too."""
        self._blind_since = since
        self.mute()
        self.blind = reason

    def meet(self, frame):
        """This thread is blind, and runs this frame: perhaps of a greenlet that has started since."""
        self.engine.greenlets.owner(self, None, frame)

    def now(self):
        """The time for a record, None in a trace without times."""
        return self.engine.elapsed() if self.engine.timed else None

    def interrupted(self):
        """An exception leaves our trace function, and CPython is about to take it away."""
        if not self.blind:
            self.turn_blind('interrupted')
            self._watch()

    def step_aside(self, frame):
        """A function that is being entered mentions `f_trace`: it runs as if it were not traced.

        What it sets there is silent in a plain run, and must not be called since we trace.
        """
        if not self.engine.watching.is_free(self):
            return False
        try:
            self.engine.watching.prepare(frame)
            self.turn_blind('frame_tracer')
        finally:
            system.settrace(None)
            self.let_go(frame)
        self._watch()
        return True

    def _watch(self):
        """Look from here on for the moment to see again."""
        watching = self.engine.watching
        if watching.is_free(self):
            watching.start(self, until_untraced(self.engine.codes, self.see_again))

    def blind_record(self):
        """The gap up to here; written where recording goes on, and at the end."""
        return wire.record(
            'blind', ('thread', self.number), ('reason', self.blind),
            ('from_ns', self._blind_since), ('to_ns', self.now()))

    def see_again(self, frame):
        """Take the frames of all stacks under our trace functions, this one on top of the one that
        runs, and go on recording.
        """
        stacks = self.stacks(frame)
        tops = dict(stacks)
        blind = [one for one in [self, *self.greenlets.values()] if one.blind]
        for thread in blind:
            self.engine.stream.later(thread.blind_record())
            thread.take_stack(tops.get(thread))
            thread.unmute()
        system.in_one_go(*[(one.__dict__.update, {'blind': None}) for one in blind],
                         (stacks[0][0].listen,))

    def take_stack(self, frame):
        """Own the frames that are to be recorded, and write the `stack` record."""
        frames = []
        while frame is not None:
            frames.append(frame)
            frame = frame.f_back
        learn = self.engine.codes.learn
        ours_count = any(learn(frame).base for frame in frames)
        level, number, recorded = 0, 0, []
        for frame in reversed(frames):
            known = learn(frame)
            number += known.scope != AGENT or ours_count
            if (known.kept or known.base) and (
                    known.base or self.stack.wants(known, number, level)):
                recorded.append(self._take_frame(frame, known, number, level))
            elif self.stack.owns(frame.f_trace):
                frame.f_trace = self.pass_over(frame, known, (number, level))
            elif frame.f_trace is not None:
                frame.f_trace = settrace_handover.silent(frame.f_trace)
            level += known.counts
        self.engine.stream.later(wire.record(
            'stack', ('thread', self.number), ('frames', recorded)))

    def _take_frame(self, frame, known, frame_depth, level):
        self.engine.describe(known, frame, entered=False)
        local = self.choose_local(frame, known, frame_depth, level)
        theirs = frame.f_trace
        if theirs is not None and not self.stack.owns(theirs):
            local = settrace_handover.dormant(local, theirs, (frame_depth, level + known.counts))
        frame.f_trace = local
        entry = [known.number, frame_depth, level]
        if known.resumes:
            entry.append(self.activation(frame, False)[0])
        return entry

    def activation(self, frame, begins):
        """(number of a generator's frame, this stack, JSON of the number). One that begins gets the number that began here
        with its id before.

        No number is used again by another stack, the events of which may be written before those of the frame
        that is gone. What a frame did on another stack is written before it goes on here. activation_of() of
        native/recorder.c has the same, but for this: it says why.
        """
        key, numbers = id(frame), self.begun if begins else self.engine.activations
        activation = numbers.get(key)
        if activation is None:
            number = next(self.engine.activation_numbers)
            activation = numbers[key] = number, self.here, ',%d,' % number
        elif activation[1] is not self.here:
            self.engine.flush()
            activation = activation[0], self.here, ',%d,' % activation[0]
        self.engine.activations[key] = activation
        return activation


def _bracketed(engine):
    """The kinds of events with a name that a batch can hold: to look for one takes as long as some events."""
    kinds = ['call', 'return']
    if engine.line_times:
        kinds.append('line')
    if engine.exceptions:
        kinds.append('exception')
    if engine.opcodes:
        kinds.append('opcode')
    return kinds
