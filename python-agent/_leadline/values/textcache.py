"""Texts of values that hold others, used again for as long as what they were made of is the same."""

from _leadline.values.contents import content_of, is_same
from _leadline.values.writer import Writer

_MOST = 500  # texts that are kept


class TextCache:
    """hides: whether a name is that of a secret, as of redaction.Redaction.

    A text is known by the identity of its value, and is right for any value with the same content: the same
    class, length and items in each container that was written. Items that may be kept are, since another object
    could get their place; containers are not, and are looked into each time.
    """

    def __init__(self, hides):
        self._hides = hides
        self._known = {}  # id of a value -> (its content_of() or None, its text)

    def text(self, value):
        """The text of a value that is no leaf."""
        known = self._known.get(id(value))
        if known is not None and known[0] is not None and is_same(known[0], value):
            return known[1]
        writer = Writer(self._hides)
        text = writer.text(value, 0)
        stays = known is not None and known[1] == text  # what changes all the time is not looked into
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[id(value)] = content_of(value, 0, writer.written) if stays else None, text
        return text
