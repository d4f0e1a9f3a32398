# either engine: a child begins its stream around the trace functions
"""Forked children have streams of their own, where that is wanted."""

import os
import unittest

from agent_run import AgentRun

FORK = '''
import os, sys
def work(n):
    return n
def child():
    work(1)
    os._exit(3)
def main():
    work(2)
    process = os.fork()
    if not process:
        child()
    status = os.waitpid(process, 0)[1]
    work(3)
    return status
print(main() >> 8)
'''


def in_a_thread(body, meanwhile=''):
    """A program with a thread that forks a `process`. meanwhile: what its main thread does."""
    return ('import os, sys, threading, warnings\nwarnings.simplefilter("ignore")\n'
            'traced = threading.Event()\n'
            'def work(): pass\n'
            'def body():\n%s'
            '    os.waitpid(process, 0)\n'
            't = threading.Thread(target=body)\nt.start()\n%st.join()\n' % (body, meanwhile))


class ForkTest(unittest.TestCase):
    def test_followed(self):
        run = AgentRun(FORK, follow=True)
        self.assertEqual((b'3\n', b''), (run.stdout, run.stderr))
        self.assertEqual(['main', 'work', 'work'], run.calls())
        child, = run.children
        self.assertEqual(['fork', run.header['process']],
                         [child.header['origin'], child.header['parent']])
        self.assertNotIn('stdout_fifo', child.header)
        self.assertEqual(['child', 'work'], child.calls())
        names = {record['code']: record['function'] for record in child.of_kind('code')}
        stack, = child.of_kind('stack')
        self.assertEqual([('<module>', 3), ('main', 4)],
                         [(names[frame[0]], frame[1]) for frame in stack['frames']])
        self.assertEqual(('leaving', '_exit', '3'), tuple(
            child.records[-1][key] for key in ('record', 'how', 'detail')))

    def test_not_followed_it_writes_nothing(self):
        run = AgentRun(FORK)
        self.assertEqual((b'3\n', b''), (run.stdout, run.stderr))
        self.assertEqual(['main', 'work', 'work'], run.calls())
        self.assertEqual([], run.of_kind('leaving'))
        self.assertEqual(run.counted(), run.end['events'])

    def test_a_child_that_ends_like_a_program(self):
        text = FORK.replace('os._exit(3)', 'sys.exit(3)')
        for follow in (False, True):
            run = AgentRun(text, follow=follow)
            self.assertEqual(b'3\n', run.stdout)
            self.assertEqual(1, len(run.of_kind('end')))
        child, = run.children
        self.assertEqual(child.counted(), child.end['events'])

    def test_from_a_thread(self):
        run = AgentRun(in_a_thread('    process = os.fork()\n'
                                   '    if not process:\n'
                                   '        work()\n'
                                   '        os._exit(0)\n'), follow=True)
        child, = run.children
        self.assertEqual(['work'], child.calls(0))
        self.assertEqual([0], [record['thread'] for record in child.of_kind('thread')])

    @unittest.skipUnless(hasattr(os, 'register_at_fork'), 'CPython 3.6 does not report forks')
    def test_from_a_thread_that_the_program_traces(self):
        run = AgentRun(in_a_thread('    sys.settrace(lambda frame, event, arg: None)\n'
                                   '    process = os.fork()\n'
                                   '    sys.settrace(None)\n'
                                   '    work()\n'
                                   '    if not process:\n'
                                   '        os._exit(0)\n'), follow=True)
        child, = run.children
        self.assertEqual([['work'], ['program_tracer']],
                         [child.calls(0), [record['reason'] for record in child.of_kind('blind')]])

    @unittest.skipUnless(hasattr(os, 'register_at_fork'), 'CPython 3.6 does not report forks')
    def test_from_a_thread_beside_one_that_the_program_traces(self):
        run = AgentRun(in_a_thread('    traced.wait()\n'
                                   '    process = os.fork()\n'
                                   '    if not process:\n'
                                   '        sys.settrace(lambda frame, event, arg: None)\n'
                                   '        sys.settrace(None)\n'
                                   '        work()\n'
                                   '        os._exit(3)\n',
                                   'sys.settrace(lambda frame, event, arg: None)\n'
                                   'traced.set()\n'), follow=True)
        child, = run.children
        self.assertEqual((['work'], ['program_tracer'], '3'),
                         (child.calls(0), [record['reason'] for record in child.of_kind('blind')],
                          child.records[-1]['detail']))

    def test_grandchildren(self):
        run = AgentRun('import os\ndef work(): pass\n'
                       'for i in range(2):\n    if os.fork(): os.wait(); break\n    work()\n',
                       follow=True)
        first, second = run.children
        self.assertEqual(first.header['process'], second.header['parent'])
        self.assertEqual([['work'], ['work']], [first.calls(), second.calls()])

    def test_what_an_idle_child_has_done_is_there_when_it_is_killed(self):
        text = (
            'import os, signal, time\n'
            'def fails(n): raise ValueError(n)\n'
            'def tries(n):\n'
            '    try: fails(n)\n'
            '    except ValueError: pass\n'
            'exec(compile("def pool(f, n): f(n)", "<generated>", "exec"))\n'  # not recorded, as a pool's is
            'def main():\n'
            '    tries(0)\n'
            '    read, write = os.pipe()\n'
            '    process = os.fork()\n'
            '    if not process:\n'
            '        for n in 1, 2, 3: pool(tries, n)\n'
            '        os.write(write, b"x")\n'
            '        while True: time.sleep(60)\n'
            '    os.read(read, 1)\n'
            '    os.kill(process, signal.SIGKILL)\n'
            '    os.wait()\n'
            '    pool(tries, 4)\n'
            'main()\n')
        for events in ['exception'], ['call', 'return', 'exception'], ['call', 'line', 'return', 'exception']:
            with self.subTest(events=events):
                run = AgentRun(text, follow=True, events=events)
                child, = run.children
                messages = [[event for record in each.of_kind('events') for event in record['events']]
                            for each in (run, child)]
                messages = [[event[3] for event in each if type(event) is list and event[0] == 'exception']
                            for each in messages]
                self.assertEqual([['0', '0', '4', '4'], ['1', '1', '2', '2', '3', '3']], messages)
