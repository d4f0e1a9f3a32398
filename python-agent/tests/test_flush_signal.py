"""The controller asks for what the agent holds; the program may be waiting for ever."""

import os
import signal
import sys
import unittest

from agent_run import FLUSH_SIGNAL, AgentRun

HEAD = '''
import sys, threading, time
def work(n):
    return n
work(1)
def wait():
    sys.stdout.write('ready')
    sys.stdout.flush()
'''


def wait_until_asleep(process):
    """A signal that comes right before a system call is handled when that returns, which is never."""
    stat = '/proc/%d/stat' % process.pid
    while os.path.exists(stat):
        with open(stat) as about:
            if about.read().rpartition(')')[2].split()[0] == 'S':
                return


def ask(run, function='wait', event='line 9'):
    """Ask until the answer shows the line in which the program waits."""
    run.wait_for_stdout(b'ready')
    answers = 0
    while run.shown(function)[-1:] != [event]:
        answers += 1
        wait_until_asleep(run.process)
        os.kill(run.process.pid, FLUSH_SIGNAL)
        run.wait_for_records('flushed', answers)


def ask_and_end(run, *shows):
    ask(run, *shows)
    run.process.send_signal(signal.SIGTERM)


class AskedTest(unittest.TestCase):
    def check(self, statement, talk):
        run = AgentRun(HEAD + '    ' + statement + '\nwait()\n', talk=talk)
        kinds = [record['record'] for record in run.records]
        self.assertIn('events', kinds[:kinds.index('flushed')])
        self.assertEqual(FLUSH_SIGNAL, run.header['flush_signal'])
        self.assertEqual(['work', 'wait'], run.calls()[:2])
        self.assertEqual(b'', run.stderr)
        return run

    def test_asleep(self):
        run = self.check('time.sleep(1000)', ask_and_end)
        self.assertEqual(-signal.SIGTERM, run.status)
        self.assertEqual('wait', run.open_frames[-1].code['function'])
        self.assertEqual('line 9', run.shown('wait')[-1])

    def test_waiting_for_a_lock(self):
        run = self.check('lock = threading.Lock(); lock.acquire(); lock.acquire()', ask_and_end)
        self.assertEqual(-signal.SIGTERM, run.status)

    def test_reading_from_stdin(self):
        run = self.check('print(sys.stdin.read())', ask)
        self.assertEqual((0, b'ready\n'), (run.status, run.stdout))
        self.assertEqual('completed', run.end['outcome'])
        self.assertEqual([], run.open_frames)

    def test_events_of_other_threads_are_written_too(self):
        run = self.check('''start(); time.sleep(1000)
def other(started):
    started.set()
    time.sleep(1000)
def start():
    started = threading.Event()
    threading.Thread(target=other, args=(started,), daemon=True).start()
    started.wait()
''', lambda run: ask_and_end(run, 'other', 'line 12'))
        self.assertEqual(['other'], run.calls(1))

    def test_all_that_follows_is_written_at_once(self):
        for events in (['call', 'line', 'return', 'exception'], ['call', 'return']):
            for timed in (True, False):
                with self.subTest(events=events, timed=timed):
                    self.check_what_follows(events, timed)

    def check_what_follows(self, events, timed):
        """A program that is killed between two events has all before in its trace."""
        def talk(run):
            run.wait_for_stdout(b'ready')
            wait_until_asleep(run.process)
            os.kill(run.process.pid, FLUSH_SIGNAL)
            run.wait_for_records('flushed', 1)
            run.send(b'x')
        run = AgentRun(HEAD + '''    sys.stdin.read(1)
    for n in range(5):
        work(n)
    import os, signal
    os.kill(os.getpid(), signal.SIGKILL)
wait()
''', talk=talk, timed=timed, events=events)
        self.assertEqual(-signal.SIGKILL, run.status)
        self.assertEqual(['work', 'wait'] + 5 * ['work'], run.calls())
        self.assertEqual('return', run.shown('work')[-1][:6])

    def test_not_where_the_program_was_started_with_the_signal_ignored(self):
        ignore = ('import os, signal, sys; signal.signal(%d, signal.SIG_IGN); '
                  'os.execv(sys.argv[1], sys.argv[1:])' % FLUSH_SIGNAL)
        run = AgentRun('import signal\nprint(signal.getsignal(%d) == signal.SIG_IGN)\n' % FLUSH_SIGNAL,
                       before=[sys.executable, '-c', ignore])
        self.assertIsNone(run.header['flush_signal'])
        self.assertEqual(b'True\n', run.stdout)


