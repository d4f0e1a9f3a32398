# once: the environment chooses no engine here
import os
import subprocess
import sys
import unittest

import agent_run  # noqa: F401: puts the agent's package on the path
from _leadline import system

PROGRAM = '''
import sys
sys.path.insert(0, sys.argv[1])
from _leadline import system
name = sys.argv[2]
converted = system.to_protocol({'file': name, 'more': [name, None, 3], 'text': '\\u0430'})
print(sys.getfilesystemencoding(), ascii(converted), system.from_protocol(system.to_protocol(name)) == name)
'''


class ToldTest(unittest.TestCase):
    def converted(self, name, **environment):
        path = os.path.dirname(os.path.dirname(system.__file__))
        words = [sys.executable, '-c', PROGRAM, path, name]
        environment.update(PYTHONCOERCECLOCALE='0', PYTHONUTF8='0', LC_ALL='C')
        encoding, rest = subprocess.check_output(words, env=environment).decode().split(' ', 1)
        return rest.strip()

    def test_a_name_is_the_same_whatever_the_locale(self):
        expected = {'file': 'gr\xf6\xdfe', 'more': ['gr\xf6\xdfe', None, 3], 'text': '\u0430'}
        self.assertEqual(ascii(expected) + ' True', self.converted('gr\xf6\xdfe'.encode('utf-8')))

    def test_bytes_that_are_no_text_stay_what_they_are(self):
        expected = {'file': '\udcfe', 'more': ['\udcfe', None, 3], 'text': '\u0430'}
        self.assertEqual(ascii(expected) + ' True', self.converted(b'\xfe'))
