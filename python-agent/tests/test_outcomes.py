# either engine: how a program ends is seen around the trace functions
import os
import signal
import sys
import unittest

from agent_run import AgentRun


class OutcomeTest(unittest.TestCase):
    def check(self, text, outcome, detail, status, **options):
        run = AgentRun(text, **options)
        self.assertEqual((outcome, detail), (run.end['outcome'], run.end['detail']))
        self.assertEqual(status, run.status)
        return run

    def test_completed(self):
        self.check('print(1)', 'completed', '', 0)

    def test_raised_shows_no_frame_of_the_agent(self):
        run = self.check('def f():\n    raise ValueError("bad")\nf()\n',
                         'raised', 'ValueError: bad', 1)
        self.assertNotIn(b'leadline', run.stderr)
        self.assertEqual(2, run.stderr.count(b'program.py'))

    def test_exited(self):
        self.check('import sys; sys.exit(5)', 'exited', '5', 5)
        self.check('raise SystemExit', 'exited', '0', 0)
        self.check('raise SystemExit(True)', 'exited', '1', 1)
        self.check('raise SystemExit(-3)', 'exited', '253', 253)
        self.check('raise SystemExit(1 << 80)', 'exited', '255', 255)
        run = self.check('raise SystemExit("bye")', 'exited', '1', 1)
        self.assertEqual(b'bye\n', run.stderr)

    def test_syntax_error_has_no_traceback(self):
        run = AgentRun('x = = 1\n')
        self.assertEqual('raised', run.end['outcome'])
        self.assertTrue(run.stderr.startswith(b'  File "'), run.stderr)

    def test_not_found(self):
        run = AgentRun('no_such_module_here', kind='module')
        self.assertEqual(('not_found', b'', b''), (run.end['outcome'], run.stdout, run.stderr))
        self.assertIn('no_such_module_here', run.end['detail'])
        run = AgentRun(os.path.dirname(os.path.abspath(__file__)), kind='directory')
        self.assertEqual('not_found', run.end['outcome'])
        self.assertIn('__main__', run.end['detail'])

    def test_killed_has_no_end(self):
        run = AgentRun('import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n')
        self.assertEqual([], run.of_kind('end'))
        self.assertEqual(-signal.SIGKILL, run.status)

    def test_interrupt_ends_as_in_a_plain_run(self):
        run = AgentRun('raise KeyboardInterrupt\n')
        self.assertEqual(-signal.SIGINT if sys.version_info >= (3, 8) else 1, run.status)
        self.assertEqual('raised', run.end['outcome'])


class AtExitTest(unittest.TestCase):
    def test_what_runs_at_exit_is_recorded_before_the_end(self):
        run = AgentRun('import atexit\ndef late():\n    return 1\natexit.register(late)\n'
                       'def early():\n    1/0\natexit.register(early)\n')
        functions = [event.function for event in run.events() if event.kind == 'call']
        self.assertEqual(['<module>', 'early', 'late'], functions)
        self.assertEqual('end', run.records[-1]['record'])
        self.assertEqual(1, run.stderr.count(b'ZeroDivisionError'))

    def test_an_excepthook_of_the_program_is_recorded(self):
        run = AgentRun('import sys\ndef hook(*args):\n    print(args[0].__name__)\n'
                       'sys.excepthook = hook\n1/0\n')
        self.assertEqual(b'ZeroDivisionError\n', run.stdout)
        self.assertIn('hook', [event.function for event in run.events()])


class ForkTest(unittest.TestCase):
    def test_a_child_says_nothing_and_nothing_is_written_twice(self):
        run = AgentRun('import os, sys\ndef f(): pass\nf()\nchild = os.fork()\n'
                       'if child == 0:\n    f(); f(); sys.exit(3)\n'
                       'print(os.waitpid(child, 0)[1] >> 8)\nf()\n')
        self.assertEqual(b'3\n', run.stdout)
        self.assertEqual(2, len([e for e in run.events() if e.kind == 'call' and e.function == 'f']))
        self.assertEqual(1, len(run.of_kind('end')))
