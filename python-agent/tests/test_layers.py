# either engine: what is below the program is described around the trace functions
import unittest

from agent_run import EVERYTHING, AgentRun

IMPORTED = ['_find_and_load', '_find_and_load_unlocked', '_load_unlocked', 'exec_module',
            '_call_with_frames_removed']
BOOTSTRAP = ['_bootstrap', '_bootstrap_inner', 'run']


def functions(frames):
    return [frame['function'] for frame in frames]


def written(run):
    """(function of the user, depth, level, functions of the frames) of each record."""
    names = {record['code']: record['function'] for record in run.of_kind('code')}
    return [(names[record['code']], record['depth'], record['level'], functions(record['frames']))
            for record in run.of_kind('layers')]


class LayersTest(unittest.TestCase):
    def test_the_base_tells_what_is_beneath(self):
        base, = AgentRun('pass').of_kind('base')
        self.assertEqual(['<module>', 'main'], functions(base['layers']))
        self.assertEqual({'agent'}, {frame['scope'] for frame in base['layers']})
        self.assertEqual(['__main__', '_leadline.entry'], [frame['module'] for frame in base['layers']])

    def test_they_are_written_on_request_only(self):
        self.assertEqual([], AgentRun('import helper', files={'helper.py': ''}).of_kind('layers'))

    def test_an_import(self):
        run = AgentRun('def f(): pass\nf()\nimport helper', layers=True,
                       files={'helper.py': 'def g(): pass\ng()'})
        self.assertEqual([('<module>', 9, 1, IMPORTED)], written(run))

    def test_each_row_of_frames_is_written_once(self):
        run = AgentRun('''
import contextlib
@contextlib.contextmanager
def manager(): yield
def f():
    with manager(): pass
for i in range(3): f()
sorted([1, 2], key=lambda one: one)
''', layers=True)
        self.assertEqual([('manager', 6, 2, ['__enter__']), ('manager', 6, 2, ['__exit__'])], written(run))

    def test_threads_are_distinguished_from_the_main_one(self):
        run = AgentRun('''
import threading, helper
def f(): helper.call(f) if helper.calls < 1 else None
f()
for i in range(2):
    thread = threading.Thread(target=f)
    thread.start()
    thread.join()
''', layers=True, include=['program.py'], files={'helper.py': '''
calls = 0
def call(f):
    global calls
    calls += 1
    f()
'''})
        self.assertEqual([('f', 4, 0, BOOTSTRAP)], written(run))
        bases = run.of_kind('base')
        self.assertEqual([(None, 3, BOOTSTRAP)] * 2,
                         [(base['code'], base['depth'], functions(base['layers'])) for base in bases[1:]])

    def test_the_root_of_a_stack(self):
        run = AgentRun('import atexit\ndef f(): g()\ndef g(): pass\natexit.register(f)', layers=True)
        self.assertEqual([('f', 1, 0, [])], written(run))

    def test_they_are_bounded(self):
        run = AgentRun('''
import copy
class Chain:
    def __init__(self, inner): self.inner = inner
    def __deepcopy__(self, memo): return None
deep = Chain(None)
for i in range(300):
    deep = [deep]
    copy.deepcopy(deep)
''', layers=True)
        depths = [depth for name, depth, _level, _frames in written(run)]
        self.assertLessEqual(len(depths), 200)
        self.assertGreater(len(depths), 50)
        self.assertLess(max(depths), 210)

    def test_a_forked_child_tells_its_own(self):
        run = AgentRun('''
import os
import helper
child = os.fork()
if child == 0:
    helper.call(lambda: None)
    import helper2
else:
    os.waitpid(child, 0)
''', layers=True, follow=True, files={'helper.py': 'def call(f): f()', 'helper2.py': ''})
        child, = run.children
        self.assertEqual([('<module>', 9, 1, IMPORTED)], written(child))
        base, = child.of_kind('base')
        self.assertEqual(['<module>', 'main'], functions(base['layers']))

    def test_with_everything_recorded_the_user_still_stands_upon_layers(self):
        run = AgentRun('import helper', layers=True, files={'helper.py': ''}, **EVERYTHING)
        self.assertIn(('<module>', 9, 1, IMPORTED), written(run))


if __name__ == '__main__':
    unittest.main()
