"""Recording goes on where CPython has taken the trace function away."""

import re
import sys
import unittest

from agent_run import AgentRun

from _leadline.versions import F_LOCALS_IS_A_SNAPSHOT

DEEP = '''
import sys
def deep(n):
    return deep(n + 1) + 1
def caught():
    try:
        deep(0)
    except RecursionError:
        return after(1)
def after(n):
    return n
'''


class RecursionTest(unittest.TestCase):
    def check(self, text, times):
        run = AgentRun(DEEP + text)
        self.assertEqual((0, b''), (run.status, run.stderr))
        self.assertEqual(['recursion'] * times, [r['reason'] for r in run.of_kind('blind')])
        self.assertEqual([], run.of_kind('trouble'))
        self.assertEqual(run.counted(), run.end['events'])
        self.assertEqual([], run.open_frames)
        return run

    def test_caught_once(self):
        run = self.check('caught()\nafter(2)\n', 1)
        self.assertEqual('after', run.calls()[-1])
        self.assertEqual((b'after', 4), (run.depths()[-1][0].encode(), run.depths()[-1][1]))

    def test_caught_three_times(self):
        run = self.check('for i in range(3):\n    caught()\n    after(2)\nafter(3)\n', 3)
        self.assertEqual(['caught'] * 3, [name for name in run.calls() if name == 'caught'])
        self.assertGreaterEqual(run.calls().count('after'), 4)

    def test_at_a_raised_limit(self):
        run = self.check('sys.setrecursionlimit(3000)\ncaught()\nafter(2)\n', 1)
        self.assertEqual('after', run.calls()[-1])
        self.assertGreater(run.calls().count('deep'), 2900)

    def test_in_a_thread(self):
        run = self.check('import threading\nt = threading.Thread(target=caught, name="deep")\n'
                         't.start(); t.join()\n', 1)
        thread = run.thread_named('deep')
        self.assertEqual([thread], [record['thread'] for record in run.of_kind('blind')])
        self.assertEqual('return 9', run.shown('caught', thread)[-1])

    def test_uncaught(self):
        run = AgentRun(DEEP + 'import atexit\natexit.register(after, 1)\ndeep(0)\n')
        self.assertEqual(1, run.status)
        self.assertIn(b'RecursionError', run.stderr)
        if sys.version_info >= (3, 7):  # a traceback cannot be made before
            self.assertNotIn(b'_leadline', run.stderr)
        self.assertEqual('raised', run.end['outcome'])
        self.assertEqual('after', run.calls()[-1])


class BatchesEndAnywhereTest(unittest.TestCase):
    """As many rounds as it takes for a batch to end behind each event of a round."""

    ROUNDS = 2000

    def run_rounds(self, body):
        run = AgentRun('def rounds(n):\n    while n:\n        n -= 1\n%srounds(%d)\n' % (body, self.ROUNDS))
        self.assertEqual((0, b''), (run.status, run.stderr))
        self.assertGreater(len(run.of_kind('events')), 10)
        self.assertEqual(run.counted(), run.end['events'])
        self.assertEqual([], run.open_frames)
        return run

    def test_between_two_exceptions_of_a_frame(self):
        run = self.run_rounds('''\
        try:
            try:
                raise KeyError
            except KeyError:
                raise ValueError
        except ValueError:
            pass
''')
        self.assertEqual(2 * self.ROUNDS, run.end['events']['exception'])
        self.assertEqual([], run.of_kind('stack'))

    def test_where_3_15_reports_a_return_between_two_events_of_one_exception(self):
        run = self.run_rounds('''\
        try:
            list(item for item in n)
        except TypeError:
            caught = n
''')
        self.assertEqual(self.ROUNDS, run.shown('rounds').count('line 7'))


SIGNALS = '''
import signal
class Stop(Exception): pass
def handler(number, frame):
    raise Stop()
def step(x):
    return x + 1
def spin():
    x = 0
    while True:
        x = step(x)
def mark(n):
    return n
signal.signal(signal.SIGALRM, handler)
for i in range(60):
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.0005 + 0.00003 * i)
        spin()
    except Stop:
        pass
    mark(i)
    mark(i)
print('done')
'''


class InterruptionTest(unittest.TestCase):
    """A signal handler may run, and raise, at any place of the agent's own functions."""

    def check(self, **recording):
        run = AgentRun(SIGNALS, **recording)
        self.assertEqual((0, b'done\n', b''), (run.status, run.stdout, run.stderr))
        troubles = [record['text'] for record in run.of_kind('trouble')]
        if F_LOCALS_IS_A_SNAPSHOT:  # not read: a frame that a handler's exception took the trace function, or its call, from
            troubles = [text for text in troubles if not re.match('some variables .* first in (spin|mark), ', text)]
        self.assertEqual([], troubles)
        self.assertEqual(run.counted(), run.end['events'])
        reasons = {record['reason'] for record in run.of_kind('blind')}
        if sys.version_info >= (3, 12):
            self.assertLessEqual(reasons, {'interrupted'})
            self.assertEqual(120, run.calls().count('mark'))
            self.assertEqual([], run.open_frames)
        else:  # it is not noticed there when a handler raises just as a trace function begins
            self.assertLessEqual(reasons, {'interrupted', 'unknown'})
            self.assertTrue('unknown' in reasons or run.calls().count('mark') >= 60)

    def test_everything_behind_is_recorded(self):
        self.check()

    def test_where_each_event_is_written_at_once(self):
        self.check(live=True)

    def test_without_lines(self):
        self.check(events=['call', 'return'])

    def test_with_values(self):
        self.check(values=['args', 'locals', 'return'])
