"""The engine that leaves `sys.settrace` alone: it receives calls, and counts them by their place.

It is for programs that a debugger of the user's own loads and traces.
"""

from _thread import _local, get_ident

from _leadline import system
from _leadline.engines import base, call_sources, layers, threads
from _leadline.engines.call_counts import Thread
from _leadline.internals import threads as parts


class ObserveEngine(base.Engine):
    """Counts the calls of one process. recording: as in PROTOCOL.md; depths and levels are all kept."""

    unseen = True

    def __init__(self, codes, stream, recording):
        base.Engine.__init__(self, codes, stream)
        self.tracer = None  # the trace function of the thread that finishes, which is off by then
        self._layers = None
        if recording['layers']:
            self._layers = layers.Layers(codes, self._describe, self._hold)
        self._held = []  # (Code, record): what is the user's is sure when the program was found
        self._threads = {}
        self._departed = []
        self.local = _local()
        self._numbers = system.numbers()
        self._source = call_sources.source(self)

    def start(self):
        """Observe this thread from its next call on, and all that are started."""
        if not self._source.start(self.enter('MainThread')):
            self.trouble('no call can be observed: all tools of sys.monitoring are taken')

    def here(self):
        """The Thread of the thread that asks; a new one where it is not known yet."""
        thread = getattr(self.local, 'thread', None)
        return self.enter(parts.name_of_running(get_ident())) if thread is None else thread

    def enter(self, name):
        """A Thread for the thread that asks."""
        self.faults.run('events could not be written', self._bury)
        number = next(self._numbers)
        self.local.alive = alive = threads.Alive()
        thread = Thread(number, name, threads.departure(alive, number, self._departed))
        self._threads[number] = self.local.thread = thread
        self.stream.later(thread.record())
        return thread

    def _bury(self):
        """Write what threads left that are gone."""
        while self._departed:
            thread = self._threads.pop(self._departed.pop().number, None)
            if thread is not None:
                self._tell_tally(thread)
                self.stream.write('')

    def program_found(self, frame):
        """What is below the program's `<module>` loads it: what was counted of that is not the user's."""
        threads_now = list(self._threads.values())
        self.codes.give_to_runner(
            frame, [place[0] for thread in threads_now for place in list(thread.tally)])

    def called(self, thread, frame, known):
        """A frame with this Code, which is kept, is entered."""
        users = self.codes.users
        depth, level = 1, 0
        back = frame.f_back
        while back is not None:
            depth += 1
            if id(back.f_code) in users:
                level += 1
            back = back.f_back
        place = known, depth, level
        tally = thread.tally
        if place in tally:
            tally[place] += 1
        else:
            tally[place] = 1
            self._guarded(self._tell_place, thread, frame, known, depth, level)

    def learn(self, frame):
        """The Code of a frame's code object, which is new; None where a fault of ours was in the way."""
        return self._guarded(self.codes.learn, frame)

    def _guarded(self, function, *arguments):
        return self.faults.run('a call could not be counted', function, *arguments)

    def _tell_place(self, thread, frame, known, depth, level):
        self._describe(known, frame)
        if known.base:
            self._measured(thread, frame, known, depth)
        elif level == 0 and thread.base is None and thread.number != 0:
            self._measured(thread, frame, known, depth)
        if self._layers is not None:
            self._layers.note(thread, frame, known, depth, level)

    def _measured(self, thread, frame, known, depth):
        found = layers.below(self.codes, frame, known)
        thread.measured(depth if known.base else depth - 1, found)
        text = thread.base_record(known.number if known.base else None)
        if known.base:
            self._write_held()
            self.stream.write(text)
        else:
            self._hold(known, text)

    def _describe(self, known, frame, entered=True):
        text = self.codes.record_of(known, frame, entered)
        if text is not None:
            self._hold(known, text)

    def _hold(self, known, text):
        self._held.append((known, text))

    def _write_held(self):
        held, self._held[:] = list(self._held), []
        for known, text in held:
            if known.kept or known.base:
                self.stream.later(text)

    def _tell_tally(self, thread):
        self._write_held()
        for text in thread.take_calls():
            self.stream.later(text)

    def begin_again(self, stream):
        """This is a forked child, with nothing but the thread that forked, and a stream of its own."""
        self.stream = stream
        self.codes.restart()
        self.faults.restart()
        del self._held[:], self._departed[:]
        self._threads.clear()
        self._numbers = system.numbers()
        if self._layers is not None:
            self._layers.restart()

    def take_over(self, _frame):
        """Go on with the thread that forked."""
        thread = self.here()
        thread.begin_again(next(self._numbers))
        self._threads[thread.number] = thread
        self.stream.later(thread.record())
        if thread.base is not None:
            self.stream.later(thread.base_record(None))

    def gave_way(self, thread):
        """Other code takes the last place from which calls of the thread can be observed."""
        thread.gave_way(self.elapsed())

    def check(self):
        """Say so where calls were not observed."""
        if not self._source.listens(self.here()):
            self.here().was_blind()
        for thread in list(self._threads.values()):
            if thread.blind:
                self.stream.later(thread.blind_record(self.elapsed()))

    def go_quietly(self):
        """There is nothing that we stand in for."""

    def stop(self):
        """Count no more."""
        if not self.stopped:
            self.stopped = True
            self._source.stop()

    def flush(self, send=True):
        """Write what all threads hold; send: now, or with the next record."""
        for thread in list(self._threads.values()):
            self._tell_tally(thread)
        if send:
            self.stream.write('')

    def settle(self):
        self.flush(send=False)

    def finish_under(self, tracer):
        """The trace function of the thread that finishes is off from here on."""
        self.tracer = tracer

    @staticmethod
    def totals():
        """No event is written."""
        return dict.fromkeys(base.KINDS, 0)
