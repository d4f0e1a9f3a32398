# once: nothing runs
"""What sessions need of the engines, and that each object assigns its attributes itself."""

import ast
import glob
import os
import unittest

from agent_run import AGENT

from _leadline.engines import base, observe, settrace

REQUIRED = {
    'start', 'begin_again', 'take_over', 'check', 'flush', 'settle', 'go_quietly', 'stop', 'totals'}
# what sessions, engines, stacks, code objects and their like are called where others have them
OWNED = {'ours', 'session', 'engine', '_session', '_engine', 'thread', 'main', 'stack', 'known', 'shown', 'reference', 'codes',
         '_codes', 'stream', 'tool', '_tool'}


def assigned_from_outside(text):
    """Lines of a text that assign an attribute of such an object."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load) and not node.attr.startswith('__'):
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
        text = ('ours.family = 1\nself._session.outcome = 2\na.engine.eager, b = 3, 4\nengine = ours.family\n'
                'self.engine = 5\nknown.written = 6\n')
        self.assertEqual([1, 2, 3, 6], sorted(assigned_from_outside(text)))


if __name__ == '__main__':
    unittest.main()
