# once: the environment chooses no engine here
import os
import subprocess
import sys
import tempfile
import textwrap
import unittest

import agent_run  # noqa: F401: puts the agent's directory on the path
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'facts'))
import exclusions  # noqa: E402
import executable_lines  # noqa: E402
import statements  # noqa: E402


def found(text):
    return statements.statements(textwrap.dedent(text).lstrip('\n'), exclusions.excluded)


def firsts(text):
    return [first for first, _ in found(text)]


class StatementsTest(unittest.TestCase):
    """The right values are those of coverage.py 7.16; integration-tests/coverage compares with it itself."""

    def test_statements_of_all_code_objects(self):
        self.assertEqual([1, 3, 4, 5, 7, 8], firsts('''
            import os

            class Order:
                def total(self):
                    return [n for n in range(3)]

            def f():
                return lambda: 1
            '''))

    def test_a_statement_of_several_lines_is_one(self):
        self.assertEqual([(1, 5), (6, 9), (10, 11), (12, 12)], found('''
            def f(
                    a=1,
                    *,
                    b=2
            ):
                x = dict(
                    a=a,
                    b=b,
                )
                assert x, \\
                    "never"
                y = 1; return x
            '''))

    def test_a_text_of_several_lines_in_front_of_another_statement(self):
        self.assertEqual([(1, 2), (3, 3)], found('x = """\n"""; y = 2\nz = 3\n'))

    def test_blank_lines_comments_and_docstrings_do_not_count(self):
        self.assertEqual([(3, 3), (6, 6), (9, 10), (12, 12)], found('''
            """Module
            docstring."""
            class A:
                """Class."""

                def f(self):
                    """Says
                    nothing."""
                    x = """no
                    docstring"""
                    # a comment
                    return x
            '''))

    def test_a_file_without_statements(self):
        self.assertEqual([], found(''))
        self.assertEqual([], found('# a comment\n\n'))
        self.assertEqual([], found('"""Doc."""\n'))

    def test_line_breaks_and_encodings(self):
        source = b'# coding: latin-1\r\nx = "\xe9"\ry = 2'
        self.assertEqual('# coding: latin-1\nx = "\xe9"\ny = 2\n', statements.source_text(source))
        self.assertEqual('x = "\xe9"\n', statements.source_text(b'\xef\xbb\xbfx = "\xc3\xa9"'))


class ExclusionsTest(unittest.TestCase):
    """The right values are those of coverage.py 7.16, of its default settings."""

    def test_forms_of_the_comment(self):
        for comment in ('# pragma: no cover', '#pragma:no cover', '# PRAGMA NO COVER', '# x # pragma no  cover'):
            self.assertEqual([1], firsts('x = 1\ny = 2  ' + comment + '\n'), comment)
        for comment in ('# Pragma: no cover', '# pragma: cover', '# pragma  : no cover', '# no cover'):
            self.assertEqual([1, 2], firsts('x = 1\ny = 2  ' + comment + '\n'), comment)

    def test_a_comment_in_any_line_of_a_statement(self):
        self.assertEqual([1, 5], firsts('''
            x = 1
            y = [
                1,  # pragma: no cover
            ]
            z = 3
            '''))

    def test_the_block_that_a_statement_opens(self):
        self.assertEqual([1, 2, 3, 7, 11], firsts('''
            def f(x):
                if x:
                    y = 1
                else:  # pragma: no cover
                    y = 2
                    return y
            def g(x):
                # a comment on its own is of no statement: # pragma: no cover
                """Nothing is left out here."""

                if x: return 3
            '''))

    def test_what_stands_behind_the_block_counts(self):
        self.assertEqual([1, 4, 5, 6, 7, 10], firsts('''
            x = 1
            if not x:  # pragma: no cover
                x = 3
            elif x:
                x = 5
            try:
                x = 7
            except ValueError:  # pragma: no cover
                x = 9
            x = 10
            '''))

    def test_blocks_within_a_block_that_is_left_out(self):
        self.assertEqual([1, 9, 10], firsts('''
            x = 1
            if not x:  # pragma: no cover
                for n in range(3):
                    if n:
                        x = n
                text = """
                """
                x = 2
            if x:
                x = 3
            '''))

    def test_a_decorator_or_any_line_of_a_header_leaves_out_the_whole_definition(self):
        self.assertEqual([1, 12], firsts('''
            import functools
            @functools.lru_cache()  # pragma: no cover
            @functools.lru_cache(
                maxsize=3)
            def f():
                def g():
                    return 1
            class C(  # pragma: no cover
                    object):
                def f(self):
                    return 1
            x = 1
            '''))

    def test_what_is_there_for_type_checkers(self):
        self.assertEqual([1, 5, 6, 7], firsts('''
            import typing
            if typing.TYPE_CHECKING:
                import os
                from x import y
            if typing.TYPE_CHECKING or x:
                x = 6
            x = not typing
            if TYPE_CHECKING: import z
            '''))

    def test_bodies_of_dots(self):
        self.assertEqual([1, 6, 7, 9, 10, 11, 12], firsts('''
            from typing import overload
            @overload
            def f(a: int) -> int: ...
            @overload
            def f(a: str) -> str: ...  # as a text
            def f(a):
                return a
            def g(): ...
            class P:
                x: int = ...
            class Q(P): ...
            class R:
                ...

                def h(self):
                    ...
            '''))

    if sys.version_info >= (3, 10):
        def test_a_case_that_matches_everything(self):
            self.assertEqual([1, 2, 3, 4, 12, 13, 15, 16], firsts('''
                def f(x):
                    match x:
                        case 1:
                            x = 4
                        case _:
                            raise ValueError  # pragma: no cover
                    match x:  # pragma: no cover
                        case 2:
                            x = 9
                        case _:
                            pass
                    match x:
                        case 3:
                            return 3  # pragma: no cover
                        case [y] | y:
                            match y:
                                case (z as a):
                                    return 4  # pragma: no cover
                '''))

    if sys.version_info >= (3, 14):
        def test_annotations_that_are_evaluated_on_demand(self):
            self.assertEqual([1, 3, 4], firsts('''
                class A:
                    x: int
                    y = 2
                    z: (lambda: 1)
                '''))


class ScriptTest(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.TemporaryDirectory()
        self.addCleanup(self.directory.cleanup)

    def file(self, text, name='app.py'):
        path = os.path.join(self.directory.name, name)
        with open(path, 'w') as stream:
            stream.write(text)
        return path

    def test_each_file_has_its_answer(self):
        good, bad = self.file('x = 1\ny = [\n]\n\nz = 3\n'), self.file('def\n', 'bad.py')
        names = '\n'.join([good, bad, os.path.join(self.directory.name, 'no.py'), good]) + '\n'
        done = subprocess.run([sys.executable, '-I', executable_lines.__file__], input=names.encode(),
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True)
        self.assertEqual(['statements 1 2-3 5', 'unreadable SyntaxError', 'unreadable FileNotFoundError',
                          'statements 1 2-3 5', 'end'], done.stdout.decode().splitlines())
        self.assertEqual(b'', done.stderr)

    def test_a_file_is_not_run(self):
        path = self.file('open(%r, "w")\n' % os.path.join(self.directory.name, 'ran'))
        self.assertEqual([(1, 1)], executable_lines.executable(path))
        self.assertEqual(['app.py'], os.listdir(self.directory.name))


if __name__ == '__main__':
    unittest.main()
