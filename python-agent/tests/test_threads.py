"""Each thread of the program is a stack of its own, on its own measured layers."""

import itertools
import re
import signal
import sys
import unittest

from agent_run import AgentRun, PlainRun

KINDS = '''
import threading, time, _thread
from concurrent.futures import ThreadPoolExecutor
def work(n):
    return n
def started(name, made):
    made.name = name
    made.start()
    made.join()
class Own(threading.Thread):
    def run(self):
        work(1)
def raw(first, second=0):
    work(first + second)
    done.release()
started('target', threading.Thread(target=work, args=(1,)))
started('subclass', Own())
started('timer', threading.Timer(0, work, (1,)))
with ThreadPoolExecutor(1, thread_name_prefix='pool') as pool:
    pool.submit(work, 1).result()
done = _thread.allocate_lock()
done.acquire()
_thread.start_new_thread(raw, (1,), {'second': 2})
done.acquire()
while _thread._count():  # until it has returned
    time.sleep(.001)
'''
POOL_DEPTH = 7 if sys.version_info >= (3, 14) else 6


class KindsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.run_of_all = AgentRun(KINDS)

    def check(self, name, base, depths):
        run = self.run_of_all
        thread = run.thread_named(name)
        self.assertEqual([(None, base)], [
            (record['code'], record['depth']) for record in run.of_kind('base')
            if record['thread'] == thread])
        self.assertEqual(depths, run.depths(thread))

    def test_target(self):
        self.check('target', 3, [('work', 4)])

    def test_subclass(self):
        self.check('subclass', 2, [('run', 3), ('work', 4)])

    def test_timer(self):
        self.check('timer', 3, [('work', 4)])

    def test_executor(self):
        self.check('pool_0', POOL_DEPTH - 1, [('work', POOL_DEPTH)])

    def test_raw(self):
        self.check('Thread', 0, [('raw', 1), ('work', 2)])

    def test_all_of_it(self):
        run = self.run_of_all
        self.assertEqual((0, b''), (run.status, run.stderr))
        self.assertEqual([], run.open_frames)
        self.assertEqual(list(range(6)), [record['thread'] for record in run.of_kind('thread')])
        self.assertEqual(run.counted(), run.end['events'])
        self.assertEqual([], run.of_kind('blind') + run.of_kind('stack') + run.of_kind('trouble'))

    def test_events_of_a_thread_are_those_of_a_direct_call(self):
        run = self.run_of_all
        self.assertEqual(['call 4', 'line 5', 'return 5'],
                         run.shown('work', run.thread_named('target')))


MANY = '''
import threading
def leaf(n):
    return n
def work(n):
    for i in range(n):
        leaf(i)
threads = [threading.Thread(target=work, args=(500,), name='w%d' % n) for n in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
'''


class ManyTest(unittest.TestCase):
    def test_threads_do_not_mix(self):
        run = AgentRun(MANY)
        expected = ['call 5'] + ['line 6', 'line 7'] * 500 + ['line 6', 'return 6']
        for number in range(4):
            thread = run.thread_named('w%d' % number)
            self.assertEqual(expected, run.shown('work', thread))
            self.assertEqual(['call 3', 'line 4', 'return 4'] * 500, run.shown('leaf', thread))
        self.assertEqual(run.counted(), run.end['events'])

    def test_a_thread_that_is_gone_has_its_events_written_before_the_next_begins(self):
        text = ('import threading\ndef f(): pass\n'
                'for n in range(3):\n'
                '    t = threading.Thread(target=f)\n    t.start()\n    t.join()\n')
        run = AgentRun(text)
        order = [(record['record'], record['thread']) for record in run.records
                 if record['record'] in ('thread', 'events') and record['thread']]
        # on a busy machine, the events of a thread may come in more than one batch
        order = [key for key, _ in itertools.groupby(order)]
        self.assertEqual([('thread', 1), ('events', 1), ('thread', 2), ('events', 2),
                          ('thread', 3), ('events', 3)], order)

    def test_of_a_daemon_thread_all_is_written_at_the_end(self):
        run = AgentRun('''
import threading
def wait(ready, never):
    ready.set()
    never.wait()
ready = threading.Event()
threading.Thread(target=wait, args=(ready, threading.Event()), daemon=True).start()
ready.wait()
''')
        thread = run.of_kind('thread')[1]['thread']
        self.assertEqual(['call 3', 'line 4', 'line 5'], run.shown('wait', thread)[:3])
        self.assertEqual(['wait'], [frame.code['function'] for frame in run.open_frames])

    def test_a_thread_that_outlives_the_main_program_is_recorded_to_its_end(self):
        run = AgentRun('''
import threading
def late():
    threading.main_thread().join()
    return after()
def after(): return 1
threading.Thread(target=late, name='late').start()
''')
        self.assertEqual(['late', 'after'], run.calls(run.thread_named('late')))
        self.assertEqual([], run.open_frames)


