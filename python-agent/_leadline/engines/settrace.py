"""The engine on `sys.settrace`, for every CPython."""

from _thread import _local, get_ident

from _leadline import native, system, versions, wire
from _leadline.engines import (
    base, greenlets, layers, monitoring, recorder, recovery, settrace_handover, threads, watching)
from _leadline.engines.thread import Thread
from _leadline.internals import threads as parts

_PAUSE, _TRIES = .001, 50  # seconds between two tries to write what a thread holds
_LOST = 'events could not be written'


class SettraceEngine(base.Engine):
    """Records the threads of one process into a wire.Stream.

    recording: as in PROTOCOL.md. shown: makes what writes a thread's values, or None.
    """

    def __init__(self, codes, stream, recording, timed, live, shown=None):
        base.Engine.__init__(self, codes, stream)
        events = recording['events']
        self.shown = shown
        self.lines = 'line' in events
        self.exceptions = 'exception' in events
        self.opcodes = 'opcode' in events
        self.sparse = list(events) == ['exception']  # of the structure, what these need is enough
        self.cutoff = None if recording['cutoff'] == 'auto' else recording['cutoff']
        self.module_level = recording['module_level']
        self.levels = recording['levels']
        self.user_alone = list(recording['scope']) == ['user']
        self.layers = None
        if recording['layers']:
            self.layers = layers.Layers(
                codes, self.describe, lambda _known, text: self.stream.later(text))
        self.timed = timed
        self.line_times = timed and self.lines and recording['line_times']
        recorder.configure(timed, live, self.line_times, shown is not None)
        self._most = recording['max_events']
        self._kinds = frozenset(events)
        self._past = dict.fromkeys(base.KINDS, 0)  # of threads that are gone
        self._threads = {}
        self._departed = []  # weak references that died with their thread or greenlet
        self._spare = []  # of greenlets that are gone; what they know of code and places serves the next
        self.greenlets = greenlets.Greenlets(self)
        self._local = _local()
        self._numbers = system.numbers()
        self.activations = native.IdTable()  # id of a generator's frame -> (its number, the stack that it ran on last), see thread.activation()
        self.activation_numbers = system.numbers()
        self.handover = settrace_handover.Handover(self)
        tool = monitoring.Tool() if versions.HAS_MONITORING else None
        self._recovery = recovery.watcher(self, tool)
        self.watching = watching.watcher(self, tool)
        near = isinstance(self._recovery, recovery.NearLimit)
        self.near_limit = self._recovery if near else None
        self.starters = threads.Starters(self._arrival, tool, self.faults)
        self._stands_in = False

    def start(self):
        """Record this thread from its next call on, and all that are started."""
        thread = self._enter('MainThread', system.current_frame())
        self._stands_in = True
        parts.trace_running(self._arrival(None))
        self.handover.install()
        self._recovery.start()
        self.starters.install()
        if self.opcodes:  # CPython 3.12 looks for such a frame when settrace is called (gh-103615)
            recorder.set_on(system.current_frame(), 'f_trace_opcodes', True)
        thread.listen()

    def here(self):
        """The main Thread of the thread that asks, or None if it is not recorded."""
        return getattr(self._local, 'thread', None)

    def mains(self):
        """The main Threads of all threads that are recorded and have not ended."""
        self.faults.run(_LOST, self._bury)
        return [thread for thread in list(self._threads.values()) if thread.main is thread]

    def _enter(self, name, frame):
        self.faults.run(_LOST, self._bury)
        thread = Thread(self, self.greenlets.root_of(frame))
        self._local.alive = alive = threads.Alive()
        self._begin(thread, alive, name, thread)
        self._local.thread = thread
        return thread

    def enter_greenlet(self, main, greenlet, name):
        """A Thread for a greenlet of this OS thread. main: the Thread of its main greenlet."""
        self.faults.run(_LOST, self._bury)
        thread = self._spare.pop() if self._spare else Thread(self)
        key = id(greenlet)
        main.greenlets[key] = thread
        return self._begin(thread, greenlet, name, main, key)

    def _begin(self, thread, alive, name, main, key=None):
        number = next(self._numbers)
        thread.begin(number, name, main, key, threads.departure(alive, number, self._departed))
        self._threads[number] = thread
        thread.announce()
        return thread

    def _bury(self):
        """Write what threads and greenlets left that are gone."""
        while self._departed:
            reference = self._departed.pop()
            thread = self._threads.get(reference.number)
            if thread is None or thread.reference is not reference:
                continue  # of the process that forked this one
            if not thread.flush():
                self._departed.append(reference)
                return  # another thread writes its events just now
            del self._threads[thread.number]
            self.handover.gone(thread)
            self._tell_blindness(thread)
            for kind in base.KINDS:
                self._past[kind] += thread.counts[kind]
            if thread.main is not thread:
                thread.main.forget(thread)
                if thread.counts['call'] == thread.counts['return']:  # no frame is left that writes to it
                    self._spare.append(thread)

    def _arrival(self, name):
        """A function that receives the first event of a thread with this name, None for the one it has."""
        def arrive(frame, event, arg):
            trace = self.faults.run('a thread could not be recorded', self._begin_here, name, frame)
            if trace is not None:
                return trace(frame, event, arg)
            system.settrace(None)
        return arrive

    def _begin_here(self, name, frame):
        """The trace function that is now this thread's; None if it is to have none."""
        if self.stopped:
            return None
        thread = self.here()
        if thread is None:
            thread = self._enter(name or parts.name_of_running(get_ident()), frame)
        if self.handover.given_to and self.starters.begin_traced():
            thread.turn_blind('program_tracer')
            return None
        thread.listen()
        return thread.trace

    def begin_again(self, stream):
        """This is a forked child, with nothing but the thread that forked, and a stream of its own."""
        self.stream = stream
        self.eager = True
        self.codes.restart()
        self.faults.restart()
        if self.layers is not None:
            self.layers.restart()
        self._past = dict.fromkeys(base.KINDS, 0)
        self._departed.clear()
        self._spare.clear()
        self._threads.clear()
        self._numbers = system.numbers()

    def take_over(self, frame):
        """Go on with the frames that stand on the stack of the forked child."""
        main = self.here()
        self.handover.begin_again(main)
        if main is None:
            return
        stacks = main.stacks(frame)
        for gone in set(main.greenlets.values()).difference(dict(stacks)):
            main.forget(gone)
        for thread, top in stacks:
            number = next(self._numbers)
            self._threads[number] = thread
            thread.begin_again(number, top)

    def describe(self, known, frame, entered):
        """Write the `code` record where it is not in the stream."""
        text = self.codes.record_of(known, frame, entered)
        if text is not None:
            self.stream.later(text)

    def check(self):
        """Say so where tracing was taken from threads, and not given back."""
        thread = self.here()
        if self.stopped:
            return
        if thread is not None and not thread.blind and not thread.listening():
            thread.was_blind('unknown')
        for thread in list(self._threads.values()):
            self._tell_blindness(thread)

    def _tell_blindness(self, thread):
        if thread.blind:
            self.stream.later(thread.blind_record())

    def revive(self, exception):
        """The program's `<module>` ended with it: what it holds may keep recovery from noticing."""
        thread = self.here()
        if thread is not None and system.gettrace() is None:
            reason = 'recursion' if isinstance(exception, RecursionError) else 'interrupted'
            recovery.look_again(self, thread, reason, system.current_frame().f_back)

    def go_quietly(self):
        """Give all that we stood in for back to CPython; what runs is recorded as before."""
        if not self._stands_in:
            return
        self._stands_in = False
        self.handover.remove()
        self._recovery.stop()
        self.starters.remove()

    def stop(self):
        """Record no more. Other threads notice when they next write."""
        self.stopped = True
        self.go_quietly()
        thread = self.here()
        if thread is not None:
            thread.leave()

    def flush(self, send=True):
        """Write what all threads hold; send: now, or with the next record."""
        for thread in list(self._threads.values()):
            self.faults.run(_LOST, thread.flush, send)
        recorder.is_written()

    def settle(self):
        """Have all written with the next record, also what another thread is about to write."""
        for _ in range(_TRIES):
            if all([self.faults.run(_LOST, thread.flush, False, otherwise=True)
                    for thread in list(self._threads.values())]):
                break
            system.sleep(_PAUSE)

    def announce_next(self):
        for thread in list(self._threads.values()):
            thread.announce_next()

    def write_at_once(self):
        recorder.write_at_once()

    def totals(self):
        """Events of each kind that were written."""
        every = [self._past] + [thread.counts for thread in list(self._threads.values())]
        return {kind: sum(counts[kind] for counts in every) for kind in base.KINDS}

    def check_limit(self):
        """Stop at `max_events`. A few more are written by then; readers cut to the number.

        Structure that was not asked for does not count, nor do the base's call and return.
        """
        if self._most is None:
            return
        totals = self.totals()
        if sum(totals[kind] for kind in self._kinds) >= self._most + 2:
            self.stream.write(wire.record(
                'limit', ('max_events', self._most), ('time_ns', self.elapsed())))
            self._most = None
            self.stop()
