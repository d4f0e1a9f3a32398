# either engine: arguments are hidden before there are trace functions
"""Secrets among the arguments of a program do not leave the process."""

import json
import os
import unittest

from agent_run import AgentRun
from _leadline.arguments import Arguments

GLOBS = ['*password*', '*token*', 'pass', '*_pass', '*secret*', '*api_key*', '*authorization*']
CASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'secret_arguments.json')
SECRETS = ['--password', 'hunter2', 'https://me:hunter2@host/']


class ArgumentsTest(unittest.TestCase):
    def test_cases(self):
        with open(CASES, encoding='utf-8') as stream:
            cases = json.load(stream)
        for words, expected in cases:
            self.assertEqual(expected, Arguments(GLOBS).redacted(words))

    def test_globs_choose(self):
        words = ['--card=1', '--password=x', 'https://me@host/']
        self.assertEqual(words, Arguments([]).redacted(words))
        self.assertEqual(['--card=<redacted>'] + words[1:], Arguments(['card']).redacted(words))


class HeadersTest(unittest.TestCase):
    def test_of_the_program(self):
        run = AgentRun('import sys\nprint(sys.argv[1:])\n', args=SECRETS, redact=GLOBS)
        self.assertIn(b'hunter2', run.stdout)
        self.assertEqual(['--password', '<redacted>', 'https://<redacted>@host/'],
                         run.header['program']['argv'][1:])

    def test_of_children(self):
        run = AgentRun(
            'import os, subprocess, sys\n'
            'subprocess.call([sys.executable, "child.py"] + sys.argv[1:])\n'
            'subprocess.call([sys.executable, "-I", "child.py"] + sys.argv[1:])\n'
            'if os.fork():\n    os.wait()\n',
            args=SECRETS, redact=GLOBS, follow=True, files={'child.py': 'import sys\n'})
        self.assertEqual(2, len(run.children))
        self.assertEqual(1, len(run.of_kind('trouble')))
        for stream in [run] + run.children:
            self.assertNotIn('hunter2', json.dumps(stream.records))
