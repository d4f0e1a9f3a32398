"""Whatever text a program has, the stream has it, and the program runs as without us."""

import json
import os
import unittest

from agent_run import AGENT, AgentRun

with open(os.path.join(AGENT, 'tests', 'any_text.py')) as source:
    PROGRAM = source.read()


class AnyTextTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.run_of_it = AgentRun(
            PROGRAM, args=['fork', '\udcff\n"\\'], follow=True, layers=True, scope=['user', 'site', 'generated'],
            values=['args', 'locals', 'return'], redact=['\u03b1\ud83d"'])
        cls.said = [json.loads(line) for line in cls.run_of_it.stdout.decode('ascii').splitlines()]

    def test_the_program_and_its_child_ran_to_their_ends(self):
        self.assertEqual((0, b''), (self.run_of_it.status, self.stderr()))
        self.assertEqual('completed', self.run_of_it.end['outcome'])
        child, = self.run_of_it.children[:1]
        leaving, = child.of_kind('leaving')
        self.assertEqual('./true\udcff', leaving['detail'])

    def stderr(self):
        lines = self.run_of_it.stderr.splitlines(True)  # 3.15 warns of a fork after threads
        return b''.join(line for line in lines if b'fork()' not in line)

    def test_every_record_has_the_texts(self):
        half = len(self.said) // 2
        for recorded, said in ((self.run_of_it, self.said[:half]), (self.run_of_it.children[0], self.said[half:])):
            self.check(recorded, said)
        self.assertEqual(['fork', '\udcff\n"\\'], self.run_of_it.header['program']['argv'][1:])
        self.assertEqual(['\u03b1\ud83d"'], self.run_of_it.header['recording']['redact'])

    def check(self, recorded, said):
        codes = [record for record in recorded.of_kind('code') if record['function'][:8] == 'template']
        self.assertEqual({(each['file'], each['function'], each['module']) for each in said},
                         {(code['file'], code['function'], code['module']) for code in codes})
        if hasattr(self.check.__code__, 'co_qualname'):
            self.assertEqual({'Q.' + each['message'] for each in said}, {code['qualname'] for code in codes})
        layers = [frame['function'] for record in recorded.of_kind('layers') for frame in record['frames']]
        self.assertLessEqual({'layer' + each['message'] for each in said}, set(layers))
        self.assertLessEqual({each['thread'] for each in said},
                             {record['name'] for record in recorded.of_kind('thread')})
        events = recorded.events()
        shown = [event.more for event in events if event.kind == 'args']
        for each in said:
            self.assertIn(each['args'], shown)
        self.assertLessEqual({each['message'] for each in said},
                             {event.more[1] for event in events if event.kind == 'exception'})
