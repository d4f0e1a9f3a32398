# one engine: the notes about what is not followed have nothing of the trace functions
"""A Python that a command starts and that does not find the agent is reported, and no other command."""

import json
import os
import stat
import sys
import tempfile
import unittest

import agent_run
from agent_run import AgentRun
from _leadline.bootstrap import interpreter_options
from _leadline.patches import unfollowed
from _leadline.shell_text import commands

SHELL = [
    ('a b; c\nd & e', [['a', 'b'], ['c'], ['d'], ['e']]),
    ('a | b -c', [['a'], ['b', '-c']]),
    ('a && b; c', [['a'], ['c']]),
    ('a || b | c', [['a']]),
    ('"a b" \'c "d"\' e\\ f "g\\"h" ""', [['a b', 'c "d"', 'e f', 'g"h', '']]),
    ('a $b "c $d" *.py ~/e', [['a', None, None, None, None]]),
    ('a >b 2>&1 <c; d >> e 2> /dev/null', [['a'], ['d']]),
    ('a # b; c\nd', [['a'], ['d']]),
    ('if a; then b; fi', []),
    ('cd x; a', []),
    ('a; exit; b', [['a']]),
    ('exec a; b', [['exec', 'a']]),
    ('a `b`; c', [['a', None]]),
    ('a -c "$(b)" d', [['a', '-c', None]]),
    ('a() { b; }', []),
    ('a; (b; c)', [['a']]),
    ('a "b', []),
    ("a 'b", []),
    ('a <<E\nb\nE', [['a', None]]),
    ('', []),
]
OPTIONS = [  # the command line behind the interpreter, whether it is isolated, its script
    ('-I a.py', True, 'a.py'), ('-E a.py', True, 'a.py'), ('-S a.py', True, 'a.py'),
    ('-Es a.py', True, 'a.py'), ('-IB -c x', True, None), ('-Bc x -I', False, None),
    ('-Ic x', True, None), ('-m x -I', False, None), ('-W I a.py', False, 'a.py'),
    ('-WI a.py', False, 'a.py'), ('-X I -E a.py', True, 'a.py'), ('-BX S a.py', False, 'a.py'),
    ('--check-hash-based-pycs always -S a.py', True, 'a.py'), ('a.py -I', False, 'a.py'),
    ('- -I', False, None), ('-IV', False, None), ('-I --help', False, None), ('-s a.py', False, 'a.py'),
    ('', False, None), ('-i -u a.py', False, 'a.py'),
]


class ShellTextTest(unittest.TestCase):
    def test_commands_that_are_certain_to_run(self):
        for text, expected in SHELL:
            self.assertEqual(expected, commands(text), text)


class OptionsTest(unittest.TestCase):
    def test_options(self):
        for text, isolated, script in OPTIONS:
            argv = ['python3'] + text.split()
            self.assertEqual(isolated, interpreter_options.is_isolated(argv), text)
            self.assertEqual(script, interpreter_options.script(argv), text)

    def test_cases_of_agent_and_controller(self):
        with open(os.path.join(agent_run.AGENT, 'tests', 'isolating_options.json')) as stream:
            cases = json.load(stream)
        self.assertGreater(len(cases), 15)
        for options, isolated in cases:
            argv = ['python3'] + options + ['a.py']
            self.assertEqual(isolated, interpreter_options.is_isolated(argv), options)


