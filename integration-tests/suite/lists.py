"""The two checked-in lists: the pieces, and the differences that are explained."""

import fnmatch
import os
import re
from typing import NamedTuple, Tuple

HERE = os.path.dirname(os.path.abspath(__file__))
GAP = re.compile(r'\s{2,}')


class Versions(NamedTuple):
    """The X.Y of CPython from first to last, both included."""

    first: Tuple[int, int]
    last: Tuple[int, int]

    @classmethod
    def parse(cls, text):
        """`all`, `3.7` (it alone), `3.7+`, `-3.11` or `3.7-3.11`."""
        if text == 'all':
            return cls((3, 0), (3, 99))
        if text.endswith('+'):
            return cls(_version(text[:-1]), (3, 99))
        first, _, last = text.partition('-')
        return cls(_version(first or '3.0'), _version(last or first))

    def __contains__(self, version):
        return self.first <= version <= self.last


class Piece(NamedTuple):
    """What unittest loads below `test`. seconds: that one run of it may take, traced or not."""

    name: str
    versions: Versions
    seconds: int
    quick: bool


class Explained(NamedTuple):
    """A difference with its reason. outcomes: `plain>traced`, each a glob; `unstable` as either."""

    test: str
    versions: Versions
    outcomes: str
    reason: str

    def covers(self, test, version, plain, traced):
        return (version in self.versions
                and fnmatch.fnmatchcase(test, self.test)
                and fnmatch.fnmatchcase(plain + '>' + traced, self.outcomes))


def pieces():
    return [Piece(name, Versions.parse(versions), int(seconds), 'quick' in flags)
            for name, versions, seconds, *flags in _rows('pieces.txt')]


def explained():
    return [Explained(test, Versions.parse(versions), outcomes, reason)
            for test, versions, outcomes, reason in _rows('explained.txt')]


def _rows(name):
    """The cells of each row, which are parted by two spaces or more; # starts a comment."""
    with open(os.path.join(HERE, name), encoding='utf-8') as file:
        lines = [line.strip() for line in file]
    return [GAP.split(line) for line in lines if line and not line.startswith('#')]


def _version(text):
    major, minor = text.split('.')
    return int(major), int(minor)