class IdleTest(unittest.TestCase):
    """The controller asks while the program waits, and the program goes on."""

    def test_what_is_held_is_written_and_then_the_next_event_at_once(self):
        def talk(run):
            run.wait_for_stdout(b'ready')
            self.ask(run, 1)
            written = len(run.of_kind('events'))
            run.send(b'x')
            run.wait_for_records('events', written + 1)
            self.ask(run, 2)
            run.send(b'y')

        run = AgentRun(HEAD + '''    sys.stdin.read(1)
    work(2)
    print(sys.stdin.read(1))
wait()
''', talk=talk)
        self.assertEqual((0, b'readyy\n', b''), (run.status, run.stdout, run.stderr))
        self.assertEqual(signal.SIGURG, run.header['idle_signal'])
        self.assertEqual(['work', 'wait', 'work'], run.calls())

    @staticmethod
    def ask(run, answers):
        """A signal that comes right before a system call is handled when that returns."""
        while len(run.of_kind('flushed')) < answers:
            wait_until_asleep(run.process)
            os.kill(run.process.pid, signal.SIGURG)

    def test_pause_is_not_ended_by_it(self):
        def talk(run):
            run.wait_for_stdout(b'ready')
            run.wait_for_records('events', 1)
            wait_until_asleep(run.process)
            os.kill(run.process.pid, signal.SIGURG)
            os.kill(run.process.pid, signal.SIGUSR1)

        run = AgentRun(HEAD.replace('import sys', 'import signal, sys') + '''    signal.pause()
    print(came, signal.pthread_sigmask(signal.SIG_BLOCK, ()))
came = []
signal.signal(signal.SIGUSR1, lambda *_: came.append(1))
wait()
''', talk=talk)
        self.assertEqual((b'ready[1] set()\n', b''), (run.stdout, run.stderr))

    def test_a_handler_of_the_program_is_its_own(self):
        run = AgentRun('''import os, signal
signal.signal(signal.SIGURG, lambda number, frame: print(int(number)))
os.kill(os.getpid(), signal.SIGURG)
''')
        self.assertEqual(b'%d\n' % signal.SIGURG, run.stdout)

    def test_a_tracer_of_the_program_sees_nothing_of_it(self):
        run = AgentRun('''import os, signal, sys
seen = []
def tracer(frame, event, arg):
    seen.append(frame.f_code.co_name)
    return tracer
def waits():
    os.kill(os.getpid(), signal.SIGURG)
sys.settrace(tracer)
waits()
sys.settrace(None)
print(sorted(set(seen)), signal.getsignal(signal.SIGURG) == signal.SIG_DFL)
waits()
''')
        self.assertEqual((b"['waits'] False\n", b''), (run.stdout, run.stderr))
        self.assertEqual(1, run.kinds().count('flushed'))


VALUES = HEAD + '''
import os
def leaf(a, b=(1, 'x')):
    c = [a, b]
    return c
def work(n):
    for i in range(n):
        leaf(i)
sys.stdout.write('ready')
sys.stdout.flush()
while not os.path.exists('enough'):
    work(100)
'''


def ask_until_enough(run):
    """Ask for what is held at once after each answer, until there are 20 and the events of some hundred calls."""
    run.wait_for_stdout(b'ready')
    answers = 0
    while run.process.poll() is None:
        if answers >= 20 and sum(len(record['events']) for record in run.of_kind('events')) > 3000:
            open(os.path.join(run.directory, 'enough'), 'w').close()
        try:
            os.kill(run.process.pid, signal.SIGURG)
        except ProcessLookupError:
            return  # it has just ended
        answers += 1
        run.wait_for(lambda: len(run.of_kind('flushed')) >= answers or 'end' in run.kinds())


class AskedAmidAnEventTest(unittest.TestCase):
    def test_an_event_and_its_values_stay_together(self):
        run = AgentRun(VALUES, talk=ask_until_enough, values=['args', 'locals', 'return'])
        self.assertEqual((0, b''), (run.status, run.stderr))
        for record in run.of_kind('events'):
            first = record['events'][0]
            self.assertNotIn(first[0] if type(first) is list else first, ('args', 'locals', 'value'))
        kinds = [event.kind for event in run.events()]
        for kind in ('args', 'locals', 'value'):
            self.assertGreaterEqual(kinds.count(kind), 100)
        self.assertGreater(len(run.of_kind('flushed')), 10)
