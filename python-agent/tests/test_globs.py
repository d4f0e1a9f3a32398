# once: the environment chooses no engine here
import json
import os
import unittest

import agent_run  # noqa: F401: puts the agent's package on the path
from _leadline import globs

# [glob, text, whether it matches]; the controller's test reads the same cases
_CASES = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'globs.json')


class GlobsTest(unittest.TestCase):
    def test_cases_of_agent_and_controller(self):
        with open(_CASES, encoding='utf-8') as stream:
            cases = json.load(stream)
        self.assertGreater(len(cases), 50)
        for pattern, text, expected in cases:
            self.assertEqual(expected, globs.matches(pattern, text), (pattern, text))

    def test_many_stars_do_not_explode(self):
        self.assertFalse(globs.matches('*a' * 30 + 'b', 'a' * 200))


if __name__ == '__main__':
    unittest.main()
