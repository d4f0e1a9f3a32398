"""Which names look like secrets."""

from _leadline import globs
from _leadline.values.classes import exact, is_str

REDACTED = '<redacted>'
_LONGEST = 100  # characters of a name that are looked at from either end
_MOST = 5000  # names remembered
_HEAD, _TAIL = slice(0, _LONGEST), slice(-_LONGEST, None)
_slice = str.__getitem__
_length = str.__len__


class Redaction:
    """The globs of one run. Most have stars at their ends alone, and need no walk through it."""

    def __init__(self, patterns):
        patterns = [pattern.lower() for pattern in patterns]
        simple = [(pattern, pattern.strip('*')) for pattern in patterns]
        self._globs = [(_longest_piece(word), pattern)
                       for pattern, word in simple if _has_wildcards(word)]
        simple = [(pattern, word) for pattern, word in simple if not _has_wildcards(word)]
        self._whole = frozenset(word for pattern, word in simple if pattern == word)
        self._inside = [word for pattern, word in simple
                        if pattern[:1] == pattern[-1:] == '*' and len(pattern) > len(word)]
        self._starts = tuple(word for pattern, word in simple
                             if pattern[:1] != '*' and pattern[-1:] == '*')
        self._ends = tuple(word for pattern, word in simple
                           if pattern[:1] == '*' and pattern[-1:] != '*')
        self.known = {}  # what hides() said of a name that is an exact str

    def hides(self, name):
        """Whether a value under this name is a secret; of a str subclass, the characters count.

        Underscores around a name do not count, nor does the class before a private one's
        (`_Login__token`), nor the stars of `**kwargs`.
        """
        if type(name) is not str:
            name = _text_of(name)
        known = self.known.get(name)
        return self._learn(name) if known is None else known

    def _learn(self, name):
        if len(name) > _LONGEST:
            return self._matches(name[_HEAD]) or self._matches(name[_TAIL])
        if len(self.known) >= _MOST:
            self.known.clear()
        known = self.known[name] = self._matches(name)
        return known

    def _matches(self, name):
        name = name.lower()
        bare = name.lstrip('*').strip('_')
        private = bare.partition('__')[2] if name[:1] == '_' else ''
        if self._matches_as(name) or (bare and bare != name and self._matches_as(bare)):
            return True
        return private != '' and self._matches_as(private)

    def _matches_as(self, name):
        if name in self._whole or name.startswith(self._starts) or name.endswith(self._ends):
            return True
        for word in self._inside:
            if word in name:
                return True
        for piece, pattern in self._globs:
            if piece in name and globs.matches(pattern, name):
                return True
        return False


def _longest_piece(pattern):
    """Characters that stand in every name that the glob matches: a walk is slower than a look."""
    if '[' in pattern:
        return ''
    return max(pattern.replace('?', '*').split('*'), key=len)


def _has_wildcards(word):
    return '*' in word or '?' in word or '[' in word


def _text_of(key):
    """Characters of a str or bytes key, whole or its two ends; `''` for any other key."""
    if is_str(key):
        if _length(key) > 2 * _LONGEST:
            return _slice(key, _HEAD) + _slice(key, _TAIL)
        return exact(key)
    if type(key) is bytes:
        ends = key if len(key) <= 2 * _LONGEST else key[_HEAD] + key[_TAIL]
        return ends.decode('latin-1')
    return ''
