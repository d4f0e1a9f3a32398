"""Lines with times: the events are the same, and the times of all events add up."""

import unittest

from agent_run import AgentRun
from recorded import VALUES

PROGRAM = '''
import threading, time
def slow(n):
    time.sleep(.002)
    return n
def spins():
    total = 0
    for n in range(2000):
        total += n
    return total
def numbers(n):
    while n:
        n -= 1
        yield n
def fails(n):
    try:
        if not n:
            raise ValueError(n)
        return fails(n - 1)
    except ValueError:
        return [x for x in numbers(3)]
class Body:
    a = 1
    b = lambda self: slow(self.a)
def main():
    spins()
    fails(5)
    Body().b()
    return sum(numbers(40))
main()
thread = threading.Thread(target=main)
thread.start()
thread.join()
'''
FEWER = PROGRAM.replace('2000', '200')
FORK = '''
import os
def work(n):
    n += 1
    return n
def main():
    work(1)
    process = os.fork()
    work(2)
    if not process:
        os._exit(0)
    os.waitpid(process, 0)
main()
'''
TIMED = 'call', 'line', 'return'


def events(run):
    """Of each thread, without times, and without messages: those have names of directories."""
    return [[event[:5] + (event.more[:1] if event.kind == 'exception' else event.kind in VALUES and event.more,)
             for event in run.events(thread)]
            for thread in sorted(record['thread'] for record in run.of_kind('thread'))]


def stamps(run, thread):
    """(kind, moment) of each event of a thread that has a time."""
    found = []
    for record in run.of_kind('events'):
        now = record['time_ns']
        for event in record['events']:
            if record['thread'] == thread and isinstance(event, list) and event[0] in TIMED:
                now += event[2]
                found.append((event[0], now))
    return found


class LineTimesTest(unittest.TestCase):
    def check(self, text, **options):
        plain = AgentRun(text, **options)
        timed = AgentRun(text, line_times=True, **options)
        for without, run in zip([plain] + plain.children, [timed] + timed.children):
            self.assertEqual(events(without), events(run))
            self.check_times(run)
        self.assertEqual((plain.stdout, plain.stderr), (timed.stdout, timed.stderr))
        return timed

    def check_times(self, run):
        for record in run.of_kind('events'):
            self.assertEqual([], [event for event in record['events'] if not isinstance(event, list)])
            self.assertLessEqual(0, min([event[2] for event in record['events'] if event[0] in TIMED], default=0))
        for record in run.of_kind('thread'):
            moments = [moment for _, moment in stamps(run, record['thread'])]
            self.assertEqual(sorted(moments), moments)
        for end in run.of_kind('end'):
            self.assertEqual(run.counted(), end['events'])
            self.assertLess(moments[-1], end['time_ns'])

    def test_of_threads_generators_and_exceptions(self):
        run = self.check(PROGRAM)
        self.assertGreater(run.counted()['line'], 8000)

    def test_with_values(self):
        self.check(FEWER, values=['args', 'locals', 'return'])

    def test_of_all_code(self):
        of_one_thread = FEWER.partition('thread = ')[0]  # what `threading` does depends on which thread is faster
        self.check(of_one_thread, scope=['user', 'stdlib', 'frozen', 'generated'], module_level=True)

    def test_where_each_event_is_written_at_once(self):
        run = self.check(FEWER.replace('200', '20'), live=True)
        self.assertEqual({1}, {len(record['events']) for record in run.of_kind('events')})

    def test_of_a_forked_child(self):
        run = self.check(FORK, follow=True)
        self.assertEqual(1, len(run.children))

    def test_a_line_lasts_until_the_next_event(self):
        run = AgentRun('import time\ndef f():\n    time.sleep(.05)\n    return 1\nf()\n', line_times=True)
        (_, before), (kind, after) = stamps(run, 0)[2:4]
        self.assertEqual('line', kind)
        self.assertGreaterEqual(after - before, 40000000)

    def test_not_without_times(self):
        run = AgentRun(FEWER, line_times=True, timed=False)
        self.assertEqual(events(AgentRun(FEWER)), events(run))
        self.assertEqual([[]] * run.counted()['line'], [event.more for event in run.events() if event.kind == 'line'])

    def test_the_same_at_the_recursion_limit(self):
        self.check('def deep(n):\n    x = n\n    return deep(n + 1)\nfor i in range(3):\n    try:\n        deep(0)\n'
                   '    except RecursionError:\n        print("caught")\ndef f():\n    return 1\nf()\n')
