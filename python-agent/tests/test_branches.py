# once: the environment chooses no engine here
import ast
import os
import sys
import textwrap
import unittest

import agent_run  # noqa: F401: puts the agent's directory on the path
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'facts'))
import branches  # noqa: E402
import control_flow  # noqa: E402


def found(text):
    tree = ast.parse(textwrap.dedent(text).lstrip('\n'))
    return {line: ways for code in control_flow.code_objects(tree) for line, ways in branches.branches(code).items()}


class BranchesTest(unittest.TestCase):
    """integration-tests/coverage compares them with those of coverage.py."""

    def test_if_and_elif_with_and_without_else(self):
        self.assertEqual({2: [[3], [4]], 4: [[5], [7]], 7: [[8], [-1]]}, found('''
            def f(x):
                if x == 1:
                    x = 3
                elif x == 2:
                    x = 5

                if x:
                    return 8
            '''))

    def test_what_a_version_passes_over(self):
        self.assertEqual({2: [[3, 4], [4]]}, found('''
            def f(x):
                if x:
                    pass
                x = 4
            '''))

    def test_loops(self):
        self.assertEqual({2: [[3], [7]], 3: [[4, 8], [5]], 5: [[6], [2]]}, found('''
            def f(x):
                for y in x:
                    if y:
                        break
                    if x:
                        y = 6
                else: x = 7
                x = 8
                while True:
                    x = 10
            '''))

    def test_a_way_to_the_end_through_a_finally_is_the_same_statement(self):
        self.assertEqual({3: [[4], [6]]}, found('''
            def f(x):
                try:
                    if x:
                        return 4
                finally:
                    x = 6
            '''))

    def test_the_copies_of_a_finally_have_the_same_branches(self):
        self.assertEqual({3: [[4], [8]], 8: [[9], [-1, 4]]}, found('''
            def f(x):
                try:
                    if x:
                        return 4
                    # what follows runs in both cases
                finally:

                    if x:
                        x = 9
            '''))

    def test_a_with_that_is_left_may_be_reported_at_its_header(self):
        self.assertEqual({3: [[4], [5, 2]]}, found('''
            def f(x):
                with x:
                    if x:
                        x = 4
                x = 5
            '''))

    def test_what_waits_has_no_branch_by_that(self):
        self.assertEqual({4: [[5], [-1]]}, found('''
            async def f(x):
                x = await x
                yield x
                if await x:
                    x = 5
            '''))

    def test_handlers_and_constants_are_no_branches(self):
        self.assertEqual({}, found('''
            try:
                x = 2
            except ValueError:
                x = 4
            except KeyError:
                x = 6
            if 1:
                x = 8
            '''))

    if sys.version_info >= (3, 10):
        def test_cases(self):
            text = '''
                match x:
                    case 1:
                        x = 3
                    case _:
                        x = 5
                '''
            self.assertEqual({2: [[3], [4]]}, found(text))


if __name__ == '__main__':
    unittest.main()
