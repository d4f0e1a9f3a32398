# one engine: what starts and follows an interpreter has nothing of the trace functions
"""Interpreters that the program starts have streams of their own, where that is wanted."""

import os
import sys
import unittest
from itertools import zip_longest

from agent_run import AgentRun, PlainRun

CHILD = 'def inner(): return 1\ninner()\n'
SURROUNDINGS = '''
import os, sys
print(sorted(os.environ))
print(os.environ.get('PYTHONPATH'), sys.argv, __name__)
print([path for path in sys.path if 'leadline' in path or 'follow' in path])
print([name for name in sys.modules if 'leadline' in name or 'sitecustomize' in name])
print(sys.flags.no_site, sys.dont_write_bytecode, sys.gettrace())
'''


class SpawnTest(unittest.TestCase):
    def spawn(self, command, files=(), environment=(), **named):
        """The one child's stream; command: Python text of an argument list."""
        text = 'import os, subprocess, sys\nsys.stdout.flush()\nprint(subprocess.call(%s))\n' % command
        run = AgentRun(text, follow=True, files=files, environment=environment, **named)
        self.assertEqual((b'0\n', b''), (run.stdout, run.stderr))
        self.assertEqual([], run.of_kind('trouble'))
        child, = run.children
        self.assertEqual(['spawn', 'command'],
                         [child.header['origin'], child.header['program']['kind']])
        self.parent_is_first = child.header['parent'] == run.header['process']
        self.assertEqual(child.counted(), child.end['events'])
        return child

    def test_code(self):
        child = self.spawn('[sys.executable, "-c", %r]' % CHILD)
        self.assertEqual(['inner'], child.calls())
        self.assertEqual([sys.executable, '-c', CHILD], child.header['program']['argv'])
        self.assertTrue(self.parent_is_first)

    def test_script(self):
        child = self.spawn('[sys.executable, "child.py", "x"]', files={'child.py': CHILD})
        self.assertEqual(['inner'], child.calls())
        self.assertEqual([1], [base['depth'] for base in child.of_kind('base')])

    def test_module(self):
        child = self.spawn('[sys.executable, "-m", "child"]', files={'child.py': CHILD})
        self.assertEqual(['inner'], child.calls())
        self.assertEqual([3], [base['depth'] for base in child.of_kind('base')])

    def test_an_environment_of_its_own(self):
        child = self.spawn('[sys.executable, "-c", %r], env={"PYTHONPATH": "/there"}' % CHILD)
        self.assertEqual(['inner'], child.calls())
        child = self.spawn('[sys.executable, "-c", %r], env={}' % CHILD)
        self.assertEqual(['inner'], child.calls())

    def test_through_a_shell(self):
        child = self.spawn('sys.executable + " child.py; true", shell=True',
                           files={'child.py': CHILD})
        self.assertEqual(['inner'], child.calls())
        self.assertFalse(self.parent_is_first)

    def test_its_outcome(self):
        outcomes = {
            ('-c', '1/0'): ['raised', 'ZeroDivisionError: division by zero'],
            ('-c', 'import sys; sys.exit(3)'): ['exited', '3'],
            ('-c', 'try:\n  raise SystemExit(3)\nfinally:\n  a = 1'): ['exited', '3'],
            ('-c', 'import atexit\ndef f(): raise SystemExit("no")\nf()'): ['exited', '1'],
            ('-c', 'try:\n  raise SystemExit(3)\nexcept SystemExit:\n  a = 1'): ['completed', ''],
            ('-m', 'no_such'): ['not_found', 'no code of a program ran']}
        run = AgentRun('import subprocess, sys\nfor command in %r:\n'
                       '    subprocess.call([sys.executable] + list(command))\n' % list(outcomes), follow=True)
        self.assertEqual(list(outcomes.values()), [[child.end['outcome'], child.end['detail']] for child in run.children])

    def test_becomes_another_python(self):
        run = AgentRun('import os, sys\nos.execv(sys.executable, [sys.executable, "-c", %r])\n' % CHILD,
                       follow=True)
        child, = run.children
        self.assertEqual(run.header['process'], child.header['process'])
        self.assertEqual(['inner'], child.calls())
        self.assertEqual('exec', run.of_kind('leaving')[0]['how'])

    def test_multiprocessing(self):
        run = AgentRun('import multiprocessing\ndef work(n):\n    return n\n'
                       'if __name__ == "__main__":\n'
                       '    context = multiprocessing.get_context("spawn")\n'
                       '    p = context.Process(target=work, args=(1,))\n    p.start()\n    p.join()\n'
                       '    print(p.exitcode)\n', follow=True)
        self.assertEqual((b'0\n', b''), (run.stdout, run.stderr))
        self.assertEqual([['work']], [c.calls() for c in run.children if 'work' in c.calls()])


class SurroundingsTest(unittest.TestCase):
    """What a followed interpreter sees is what it sees in a plain run."""

    def check(self, options=('',), files=(), environment=(), env='None'):
        """options: a child has each."""
        files = dict({'child.py': SURROUNDINGS}, **dict(files))
        commands = [[sys.executable] + option.split() + ['child.py'] for option in options]
        text = 'import os, subprocess\nfor command in %r:\n    subprocess.call(command, env=%s)\n' % (commands, env)
        traced = AgentRun(text, follow=True, files=files, environment=environment)
        plain = PlainRun(text, files=files, environment=environment)
        for theirs, ours in ((plain.stdout, traced.stdout), (plain.stderr, traced.stderr)):
            self.assertEqual(theirs.replace(plain.directory.encode(), b'HERE'),
                             ours.replace(traced.directory.encode(), b'HERE'))
        return traced

    def test_by_default(self):
        run = self.check()
        self.assertEqual(1, len(run.children))

    def test_with_a_path(self):
        self.check(environment={'PYTHONPATH': '/there'}.items())
        self.check(env='dict(os.environ, PYTHONPATH="/there")')

    def test_with_a_sitecustomize_of_the_users(self):
        run = self.check(files={'sitecustomize.py': 'print("hello")\n'},
                         env='dict(os.environ, PYTHONPATH=os.getcwd())')
        self.assertIn(b'hello\n', run.stdout)
        self.assertEqual(1, len(run.children))

    def test_an_isolated_one_is_not_followed(self):
        options = '-I', '-E', '-S'
        run = self.check(options)
        self.assertEqual([], run.children)
        for option, trouble in zip_longest(options, run.of_kind('trouble')):
            self.assertIn('cannot be followed', trouble['text'])
            self.assertIn(option, trouble['text'])

    def test_an_isolated_one_in_place_of_the_program(self):
        for call in ('os.execv(sys.executable, command)',
                     'os.execve(sys.executable, command, os.environ)'):
            text = ('import os, sys\nsys.stdout.flush()\ncommand = [sys.executable, "-I", "child.py"]\n'
                    + call + '\n')
            files = {'child.py': SURROUNDINGS}
            traced, plain = AgentRun(text, follow=True, files=files), PlainRun(text, files=files)
            self.assertEqual((plain.stdout, plain.stderr), (traced.stdout, traced.stderr))

    def test_the_environment_of_the_first_process(self):
        traced = AgentRun('import os\nprint(sorted(os.environ))\n', follow=True)
        self.assertEqual(PlainRun('import os\nprint(sorted(os.environ))\n').stdout, traced.stdout)
        self.assertNotIn(os.sep.join(['', 'follow']).encode(), traced.stdout)
