"""What the engine `observe` knows of one thread: how often what was called, and where."""

from _thread import get_ident

from _leadline import wire

_ROWS = 1000  # of one `calls` record


class Thread:
    """One stack. tally: (Code, depth, level) -> calls since they were written."""

    def __init__(self, number, name):
        self.number = number
        self.name = name
        self.ident = get_ident()
        self.tally = {}
        self.base = None  # (depth, layers)
        self.functions = None, None  # see call_sources.py
        self.blind = None  # why
        self.blind_since = None

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
            ('from_ns', self.blind_since), ('to_ns', now))
