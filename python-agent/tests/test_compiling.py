"""The program's code is what `compile` makes of its text, however it was come by."""

import subprocess
import sys
import unittest
import warnings

import agent_run
from _leadline import compiling

_TEXTS = (
    b'', b'pass', b'# -*- coding: latin-1 -*-\nx = "\xe4"', b'\xef\xbb\xbfx = 1',
    b'"""doc"""\nfrom __future__ import annotations\ndef f(a: b): return [a for _ in a]\n'
    b'class C:\n    async def g(self): yield lambda: self\n' if sys.version_info >= (3, 7) else b'x = 1')


def parts(code):
    """What can be compared, with all that is nested."""
    inner = [parts(one) for one in code.co_consts if isinstance(one, type(code))]
    plain = [one for one in code.co_consts if not isinstance(one, type(code))]
    return (code.co_filename, code.co_name, code.co_code, code.co_flags, code.co_names,
            code.co_firstlineno, plain, inner)


class CompilingTest(unittest.TestCase):

    def test_code_is_the_same(self):
        for text in _TEXTS:
            self.assertEqual(parts(compile(text, 'a/b.py', 'exec', 0, True)),
                             parts(compiling.code_of(text, 'a/b.py')), text)

    def test_nothing_of_it_runs(self):
        self.assertEqual('x.py', compiling.code_of(b'raise SystemExit', 'x.py').co_filename)

    def test_errors_name_the_file(self):
        for text in (b'a b', b'x = 1\n  y', b'# coding: nowhere\n', b'return'):
            with self.assertRaises(SyntaxError) as expected:
                compile(text, 'x.py', 'exec', 0, True)
            with self.assertRaises(SyntaxError) as told:
                compiling.code_of(text, 'x.py')
            self.assertEqual(expected.exception.args, told.exception.args)

    def test_warnings_name_the_file_and_come_once(self):
        before = list(warnings.filters)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter('always')
            code = compiling.code_of(b'x = "\\d"', 'x.py')
        self.assertEqual(['x.py'], [one.filename for one in caught])
        self.assertEqual(('x.py', before), (code.co_filename, warnings.filters))

    def test_a_trace_function_that_is_there_stays(self):
        def trace(frame, event, arg):
            return None
        sys.settrace(trace)
        try:
            compiling.code_of(b'pass', 'x.py')
            self.assertIs(trace, sys.gettrace())
        finally:
            sys.settrace(None)

    def test_no_classes_are_made(self):
        script = ('import sys; sys.path.insert(0, sys.argv[1]); from _leadline import compiling; '
                  'before = len(object.__subclasses__()); compiling.code_of(b"pass", "x"); '
                  'now = len(object.__subclasses__()); compile("", "", "exec"); '
                  'print(now - before, sorted(c.__name__ for c in object.__subclasses__()).count("AST"))')
        output = subprocess.check_output([sys.executable, '-c', script, agent_run.AGENT])
        self.assertEqual([b'0', b'1'], output.split())


if __name__ == '__main__':
    unittest.main()
