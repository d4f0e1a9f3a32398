# once: the environment chooses no engine here
"""The agent's modules come out of two files, which are never wrong."""

import gc
import json
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
        self.base = os.path.join(self.here, '_leadline', '__pycache__', loading.MAGIC_NUMBER.hex())

    def write(self, name, text):
        with open(os.path.join(self.here, '_leadline', name), 'w') as stream:
            stream.write(text)

    def load(self, first=None):
        return loading.Loading(self.here + '/_leadline/', first)

    def needed(self, *names, first=None):
        """What is held after a run that needs these modules."""
        ours = self.load(first)
        for name in names:
            ours.module('_leadline.' + name)
        ours.finish()
        with open(self.base + '.first', 'rb') as stream:
            return loading.marshal.load(stream)

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
        first = self.needed('one')
        file, about, _code = first['_leadline.inner.two']
        first['_leadline.inner.two'] = file, about, compile('ANSWER = "held"', file, 'exec')
        self.assertEqual('held', self.load(first).module('_leadline.one').ANSWER)
        self.write('inner/two.py', 'ANSWER = "newer"\n')
        self.assertEqual('newer', self.load(first).module('_leadline.one').ANSWER)

    def test_what_any_run_needs_is_held_from_then_on(self):
        first = self.needed('inner.two')
        self.assertNotIn('_leadline.one', first)
        more = self.needed('one', first=dict(first))
        self.assertEqual({'_leadline.one'}, set(more) - set(first))
        kept = os.stat(self.base + '.first').st_mtime_ns
        self.needed('one', first=more)
        self.assertEqual(kept, os.stat(self.base + '.first').st_mtime_ns)

    def test_nothing_is_compiled_twice(self):
        self.needed('inner.two')
        with mock.patch.object(loading, '_compiled', side_effect=AssertionError):
            self.assertEqual(42, self.load().module('_leadline.one').ANSWER)

    def test_what_another_directory_holds_is_not_used(self):
        first = self.needed('one')
        moved = self.here + '-moved'
        shutil.copytree(self.here, moved)
        self.addCleanup(shutil.rmtree, moved)
        one = loading.Loading(moved + '/_leadline/', first).module('_leadline.one')
        self.assertEqual(moved + '/_leadline/one.py', one.__file__)

    def test_a_directory_that_cannot_be_written_is_no_fault(self):
        with open(os.path.dirname(self.base), 'w'):
            pass
        ours = self.load()
        self.assertEqual(42, ours.module('_leadline.one').ANSWER)
        ours.finish()

    def test_the_collector_is_as_it_was(self):
        for on, switch in ((False, gc.disable), (True, gc.enable)):
            switch()
            self.load().finish()
            self.assertEqual(on, gc.isenabled())

    if hasattr(gc, 'freeze'):  # 3.7+

        def test_what_is_loaded_is_old_for_the_collector(self):
            gc.enable()
            frozen = gc.get_freeze_count()  # CPython 3.12 does so with what is immortal
            self.load().finish()
            self.assertEqual(frozen, gc.get_freeze_count())
            if not frozen:
                self.assertLess(gc.get_count()[0], 200)

        def test_what_somebody_froze_stays_frozen(self):
            gc.freeze()
            self.addCleanup(gc.unfreeze)
            gc.enable()
            self.load().finish()
            self.assertGreater(gc.get_freeze_count(), 1000)

    def test_nothing_of_ours_can_be_imported_later(self):
        ours = self.load()
        late = ours.module('_leadline.inner.two').late
        late()
        ours.finish()
        with mock.patch.dict(sys.modules, {'_leadline': None}):
            self.assertRaises(ImportError, late)


class FilesTest(unittest.TestCase):

    def setUp(self):
        self.here = os.path.realpath(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.here)
        shutil.copy(os.path.join(agent_run.AGENT, 'leadline_agent.py'), self.here)
        shutil.copytree(os.path.join(agent_run.AGENT, '_leadline'), os.path.join(self.here, '_leadline'),
                        ignore=shutil.ignore_patterns('__pycache__'))
        self.cache = os.path.join(self.here, '_leadline', '__pycache__')
        self.config = os.path.join(self.here, 'config.json')
        with open(self.config, 'w') as stream:
            json.dump({'program': {'kind': 'code', 'target': 'pass', 'args': []},
                       'directory': self.here,
                       'stdio': {'stdin': None, 'stdout': os.devnull, 'stderr': None},
                       'recording': agent_run.RECORDING, 'timed': False, 'live': False,
                       'python_args': ['python'], 'follow': None, 'flush_signal': None,
                       'idle_signal': False,
                       'engine': 'settrace', 'runner': None, 'recorder': 'python'}, stream)

    def start(self, *options):
        script = os.path.join(self.here, 'leadline_agent.py')
        return subprocess.Popen([sys.executable] + list(options) + [script, self.config],
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)

    def finish(self, run):
        out, err = run.communicate()
        self.assertEqual(b'', err)
        self.assertIn(b'"outcome":"completed"', out.splitlines()[-1])

    def held(self):
        return sorted(name.partition('.')[2] for name in os.listdir(self.cache))

    def test_two_files_whatever_is_said_of_bytecode(self):
        for options in ((), ('-B',), ('-I',), ('-O',), ('-OO',)):
            self.finish(self.start(*options))
            self.assertEqual(['all', 'first'], self.held())

    def test_several_runs_at_once_begin_with_none(self):
        for run in [self.start() for _ in range(4)]:
            self.finish(run)
        self.assertEqual(['all', 'first'], self.held())

    def test_broken_files_are_replaced(self):
        self.finish(self.start())
        paths = [os.path.join(self.cache, name) for name in os.listdir(self.cache)]
        wholes = [read(path) for path in paths]
        files = [files_in(whole) for whole in wholes]
        for spoilt in (lambda whole: b'', lambda whole: whole[:1000], lambda whole: whole[:-1],
                       lambda whole: b'\0' * 100, lambda whole: loading.marshal.dumps({})):
            for path, whole in zip(paths, wholes):
                with open(path, 'wb') as stream:
                    stream.write(spoilt(whole))
            self.finish(self.start())
            self.assertEqual(files, [files_in(read(path)) for path in paths])

    def test_a_source_that_changed_counts_unless_the_files_are_sealed(self):
        self.finish(self.start())
        launch = os.path.join(self.here, '_leadline', 'bootstrap', 'launch.py')
        with open(launch, 'a') as stream:
            stream.write("sys.stderr.write('changed')\n")
        self.assertEqual(b'changed', self.start().communicate()[1])
        with open(launch, 'a') as stream:
            stream.write("sys.stderr.write(' again')\n")
        with open(os.path.join(self.here, 'sealed'), 'w'):
            pass
        self.assertEqual(b'changed', self.start().communicate()[1])

    def test_a_module_that_was_added_is_found(self):
        self.finish(self.start())
        with open(os.path.join(self.here, '_leadline', 'added.py'), 'w') as stream:
            stream.write("import sys\nsys.stderr.write('added')\n")
        with open(os.path.join(self.here, '_leadline', 'bootstrap', 'launch.py'), 'a') as stream:
            stream.write('from _leadline import added\n')
        self.assertEqual(b'added', self.start().communicate()[1])


def read(path):
    with open(path, 'rb') as stream:
        return stream.read()


def files_in(held):
    return {name: entry[:2] for name, entry in loading.marshal.loads(held).items()}


if __name__ == '__main__':
    unittest.main()
