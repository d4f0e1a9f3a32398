# once: the environment chooses no engine here
import ast
import os
import subprocess
import sys
import textwrap
import unittest

import agent_run  # noqa: F401: puts the agent's directory on the path
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'facts'))
import source_facts  # noqa: E402


def found(text, *kinds):
    """The facts of these kinds, as (kind, first line, last line)."""
    facts = source_facts.facts(ast.parse(textwrap.dedent(text).lstrip('\n')))
    return [fact[:3] for fact in facts if fact[0] in kinds]


class SourceFactsTest(unittest.TestCase):
    def test_statements_that_do_nothing(self):
        text = '''
            def f():
                """Doc."""
                pass
                42
                if 0:
                    x = 1
                while True:
                    break
            '''
        self.assertEqual([('constant', 2, 2), ('pass', 3, 3), ('constant', 4, 4), ('constant_test', 5, 5),
                          ('constant_test', 7, 7), ('jump', 8, 8)],
                         found(text, 'pass', 'constant', 'constant_test', 'jump'))

    def test_what_leaves_a_try_or_a_with(self):
        text = '''
            def f(x):
                try:
                    return 1
                finally:
                    x = 2
                while x:
                    try:
                        break
                    except ValueError as e:
                        continue
                    except TypeError:
                        return 2
                with x:
                    for y in x:
                        break
                    return 3
                return 4
            '''
        self.assertEqual([('leaving', 3, 3), ('leaving', 10, 10), ('leaving', 16, 16)], found(text, 'leaving'))

    def test_a_with_has_a_header_and_a_tail(self):
        text = '''
            with a as b:
                x = 1
                if x:
                    y = 2
            '''
        self.assertEqual([('with', 1, 4), ('with_header', 1, 1), ('with_tail', 3, 4)],
                         found(text, 'with', 'with_header', 'with_tail'))

    def test_a_compound_statement_is_its_header(self):
        text = '''
            for a in (b,
                      c):
                if (a
                        and b):
                    c = 1
                else:
                    c = (2 or
                         a)
            '''
        self.assertEqual([('many', 1, 2), ('many', 3, 4), ('many', 7, 8)], found(text, 'many'))

    @unittest.skipIf(sys.version_info < (3, 10), 'match is new in 3.10')
    def test_patterns_and_guards_have_facts(self):
        text = '''
            match a:
                case [b,
                      c] if b < c:
                    c = 1
            '''
        self.assertEqual([('many', 2, 3)], found(text, 'many'))
        self.assertEqual([('compares', 3, 3)], found(text, 'compares'))

    def test_annotations_and_decorators(self):
        text = '''
            @mark
            class Point:
                x: int
                y: int = 1

            def f(a: int) -> str:
                return a
            '''
        header = 2 if sys.version_info >= (3, 8) else 1  # where a decorated class begins (bpo-34876)
        self.assertEqual([('decorated', 1, header), ('annotated_class', 1, header), ('annotated_def', 6, 6)],
                         found(text, 'decorated', 'annotated_class', 'annotated_def'))
        self.assertEqual([('bare_annotation', 3, 3)], found(text, 'bare_annotation'))
        self.assertEqual({3, 4, 6}, {first for _kind, first, _last in found(text, 'annotation')})

    def test_comprehensions_iterate(self):
        text = '''
            a = [x for x in y]
            b = {x: x for x in y}
            c = sum(x for x in y)
            '''
        self.assertEqual([1, 2], [first for _kind, first, _last in found(text, 'comprehension')])
        self.assertEqual([2], [first for _kind, first, _last in found(text, 'dict_comprehension')])
        self.assertEqual([1, 2, 3], [first for _kind, first, _last in found(text, 'iteration')])

    def test_expressions_over_several_lines(self):
        text = '''
            x = f(
                1,
            )
            y = (a
                 and b)
            '''
        last = 3 if sys.version_info >= (3, 8) else 2  # of an expression, or of its last part
        self.assertEqual([('many', 1, last), ('many', 4, 5)], found(text, 'many'))
        self.assertEqual([('boolean', 4, 5)], found(text, 'boolean'))

    def test_names_are_reported(self):
        facts = source_facts.facts(ast.parse('async def f():\n    await asyncio.wait_for(work(1), 2)\n'))
        self.assertIn(('coroutine', 1, 2, 'f'), facts)
        self.assertIn(('waited_for', 2, 2, 'work'), facts)


class ScriptTest(unittest.TestCase):
    def run_on(self, *contents):
        questions = b''.join(b'%d\n%s' % (len(content), content) for content in contents)
        script = source_facts.__file__
        return subprocess.check_output([sys.executable, '-I', script], input=questions).decode().splitlines()

    def test_a_line_for_each_fact_and_an_end(self):
        self.assertEqual(['boolean 1 1 -', 'code 0 <module>', 'node passage > 1', 'node statement 1-1 > end', 'end'],
                         self.run_on(b'x = y or z\n'))

    def test_a_file_without_a_statement_is_a_code_object(self):
        for content in (b'', b'# nothing\n'):
            self.assertEqual(['code 0 <module>', 'node passage > end', 'end'], self.run_on(content), content)

    def test_what_cannot_be_parsed_has_no_facts(self):
        for content in (b'def', b'\xff\xfe\x00', b'x = "\xff"', b'(' * 50):
            self.assertEqual(['end'], self.run_on(content), content[:10])

    def test_sources_are_answered_one_after_another(self):
        self.assertEqual(
            ['end', 'code 0 <module>', 'node passage > end', 'end', 'pass 2 2 -'],
            self.run_on(b'def', b'', b'\npass')[:5])
        self.assertEqual([], self.run_on())

    def test_the_file_is_not_run(self):
        self.assertNotIn('hello', self.run_on(b'print("hello")\nraise SystemExit(3)\n'))


if __name__ == '__main__':
    unittest.main()
