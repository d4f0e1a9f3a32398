# once: the environment chooses no engine here
"""Recordings of lines, made on this very interpreter, are ways through the control flow."""
import ast
import os
import sys
import textwrap
import unittest

import agent_run  # noqa: F401: puts the agent's directory on the path
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'facts'))
import control_flow  # noqa: E402


PASSAGES = (control_flow.PASSAGE, control_flow.TAIL, control_flow.UP_TO_311)


def flow(text, name='f'):
    tree = ast.parse(textwrap.dedent(text).lstrip('\n'))
    return next(code for code in control_flow.code_objects(tree) if code.name == name)


def lines_behind(code, number, raised=False):
    """The first lines of what may follow a node, where that is no statement of its own of what follows it."""
    node = code.nodes[number]
    found, waiting, seen = set(), [node.caught] if raised else list(node.successors), set()
    while waiting:
        one = waiting.pop()
        if one == 'end':
            found.add('end')
        elif one not in seen:
            seen.add(one)
            node = code.nodes[one]
            if node.kind in PASSAGES:
                waiting.extend(node.successors)
            else:
                found.add(node.lines[0][0])
    return found


def behind(text, line, raised=False):
    """The lines that may follow a visit of the statement that begins at a line; or an exception in it."""
    code = flow(text)
    return set().union(*[lines_behind(code, number, raised) for number, node in enumerate(code.nodes)
                         if node.kind not in PASSAGES and node.lines[0][0] == line])


class ControlFlowTest(unittest.TestCase):
    def test_a_condition_has_two_ways_on(self):
        text = '''
            def f(a):
                if a:
                    b()
                c()
            '''
        self.assertEqual({3, 4}, behind(text, 2))
        self.assertEqual({4}, behind(text, 3))
        self.assertEqual({'end'}, behind(text, 4))

    def test_a_loop_comes_back_to_its_header(self):
        text = '''
            def f(a):
                for x in a:
                    if x:
                        break
                    b()
                else:
                    c()
                d()
            '''
        self.assertEqual({3, 7}, behind(text, 2))
        self.assertEqual({8}, behind(text, 4))
        self.assertEqual({2}, behind(text, 5))

    def test_an_endless_loop_is_left_by_break_alone(self):
        text = '''
            def f():
                while True:
                    if a():
                        break
                c()
            '''
        self.assertEqual({3}, behind(text, 2))
        self.assertEqual({5}, behind(text, 4))

    def test_a_return_goes_through_finally_to_the_end(self):
        text = '''
            def f():
                try:
                    return a()
                finally:
                    b()
                c()
            '''
        self.assertEqual({5}, behind(text, 3))
        self.assertEqual({6, 'end'}, behind(text, 5))

    def test_an_exception_leads_to_its_handlers_and_out_of_the_last_one(self):
        text = '''
            def f():
                try:
                    a()
                except KeyError:
                    b()
                except ValueError:
                    c()
                d()
            '''
        self.assertEqual({8}, behind(text, 3))
        self.assertEqual({4}, behind(text, 3, raised=True))
        self.assertEqual({5, 6}, behind(text, 4))
        self.assertEqual({7}, behind(text, 6))
        self.assertEqual({8}, behind(text, 7))

    def test_a_manager_may_take_an_exception(self):
        text = '''
            def f():
                with a():
                    b()
                    c()
                d()
            '''
        self.assertEqual({4}, behind(text, 3))
        self.assertEqual({5}, behind(text, 3, raised=True))

    def test_lines_of_a_statement_and_of_a_header_are_one_visit(self):
        code = flow('''
            def f(a):
                if (a and
                        b):
                    return
                @c
                def g(x,
                      y=2):
                    return
            ''')
        spans = [node.lines for node in code.nodes if node.kind == control_flow.STATEMENT]
        self.assertIn([(2, 3)], spans)
        self.assertIn([(5, 7)], spans)
        self.assertNotIn([(8, 8)], spans)

    def test_one_line_without_a_way_back_is_reported_once(self):
        code = flow('''
            def f(a):
                b = a
                c = [x for x in a]
                d = (a or
                     b)
            ''')
        marks = {node.lines[0][0]: node.marks for node in code.nodes if node.lines}
        self.assertEqual({2: ('once',), 3: (), 4: ()}, marks)

    def test_a_block_ends_at_what_comes_last_in_it_however_deep(self):
        def ends(*lines):
            return control_flow.ends(ast.parse('\n'.join(lines)).body)

        self.assertEqual([(1, 1), (2, 3), (4, 4)],
                         ends('if a:', '    while (b', '            or c):', '        d()'))
        self.assertEqual([(1, 1), (3, 3), (4, 4)],
                         ends('try:', '    a()', 'except E as e:', '    b()'))
        self.assertEqual([(1, 1), (4, 4)],
                         ends('try:', '    a()', 'except E:', '    b()'))

    @unittest.skipIf(sys.version_info < (3, 10), 'match is of 3.10')
    def test_a_case_may_end_at_its_pattern(self):
        body = ast.parse('match a:\n    case 1:\n        b()\n    case 2:\n        c()\n').body
        self.assertEqual([(1, 1), (4, 4), (5, 5)], control_flow.ends(body))

    @unittest.skipIf(sys.version_info < (3, 10), 'match is of 3.10')
    def test_a_case_that_takes_all_has_one_way_on(self):
        text = '''
            def f(a):
                match a:
                    case 1:
                        b()
                    case _:
                        c()
                d()
            '''
        self.assertEqual({4, 5}, behind(text, 3))
        self.assertEqual({6}, behind(text, 5))


if __name__ == '__main__':
    unittest.main()
