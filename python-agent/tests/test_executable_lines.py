import os
import subprocess
import sys
import tempfile
import textwrap
import unittest

import agent_run  # noqa: F401: puts the agent's directory on the path
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'facts'))
import executable_lines  # noqa: E402


class ExecutableLinesTest(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory()
        self.addCleanup(self.directory.cleanup)

    def file(self, text, name='app.py'):
        path = os.path.join(self.directory.name, name)
        with open(path, 'w') as stream:
            stream.write(textwrap.dedent(text).lstrip('\n'))
        return path

    def lines(self, text):
        return executable_lines.executable(self.file(text))

    def test_lines_of_all_code_objects(self):
        self.assertEqual([1, 3, 4, 5, 7, 8], self.lines('''
            import os

            class Order:
                def total(self):
                    return [n for n in range(3)]

            def f():
                return lambda: 1
            '''))

    def test_blank_lines_comments_and_docstrings_of_functions_cannot_run(self):
        self.assertEqual([2, 5, 6], self.lines('''
            # nothing
            def f():
                """Says nothing."""

                x = 1
                return x
            '''))

    def test_a_pragma_leaves_its_line_out(self):
        self.assertEqual([1, 3], self.lines('''
            x = 1
            y = 2  # pragma: no cover
            z = 3
            '''))

    def test_a_pragma_leaves_out_the_block_that_it_opens(self):
        self.assertEqual([1, 2, 3, 7, 11, 12], self.lines('''
            def f(x):
                if x:
                    y = 1
                else:  # pragma: no cover
                    y = 2
                    return y
            def g(x):  # a comment
                # pragma: no cover
                """Nothing is left out here."""

                if x:
                    return 3
            '''))

    def test_blocks_within_a_block_that_is_left_out(self):
        self.assertEqual([1, 7, 8], self.lines('''
            x = 1
            if not x:  # pragma: no cover
                for n in range(3):
                    if n:
                        x = n
                x = 2
            if x:
                x = 3
            '''))

    def test_a_pragma_behind_a_decorator_or_a_long_header(self):
        self.assertEqual([1, 9], self.lines('''
            import functools
            @functools.lru_cache()  # pragma: no cover
            def f():
                return 1
            def g(
                    a,
                    b):  # pragma: no cover
                return a
            x = 1
            '''))

    def test_each_file_has_its_answer(self):
        good, bad = self.file('x = 1\ny = 2\n\nz = 3\n'), self.file('def\n', 'bad.py')
        names = '\n'.join([good, bad, os.path.join(self.directory.name, 'no.py'), good]) + '\n'
        done = subprocess.run([sys.executable, '-I', executable_lines.__file__], input=names.encode(),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True)
        self.assertEqual(['lines 1-2 4', 'unreadable SyntaxError', 'unreadable FileNotFoundError', 'lines 1-2 4', 'end'],
                         done.stdout.decode().splitlines())
        self.assertEqual(b'', done.stderr)

    def test_a_file_is_not_run(self):
        path = self.file('open(%r, "w")\n' % os.path.join(self.directory.name, 'ran'))
        self.assertEqual([1], executable_lines.executable(path))
        self.assertEqual(['app.py'], os.listdir(self.directory.name))


if __name__ == '__main__':
    unittest.main()