class SurfaceTest(unittest.TestCase):
    """What a program sees of its threads is what it sees in a plain run."""

    def check(self, text):
        traced, plain = AgentRun(text), PlainRun(text)
        self.assertEqual((plain.status, plain.stdout), (traced.status, traced.stdout))
        self.assertEqual(self.comparable(plain), self.comparable(traced))
        return traced

    @staticmethod
    def comparable(run):
        without_paths = run.stderr.replace(run.directory.encode(), b'')
        return re.sub(b'0x[0-9a-f]+|[0-9]{9,}', b'ADDRESS', without_paths)

    def test_an_exception_in_a_raw_thread(self):
        run = self.check('''
import _thread, sys
class Stderr:
    text = ''
    def write(self, text):
        sys.__stderr__.write(text)
        self.text += text
        if self.text.endswith('ValueError: no\\n'):
            seen.release()
    def flush(self):
        sys.__stderr__.flush()
def bad():
    raise ValueError('no')
seen = _thread.allocate_lock()
seen.acquire()
sys.stderr = Stderr()
_thread.start_new_thread(bad, ())
seen.acquire()
''')
        self.assertIn(b'function bad', run.stderr)

    def test_an_exception_in_a_thread(self):
        run = self.check('import threading\ndef bad(): 1/0\n'
                         't = threading.Thread(target=bad)\nt.start()\nt.join()\n')
        self.assertIn(b'ZeroDivisionError', run.stderr)

    def test_wrong_arguments(self):
        self.check('''
import _thread
for arguments in ((), (1,), (print,), (1, ()), (print, []), (print, (), 1), (print, (), {}, 2)):
    try:
        _thread.start_new_thread(*arguments)
    except TypeError as error:
        print(error)
''')

    def test_the_trace_hook_of_the_program(self):
        text = '''
import sys, threading
seen = []
def tracer(frame, event, arg):
    if frame.f_code is work.__code__:
        seen.append((event, frame.f_lineno))
    return tracer
def work():
    return 1
threading.settrace(tracer)
t = threading.Thread(target=work); t.start(); t.join()
threading.settrace(None)
t = threading.Thread(target=work); t.start(); t.join()
print(seen, getattr(threading, 'gettrace', lambda: None)())
'''
        run = self.check(text)
        self.assertIn(b"('call', 8), ('line', 9), ('return', 9)]", run.stdout)
        blind = run.of_kind('blind')
        self.assertEqual([('program_tracer', 1)], [(r['reason'], r['thread']) for r in blind])
        self.assertEqual([], run.calls(1))
        self.assertEqual(['work'], run.calls(2))


class SignalTest(unittest.TestCase):
    def test_a_signal_handler_runs_in_the_main_thread(self):
        run = AgentRun('''
import signal, threading, _thread
def handler(number, frame): seen.set()
def send(): signal.pthread_kill(threading.main_thread().ident, %d)
seen = threading.Event()
signal.signal(%d, handler)
t = threading.Thread(target=send); t.start(); t.join()
seen.wait()
''' % (signal.SIGUSR1, signal.SIGUSR1))
        self.assertIn('handler', run.calls(0))
        self.assertIn('send', run.calls(1))
