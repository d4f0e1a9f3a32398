"""What plain and traced runs of one piece say together."""

from collections import Counter
from typing import List, NamedTuple

import runs

HEADING = ('%-56s %-5s %-5s %18s %15s  %s'
           % ('piece', 'py', 'scope', 'ok/fail/skip', 'plain/traced s', 'differences'))
NOT_LOADED = '_FailedTest'
BAD = ('fail', 'error', 'died', 'unexpected-success', 'subtests')


class Difference(NamedTuple):
    """A test whose outcome differs. empty: its outcome under a trace function that does nothing."""

    python: runs.Python
    scope: str
    test: str
    plain: str
    traced: str
    empty: str
    reason: str
    detail: str

    def text(self, verbose):
        what = 'explained' if self.reason else 'DIFFERENT'
        text = '%s  %s  %s  %s  plain: %s, traced: %s, empty tracer: %s' % (
            what, self.python, self.scope, self.test, self.plain, self.traced, self.empty)
        if self.reason:
            return text + '\n    ' + self.reason
        return text + ('\n' + self.detail if verbose else '')


class Verdict(NamedTuple):
    """A row of the table. again: the piece differed, so it was run a second time."""

    python: runs.Python
    piece: str
    scope: str
    plain: runs.Ran
    traced: runs.Ran
    again: bool
    differences: List[Difference]

    @property
    def tests(self):
        return len(self.plain.outcomes)

    def text(self, verbose):
        """The row, and its differences below it."""
        return '\n'.join([self._row()] + [one.text(verbose) for one in self.differences])

    def _row(self):
        counts = Counter(self.plain.outcomes.values())
        bad = sum(count for outcome, count in counts.items() if set(outcome.split('+')) & set(BAD))
        words = [str(len(self.differences) or 'none')]
        words += ['cannot be loaded'] if any(NOT_LOADED in test for test in self.plain.outcomes) else []
        words += ['run again'] if self.again else []
        words += [notice[:60] for notice in self.traced.notices]
        return '%-56s %-5s %-5s %18s %7.1f %7.1f  %s' % (
            self.piece, self.python, self.scope,
            '%d/%d/%d' % (counts['ok'] + counts['expected-failure'], bad, counts['skip']),
            self.plain.seconds, self.traced.seconds, ', '.join(words))


class Judge:
    """Runs pieces and judges what came out, by the list of explained differences."""

    def __init__(self, explained, options):
        self._explained = explained
        self._options = options

    def verdict(self, python, piece, scope):
        plain = runs.plain(python, piece)
        traced = runs.traced(python, piece, scope, self._options)
        differing = _differing([plain], [traced])
        again = bool(differing)
        differences = []
        if again:
            # never silently: the row says so, and a test that differs from itself is unstable
            plains = [plain, runs.plain(python, piece)]
            traceds = [traced, runs.traced(python, piece, scope, self._options)]
            empty = runs.plain(python, piece, empty_tracer=True)
            for test in _folded(sorted(_differing(plains, traceds)), traceds):
                differences.append(self._difference(python, scope, test, plains, traceds, empty))
        return Verdict(python, piece.name, scope, plain, traced, again, differences)

    def _difference(self, python, scope, test, plains, traceds, empty):
        plain, traced = _outcome(plains, test), _outcome(traceds, test)
        reason = next((entry.reason for entry in self._explained
                       if entry.covers(test, python.version, plain, traced)), '')
        detail = '\n'.join(filter(None, (
            ran.details.get(test) or (ran.error if ran.outcomes.get(test) == 'died' else '')
            for ran in (*traceds[:1], *plains[:1]))))
        if test in (STATUS, TRACE):
            detail = '\n'.join([*traceds[0].notices, traceds[0].error])
        return Difference(
            python, scope, test, plain, traced, _outcome([empty], test), reason, detail)


STATUS = 'exit status'
TRACE = 'the trace'


def _all(ran):
    status = 'timed out' if ran.status is None else str(ran.status)
    trace = 'unreadable' if runs.UNREADABLE in ran.notices else 'ok'
    return dict(ran.outcomes, **{STATUS: status, TRACE: trace})


def _outcome(rans, test):
    """`unstable` where runs of the same kind differ."""
    found = {_all(ran).get(test, 'absent') for ran in rans}
    return found.pop() if len(found) == 1 else 'unstable'


def _differing(plains, traceds):
    tests = {test for ran in (*plains, *traceds) for test in _all(ran)}
    pairs = {test: (_outcome(plains, test), _outcome(traceds, test)) for test in tests}
    return {test for test, (plain, traced) in pairs.items() if plain != traced or plain == 'unstable'}


def _folded(tests, traceds):
    """Without the tests that never had their turn, where a traced run broke off."""
    if all(ran.status == 0 for ran in traceds):
        return tests
    return [test for test in tests if all(test in _all(ran) for ran in traceds)]
