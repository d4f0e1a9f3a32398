"""Texts of the program's values, made without running any of the program's code."""

from _leadline.values.exceptions import LONGEST, exception_text
from _leadline.values.faults import LET_THROUGH, fault_text
from _leadline.values.leaves import LEAVES
from _leadline.values.redaction import REDACTED, Redaction
from _leadline.values.textcache import TextCache
from _leadline.values.variables import arguments
from _leadline.values.writer import Writer

__all__ = ['LONGEST', 'Texts', 'exception_text']


class Texts:
    """Values as text, for one run. redact: globs of the names whose values are not written.

    No reference to a value outlives a call, but for small ones that cannot change; whatever a value does, a text
    comes back.
    """

    def __init__(self, redact):
        redaction = Redaction(redact)
        self.hides, self.hidden = redaction.hides, redaction.known
        self._text_of = TextCache(self.hides).text

    def of(self, name, value):
        """The text of what an argument, a variable or a function of this name holds or returned."""
        try:
            hidden = self.hidden.get(name) if type(name) is str else None
            if hidden or (hidden is None and self.hides(name)):
                return REDACTED
            leaf = LEAVES.get(id(type(value)))
            return leaf(value, LONGEST) if leaf is not None else self._text_of(value)
        except LET_THROUGH:
            raise
        except Exception as fault:
            return fault_text(fault)

    def visible(self, value):
        """The text of a value that is no leaf, and no secret."""
        try:
            return self._text_of(value)
        except LET_THROUGH:
            raise
        except Exception as fault:
            return fault_text(fault)

    def part(self, value, depth, room, under_way):
        """(text, room that is left) of a value that is held by others; see Writer."""
        writer = Writer(self.hides, room, under_way)
        return writer.text(value, depth), writer.room

    def arguments(self, frame, values=None):
        """name -> text of the frame's arguments as they are now: to be asked at its call.

        values: of all its variables by their names; read from the frame where they are not given.
        """
        return {name: self.of(name, value) for name, value in arguments(frame, values)}
