# once: a compiler runs, and no trace function
"""The recorder in C compiles without a warning with the headers of each interpreter."""

import glob
import os
import re
import subprocess
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
        # the library that is tested was optimized; here the headers are what matters
        environment = mock.patch.dict(os.environ, LEADLINE_REQUIRED_NATIVE='1', CFLAGS='-O0')
        with tempfile.TemporaryDirectory() as directory, environment:
            self.assertTrue(build.is_built(directory))
            library, = glob.glob(os.path.join(directory, 'native', '*.so'))
            self.assertEqual([], sorted(filter(None, map(_unexpected, undefined(library)))))

    def test_another_machine_needs_its_headers_and_its_compiler(self):
        with tempfile.TemporaryDirectory() as directory, mock.patch.dict(os.environ, LEADLINE_HEADERS=directory):
            os.environ.pop('LEADLINE_REQUIRED_NATIVE', None)  # CI has it
            for tool, reason in [(None, 'no C compiler (m68k-linux-gnu-gcc)'), ('cc', 'no headers of Python (Python.h for m68k)')]:
                with mock.patch('shutil.which', return_value=tool), mock.patch('builtins.print') as printed:
                    self.assertFalse(build.is_built(directory, 'm68k'))
                    self.assertIn(reason, printed.call_args[0][0])


def undefined(library):
    """The symbols that a library takes from others, with their versions."""
    listed = subprocess.run(['readelf', '--dyn-syms', '-W', library], stdout=subprocess.PIPE, check=True).stdout
    return re.findall(r'\bUND (\S+)', listed.decode())


def _unexpected(symbol):
    """The symbol, where an interpreter or an old glibc may not have it."""
    name, _, version = symbol.partition('@')
    number = [int(part) for part in re.findall(r'\d+', version)]
    of_python = re.match('_?Py', name) and not version
    of_c_or_linker = number <= [2, 17] and (number or re.match('_ITM_|__gmon_start__', name))
    return None if of_python or of_c_or_linker else symbol


if __name__ == '__main__':
    unittest.main()
