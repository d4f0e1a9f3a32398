"""The agent's modules come out of one file, which is never wrong."""

import builtins
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from unittest import mock

import agent_run
from _leadline import loading

_MODULES = {
    '__init__.py': 'NUMBER = 1\n',
    'one.py': 'import itertools\nfrom _leadline import NUMBER, inner\nfrom _leadline.inner.two import ANSWER\n',
    'inner/__init__.py': '',
    'inner/two.py': 'ANSWER = 42\ndef fail(): raise ValueError\ndef late(): from _leadline import NUMBER\n'}


class LoadingTest(unittest.TestCase):

    def setUp(self):
        self.here = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.here)
        os.makedirs(os.path.join(self.here, '_leadline', 'inner'))
        for name, text in _MODULES.items():
            self.write(name, text)
        shutil.copy(loading.__file__, os.path.join(self.here, '_leadline'))
        self.bundle = os.path.join(self.here, '_leadline', '__pycache__', 'x.bundle')

    def write(self, name, text):
        with open(os.path.join(self.here, '_leadline', name), 'w') as stream:
            stream.write(text)

    def held(self):
        with open(self.bundle, 'rb') as stream:
            return loading.marshal.load(stream)

    def load(self, held=None):
        return loading.Loading(self.here, self.bundle, held, vars(builtins))

    def test_modules_import_each_other_and_are_nobody_elses(self):
        before = set(sys.modules)
        one = self.load().module('_leadline.one')
        self.assertEqual((1, 42, 42), (one.NUMBER, one.ANSWER, one.inner.two.ANSWER))
        self.assertEqual(before, set(sys.modules))

    def test_the_code_knows_its_file(self):
        two = self.load().module('_leadline.inner.two')
        path = self.here + '/_leadline/inner/two.py'
        self.assertEqual((path, path), (two.__file__, two.fail.__code__.co_filename))

    def test_what_is_held_is_used_as_long_as_no_file_changes(self):
        self.load()
        held = self.held()
        file, about, _code = held['_leadline.inner.two']
        code = loading.marshal.dumps(compile('ANSWER = "held"', file, 'exec'))
        held['_leadline.inner.two'] = file, about, code
        self.assertEqual('held', self.load(held).module('_leadline.one').ANSWER)
        self.write('inner/two.py', 'ANSWER = "newer"\n')
        self.assertEqual('newer', self.load(held).module('_leadline.one').ANSWER)

    def test_what_another_directory_holds_is_not_used(self):
        self.load()
        held = self.held()
        moved = self.here + '-moved'
        shutil.copytree(self.here, moved)
        self.addCleanup(shutil.rmtree, moved)
        one = loading.Loading(moved, self.bundle, held, vars(builtins)).module('_leadline.one')
        self.assertEqual(moved + '/_leadline/one.py', one.__file__)

    def test_a_directory_that_cannot_be_written_is_no_fault(self):
        with open(os.path.dirname(self.bundle), 'w'):
            pass
        self.assertEqual(42, self.load().module('_leadline.one').ANSWER)

    def test_nothing_of_ours_can_be_imported_later(self):
        ours = self.load()
        late = ours.module('_leadline.inner.two').late
        late()
        ours.finish()
        with mock.patch.dict(sys.modules, {'_leadline': None}):
            self.assertRaises(ImportError, late)


class BundleTest(unittest.TestCase):

    def setUp(self):
        self.here = os.path.realpath(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.here)
        shutil.copy(os.path.join(agent_run.AGENT, 'leadline_agent.py'), self.here)
        shutil.copytree(os.path.join(agent_run.AGENT, '_leadline'), os.path.join(self.here, '_leadline'),
                        ignore=shutil.ignore_patterns('__pycache__'))
        self.cache = os.path.join(self.here, '_leadline', '__pycache__')

    def start(self, *options):
        """The configuration that it is started with is missing; it tells so once it is loaded."""
        script = os.path.join(self.here, 'leadline_agent.py')
        return subprocess.Popen([sys.executable] + list(options) + [script, '/missing'],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def finish(self, run):
        _out, err = run.communicate()
        self.assertIn(b'/missing', err.splitlines()[-1])

    def test_one_file_whatever_is_said_of_bytecode(self):
        for options in ((), ('-B',), ('-I',), ('-O',), ('-OO',)):
            self.finish(self.start(*options))
        self.assertEqual(1, len(os.listdir(self.cache)))

    def test_several_runs_at_once_begin_with_none(self):
        for run in [self.start() for _ in range(4)]:
            self.finish(run)
        self.assertEqual(1, len(os.listdir(self.cache)))

    def test_a_broken_file_is_replaced(self):
        self.finish(self.start())
        bundle = os.path.join(self.cache, os.listdir(self.cache)[0])
        with open(bundle, 'rb') as stream:
            whole = stream.read()
        for broken in (b'', whole[:1000], whole[:-1], b'\0' * 100, loading.marshal.dumps({})):
            with open(bundle, 'wb') as stream:
                stream.write(broken)
            self.finish(self.start())
            self.assertEqual(len(whole), os.path.getsize(bundle))


if __name__ == '__main__':
    unittest.main()
