"""What a session needs of its engine, whatever that records."""

from _leadline import own_faults, system, wire

KINDS = 'call', 'line', 'return', 'exception', 'opcode'


class Engine:
    """Records one process into a wire.Stream.

    A subclass has start(), begin_again(stream) and take_over(frame) for a forked child, check(), flush(send=True), settle(),
    go_quietly(), stop() and totals(); settrace.py says what each does.
    """

    unseen = False  # by a trace function of the program's

    def __init__(self, codes, stream):
        self.codes = codes
        self.stream = stream
        self.origin = 0
        self.faults = own_faults.Faults(self.trouble)
        self.last_exit = None  # an exits.LastExit that wants to know how the program's `<module>` ends
        self.eager = False  # a child process, which others may end at any time
        self.stopped = False
        self._kept = None

    def start_clock(self, origin=None):
        """All times count from here, or from that moment of the monotonic clock (ns)."""
        self.origin = system.monotonic_ns() if origin is None else origin

    def elapsed(self):
        """Nanoseconds since start_clock()."""
        return system.monotonic_ns() - self.origin

    def trouble(self, text):
        self.stream.later(wire.record('trouble', ('text', text), ('time_ns', self.elapsed())))

    def record_child(self, last_exit):
        """This process was started by a followed one. last_exit: an exits.LastExit."""
        self.eager = True
        self.last_exit = last_exit

    def keep(self, held):
        """Have an object live as long as the trace function."""
        self._kept = held

    def announce_next(self):
        """Have the next event of each thread written at once."""

    def write_at_once(self):
        """Have every event written at once from here on; a flush() follows."""
