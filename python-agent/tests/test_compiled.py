# either engine: modules are looked at when all is recorded
"""What a trace with no events says of compiled packages; the modules here only look like such."""

import os
import sys
import tempfile
import types
import unittest

from agent_run import AgentRun
from _leadline import compiled

PROGRAM = '''
import sys, types
for name, file, more in {modules!r}:
    sys.modules[name] = module = types.ModuleType(name)
    module.__dict__.update(more, __file__=file)
'''


class CompiledTest(unittest.TestCase):
    def setUp(self):
        directory = tempfile.TemporaryDirectory()
        self.addCleanup(directory.cleanup)
        self.site = directory.name
        for name in ('swift', 'swift_more', 'other'):
            self.file(name + '.py')
        self.modules = [
            ('0f1e__mypyc', self.file('0f1e__mypyc.cpython-311-x86_64-linux-gnu.so'), {}),
            ('swift', self.file('swift.cpython-311-x86_64-linux-gnu.so'), {}),
            ('swift.more', self.file('swift_more.so'), {}),
            ('quick.core', self.file('core.pyd'), {'__test__': {}}),
            ('cython_runtime', None, {}),
            ('written_in_c', self.file('written_in_c.so'), {}),
            ('other', self.file('other.py'), {})]

    def file(self, name):
        path = os.path.join(self.site, name)
        open(path, 'w').close()
        return path

    def troubles(self, **more):
        run = AgentRun(PROGRAM.format(modules=self.modules), **more)
        self.assertEqual(0, run.status, run.stderr)
        return [record['text'] for record in run.of_kind('trouble')]

    def test_compiled_packages_of_the_scope_are_named(self):
        self.assertEqual(
            ['compiled: quick by Cython, swift by mypyc; functions of compiled modules have no frames, and no events'],
            self.troubles(scope=['user'], roots=[self.site]))

    def test_nothing_is_said_of_packages_out_of_scope(self):
        self.assertEqual([], self.troubles(scope=['user']))

    def test_nothing_is_said_where_something_was_recorded(self):
        self.modules.append(('more', None, {}))
        program = PROGRAM.format(modules=self.modules) + 'def f(): pass\nf()\n'
        run = AgentRun(program, scope=['user', 'site'])
        self.assertEqual([], run.of_kind('trouble'))

    def test_names_of_any_kind_and_length(self):
        module = types.ModuleType('m')
        module.__file__ = self.file('m.so')
        module.__test__ = {}
        names = ['a%d' % number + 'x' * 100 for number in range(9)]
        added = dict.fromkeys(names + ['cython_runtime'], module)
        self.addCleanup(lambda: [sys.modules.pop(name) for name in added])
        sys.modules.update(added)
        text = compiled.sentence(lambda file: file.startswith(self.site))
        self.assertIn('and 5 more by Cython', text)
        self.assertLess(len(text), 600)


if __name__ == '__main__':
    unittest.main()