class CommandTest(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.directory = directory.name
        self.python = self.write('python3', '')

    def write(self, name, text, mode=stat.S_IRWXU):
        path = os.path.join(self.directory, name)
        with open(path, 'w') as stream:
            stream.write(text)
        os.chmod(path, mode)
        return path

    def found(self, *words):
        path = self.directory + ':/usr/bin:/bin'
        return [' '.join(found) for found, _why in unfollowed.of_command(words, path)]

    def test_direct_and_behind_other_commands(self):
        for words in (
                ['python3', '-S', 'a'], [self.python, '-S', 'a'], ['sh', '-c', 'python3 -S a'],
                ['sh', '-ec', 'echo; python3 -S a'], ['env', 'python3', '-S', 'a'],
                ['env', '-S', 'python3 -S a'], ['env', 'X=1', 'python3', '-S', 'a'],
                ['nohup', 'python3', '-S', 'a'], ['sh', '-c', 'exec python3 -S a'],
                ['sh', '-c', 'X=1 python3 -S a'], ['sh', '-c', 'sh -c "python3 -S a"']):
            self.assertEqual(1, len(self.found(*words)), words)
        self.assertEqual(['python3 -S ...'], self.found('sh', '-c', 'python3 -S $x'))

    def test_another_environment(self):
        for words in (
                ['env', '-i', 'python3', 'a'], ['env', 'PYTHONPATH=x', 'python3', 'a'],
                ['env', '-u', 'PYTHONPATH', 'python3', 'a'],
                ['sh', '-c', 'PYTHONPATH=src python3 a']):
            self.assertEqual(['python3 a'], self.found(*words), words)
        self.assertEqual([], self.found('sh', '-c', 'PYTHONPATH=src:$PYTHONPATH python3 a'))

    def test_shebangs(self):
        name = os.path.basename(self.directory)
        for line in ('#!%s -S' % self.python, '#! %s -IB' % self.python,
                     '#!/usr/bin/env -S python3 -E'):
            script = self.write('script', line + '\nprint()\n')
            self.assertEqual(1, len(self.found(script, 'x')), (line, name))
            self.assertEqual(1, len(self.found('script')))
            self.assertEqual(1, len(self.found('sh', '-c', 'script')))
        for line in ('#!%s' % self.python, '#!/usr/bin/env python3', 'print()', '#!'):
            self.assertEqual([], self.found(self.write('script', line + '\n')))
        loop = self.write('loop', '#!%s\n' % os.path.join(self.directory, 'loop'))
        self.assertEqual([], self.found(loop))

    def test_no_other_command_is_named(self):
        self.write('plain', '#!%s -S\n' % self.python, mode=stat.S_IRUSR)
        os.mkfifo(os.path.join(self.directory, 'fifo'))
        for words in (
                ['python3', 'a', '-S'], ['python-config', '-S'], ['missing-python', '-S'], ['python9', '-S'],
                ['plain'], ['fifo'], ['sh', 'script', '-c', 'python3 -S a'], ['sh', '-c', 'false && python3 -S a'],
                ['sh', '-c', '$x -S a'], ['echo', 'python3', '-S'], ['env', '-i', 'python3', '-V'],
                ['sh', '-c'], ['env'], ['nohup'], ['']):
            self.assertEqual([], self.found(*words), words)


class ReportTest(unittest.TestCase):
    def test_each_command_once(self):
        run = AgentRun(
            'import os, subprocess, sys\n'
            'for i in range(2):\n'
            '    subprocess.call([sys.executable, "-S", "-c", "print(1)"])\n'
            'subprocess.call([sys.executable, "-E", "-c", "print(2)"])\n'
            'os.system(\'"%s" -S -c "print(3)"\' % sys.executable)\n'
            'os.system(b\'\' + os.fsencode(\'"%s" -I -c "print(4)"\' % sys.executable))\n'
            'subprocess.call(\'"%s" -E -c "print(5)"\' % sys.executable, shell=True)\n'
            'os.spawnv(os.P_WAIT, sys.executable, [sys.executable, "-I", "-c", "print(6)"])\n', follow=True)
        self.assertEqual([b'%d' % n for n in (1, 1, 2, 3, 4, 5, 6)], run.stdout.split())
        texts = [record['text'] for record in run.of_kind('trouble')]
        self.assertEqual(5, len(texts), texts)
        for text, end in zip(texts, ('-S -c print(1)', '-E -c print(2)', '-S -c print(3)',
                                     '-I -c print(4)', '-E -c print(5)')):
            self.assertIn(sys.executable + ' ' + end, text)
