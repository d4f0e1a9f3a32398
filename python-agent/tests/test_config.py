# either engine: the configuration is read before there are trace functions
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

    def test_the_documented_recording_is_that_of_a_header(self):
        header = agent_run.AgentRun('pass').header['recording']
        recording = self.read(documented()['configuration'])['recording']
        self.assertEqual(list(header), list(recording))
        self.assertEqual(dict(header, roots=[]), recording)


if __name__ == '__main__':
    unittest.main()
