import json
import tempfile
import unittest

import agent_run
from _leadline import config
from test_protocol import documented


class ConfigTest(unittest.TestCase):

    def read(self, value):
        with tempfile.NamedTemporaryFile('w', suffix='.json') as stream:
            json.dump(value, stream)
            stream.flush()
            return config.read(stream.name)

    def test_reads_what_json_reads(self):
        program = {'args': ['\u0436', '\U0001f600', '\n'], 'b': None, 'c': True, 'd': 12, 'e': {}}
        self.assertEqual(program, self.read({'program': program, 'recording': {}})['program'])

    def test_what_is_left_out_is_nothing(self):
        whole = self.read({'program': {'target': 'a.py'}, 'recording': {'levels': 3}, 'live': True})
        self.assertEqual({'target': 'a.py', 'args': ()}, whole['program'])
        self.assertEqual({'stdin': None, 'stdout': None, 'stderr': None}, whole['stdio'])
        self.assertEqual((3, None, ()), tuple(
            whole['recording'][name] for name in ('levels', 'max_events', 'include')))
        self.assertEqual((True, False, None), (whole['live'], whole['timed'], whole['follow']))

    def test_the_documented_one_is_completed_to_what_a_header_tells(self):
        told = agent_run.AgentRun('pass').header['recording']
        whole = self.read(documented()['configuration'])
        self.assertEqual(list(told), list(whole['recording']))
        whole['recording']['roots'] = told['roots']  # the program's directory
        self.assertEqual(told, json.loads(json.dumps(whole['recording'])))


if __name__ == '__main__':
    unittest.main()
