"""The frames below the user's that are not the user's: how deep each layer is."""

from _leadline import scope, wire

_MOST = 200  # records of a process
_LONGEST = 200  # frames of a chain; a library that calls itself and the user makes any number


def below(codes, frame, known):
    """All layers below a frame with this Code, the root first; our own where it is the base."""
    found = []
    frame = frame.f_back
    while frame is not None:
        layer = codes.layer(frame)
        if known.base or layer['scope'] != scope.AGENT:
            found.append(layer)
        frame = frame.f_back
    return found[::-1]


class Layers:
    """Tells each chain of frames between two of the user's once, by a `layers` record.

    describe: writes the `code` record of a Code, as Engine.describe. tell: takes the record, with the Code of
    the user's frame.
    """

    def __init__(self, codes, describe, tell):
        self._codes = codes
        self._describe = describe
        self._tell = tell
        self._written = set()

    def restart(self):
        """Tell all of them again, in the stream of another process."""
        self._written.clear()

    def note(self, thread, frame, known, depth, level):
        """A frame with this Code is entered; the `base` record has those of the program's `<module>`."""
        if not known.counts or known.base or len(self._written) >= _MOST:
            return
        chain, stands = self._chain(frame)
        key = (thread.number == 0, stands) + tuple(self._codes.learn(one).number for one in chain)
        if len(chain) > _LONGEST or (stands and not chain) or key in self._written:
            return
        self._written.add(key)
        self._describe(known, frame, entered=True)
        self._tell(known, wire.record(
            'layers', ('thread', thread.number), ('code', known.number), ('depth', depth),
            ('level', level), ('frames', [self._codes.layer(one) for one in chain[::-1]])))

    def _chain(self, frame):
        """The frames down to the next one of the user, and whether there is one."""
        chain = []
        frame = frame.f_back
        while frame is not None:
            known = self._codes.learn(frame)
            if known.counts:
                return chain, True
            if known.scope != scope.AGENT:
                chain.append(frame)
            frame = frame.f_back
        return chain, False
