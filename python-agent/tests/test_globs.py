import unittest

import agent_run  # noqa: F401: puts the agent's package on the path
from _leadline import globs


class GlobsTest(unittest.TestCase):
    def check(self, pattern, yes, no):
        for text in yes:
            self.assertTrue(globs.matches(pattern, text), (pattern, text))
        for text in no:
            self.assertFalse(globs.matches(pattern, text), (pattern, text))

    def test_text_stands_for_itself_with_case(self):
        self.check('a.b', ['a.b'], ['a_b', 'A.b', 'a.bc', 'xa.b', ''])

    def test_star_takes_any_run_also_separators(self):
        self.check('*', ['', 'a', 'a/b'], [])
        self.check('pkg.*', ['pkg.', 'pkg.a.b'], ['pkg', 'xpkg.a'])
        self.check('*/models/*.py', ['a/models/x.py', '/a/models/b/c.py'], ['models/x.py', 'a/models/x.pyc'])
        self.check('*a*b*', ['ab', 'xaxxbx', 'aab'], ['ba', 'a', 'b'])

    def test_question_mark_takes_one(self):
        self.check('?', ['a', '/'], ['', 'ab'])

    def test_classes(self):
        self.check('[abc]x', ['ax', 'cx'], ['dx', 'x', 'abx'])
        self.check('[a-c0]', ['a', 'b', '0'], ['d', '-'])
        self.check('[!a-c]', ['d', '-'], ['a', ''])
        self.check('[]a]', [']', 'a'], ['b'])
        self.check('[a-]', ['a', '-'], ['b'])

    def test_many_stars_do_not_explode(self):
        self.check('*a' * 30 + 'b', [], ['a' * 200])
