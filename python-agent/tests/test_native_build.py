# once: a compiler runs, and no trace function
"""The recorder in C compiles without a warning with the headers of each interpreter."""

import os
import sys
import sysconfig
import tempfile
import unittest
from unittest import mock

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'native'))
build = __import__('build')


class NativeBuildTest(unittest.TestCase):
    @unittest.skipIf(build.compiler() is None, 'there is no C compiler')
    @unittest.skipUnless(os.path.isfile(os.path.join(sysconfig.get_paths()['include'], 'Python.h')), 'it has no headers')
    def test_with_the_headers_of_this_interpreter(self):
        self.assertEqual(sysconfig.get_paths()['include'], build.headers())
        with tempfile.TemporaryDirectory() as directory, mock.patch.dict(os.environ, LEADLINE_REQUIRED_NATIVE='1'):
            self.assertTrue(build.is_built(directory))


if __name__ == '__main__':
    unittest.main()
