# once: nothing runs
"""What sessions need of the engines, and that nothing else assigns attributes of either."""

import ast
import glob
import os
import unittest

from agent_run import AGENT

from _leadline.engines import base, observe, settrace

REQUIRED = {
    'start', 'begin_again', 'take_over', 'check', 'flush', 'settle', 'go_quietly', 'stop', 'totals'}
OWNED = {'ours', 'session', 'engine', '_session', '_engine'}  # what sessions and engines are called where others have them


def assigned_from_outside(text):
    """Lines of a text that assign an attribute of a session or an engine."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            owner = node.value
            if getattr(owner, 'id', None) in OWNED or getattr(owner, 'attr', None) in OWNED:
                yield node.lineno


class EnginesTest(unittest.TestCase):
    def test_each_has_what_sessions_need(self):
        for engine in observe.ObserveEngine, settrace.SettraceEngine:
            self.assertTrue(issubclass(engine, base.Engine))
            self.assertEqual(set(), REQUIRED.difference(vars(engine)))

    def test_only_they_assign_their_attributes(self):
        files = glob.glob(os.path.join(AGENT, '_leadline', '**', '*.py'), recursive=True)
        self.assertGreater(len(files), 50)
        for file in files:
            with open(file, encoding='utf-8') as stream:
                self.assertEqual([], list(assigned_from_outside(stream.read())), file)

    def test_such_an_assignment_is_found(self):
        text = 'ours.family = 1\nself._session.outcome = 2\na.engine.eager, b = 3, 4\nengine = ours.family\nself.engine = 5\n'
        self.assertEqual([1, 2, 3], sorted(assigned_from_outside(text)))


if __name__ == '__main__':
    unittest.main()
