"""What the engine `observe` knows of one thread: how often what was called, and where."""

from _thread import get_ident

from _leadline import wire

_ROWS = 1000  # of one `calls` record


class Thread:
    """One stack. tally: (Code, depth, level) -> calls since they were written.

    reference: a threads.departure() of the stack.
    """

    def __init__(self, number, name, reference):
        self.number = number
        self.name = name
        self.ident = get_ident()
        self.tally = {}
        self.base = None  # (depth, layers)
        self.blind = None  # why
        self._blind_since = None
        self._reference = reference
        self.functions = None, None  # that observe it: for profiles, and in their place for traces

    def observed_by(self, profile, trace):
        """Its calls are from here on."""
        self.functions = profile, trace

    def begin_again(self, number):
        """The only thread of a forked child: what was counted goes into another stream."""
        self.number = number
        self._reference.stands_for(number)
        self.tally = {}

    def measured(self, base_depth, found):
        """The first frame of the user, or the program's `<module>`, stands on this stack."""
        self.base = base_depth, found

    def gave_way(self, now):
        """Other code takes the last place from which its calls can be observed."""
        self.blind, self._blind_since = 'profiler', now

    def was_blind(self):
        """Its calls ceased to be observed, unnoticed."""
        if not self.blind:
            self.blind = 'unknown'

    def record(self):
        """The `thread` record."""
        return wire.record(
            'thread', ('thread', self.number), ('ident', self.ident), ('name', self.name))

    def base_record(self, code):
        """code: number of the program's `<module>`, or None."""
        depth, found = self.base
        return wire.record(
            'base', ('thread', self.number), ('code', code), ('depth', depth), ('layers', found))

    def take_calls(self):
        """The `calls` records of what was counted since the last time."""
        tally, self.tally = self.tally, {}
        rows = [[known.number, depth, level, calls]
                for (known, depth, level), calls in tally.copy().items() if known.kept]
        return [wire.record('calls', ('thread', self.number), ('calls', rows[start:start + _ROWS]))
                for start in range(0, len(rows), _ROWS)]

    def blind_record(self, now):
        """Calls were not counted until now."""
        return wire.record(
            'blind', ('thread', self.number), ('reason', self.blind),
            ('from_ns', self._blind_since), ('to_ns', now))
