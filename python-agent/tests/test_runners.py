# once: the environment chooses no engine here
import sys
import unittest

from runner_run import RunnerRun, plain
from test_protocol import documented

VERSION = sys.version_info[:2]
PROGRAM = '''
import sys, helper
def depth():
    frame, depth = sys._getframe(1), 0
    while frame is not None:
        frame, depth = frame.f_back, depth + 1
    return depth
def f():
    return depth()
print(depth(), f(), f())
def test_f():
    assert f()
'''
HELPER = 'def g():\n    pass\ng()\n'
EXEC = '''import sys
def run(path):
    with open(path) as stream:
        code = compile(stream.read(), path, 'exec')
    %s
%s
'''
IN_ONE = EXEC % ('exec(code, {"__name__": "__main__"})', 'run(sys.argv[1])')
TRACING = EXEC % ('''seen = []
    def trace(frame, event, arg):
        seen.append((event, frame.f_lineno, frame.f_code.co_name, frame.f_code.co_filename))
        return trace
    sys.settrace(trace)
    exec(code, {"__name__": "__main__"})
    sys.settrace(None)
    assert sys.gettrace() is None
    print(len(seen))
    for one in seen: print(one)''', 'run(sys.argv[1])')

# what the runner is -> (its text, or its command; depth of the program's <module>)
RUNNERS = {
    'module level': ('import sys\nexec(compile(open(sys.argv[1]).read(), sys.argv[1], "exec"), {})', 2),
    'one function': (IN_ONE, 3),
    'two functions': (EXEC % ('execute(code)', 'def execute(code):\n    exec(code, {})\n'
                              'run(sys.argv[1])'), 4),
    'class': (EXEC % ('exec(code, {})', 'class Debugger:\n    def __init__(self):\n'
                      '        self.start()\n    def start(self):\n        run(sys.argv[1])\nDebugger()'), 5),
    'import': ('import app', 7),
    'importlib': ('import importlib\nimportlib.import_module("app")', 9),
    'exec_module': ('import importlib.util as u, sys\ns = u.spec_from_file_location("app", sys.argv[1])\n'
                    's.loader.exec_module(u.module_from_spec(s))', 4),
    'runpy': ('import runpy, sys\nrunpy.run_path(sys.argv[1])', 5),
    'run_module': ('import runpy\nrunpy.run_module("app")', 4),
    'run_module as main': ('import runpy\nrunpy.run_module("app", alter_sys=True)', 5),
    'thread': (EXEC % ('exec(code, {})', 'import threading\n'
                       't = threading.Thread(target=run, args=sys.argv[1:])\nt.start()\nt.join()'), 5),
    'tracing': (TRACING, 3),
    '-m trace': (['-m', 'trace', '--count', '-C', '.', 'app.py'], 6),
    '-m pdb': (['-m', 'pdb', '-c', 'c', '-c', 'q', 'app.py'], 8),
    '-m cProfile': (['-m', 'cProfile', 'app.py'], 8),
    '-m profile': (['-m', 'profile', 'app.py'], 8),
}


# in another file beside the program, in a package
HELPED = {
    'beside': (['my_debugger.py', 'app.py'],
               {'my_debugger.py': 'import core, sys\ncore.run(sys.argv[1])',
                'core.py': EXEC % ('exec(code, {})', '')}),
    'package': (['-m', 'my', 'app.py'],
                {'my/__init__.py': '', 'my/core.py': EXEC % ('exec(code, {})', ''),
                 'my/other.py': 'def o(): pass\no()',
                 'my/__main__.py': 'import sys\nfrom my import core, other\ncore.run(sys.argv[1])'}),
}
KINDS = '''
import asyncio, atexit, threading, unittest
async def task():
    await asyncio.sleep(0)
async def main():
    await asyncio.ensure_future(task())
def work():
    pass
class MyTest(unittest.TestCase):
    def test(self):
        work()
def generate():
    yield 1
    yield 2
atexit.register(work)
if __name__ == '__main__':
    loop = asyncio.new_event_loop()
    loop.run_until_complete(main())
    loop.close()
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    list(generate())
    unittest.TextTestRunner().run(MyTest('test'))
'''


def functions(layers):
    return [layer['function'] for layer in layers]


class RunnersTest(unittest.TestCase):
    """Every program tells its own depths; a plain run of the same runner tells all else."""

    def both(self, command, files):
        run, (status, stdout, stderr) = RunnerRun(command, files), plain(command, files)
        self.assertEqual((status, stderr), (run.status, run.stderr))
        self.assertEqual(1, len(run.processes))
        self.assertEqual([], run.stream.of_kind('blind') + run.stream.of_kind('trouble'))
        return run, stdout

    def check(self, command, files, base):
        run, stdout = self.both(command, dict(files, **{'app.py': PROGRAM, 'helper.py': HELPER}))
        self.assertEqual([base, base + 1, base + 1], run.line_of_numbers())
        self.assertEqual(base, run.base)
        self.assertEqual({('f', base + 1, 1): 2}, run.counted('f'))
        self.assertEqual({('g', base + 7, 2): 1}, run.counted('g'))
        modules = dict(run.counted('<module>'))
        self.assertEqual(1, modules.pop(('<module>', base + 6, 1)))
        self.assertEqual([('<module>', base, 0)], list(modules))
        self.assertEqual(base - 1, len(run.layers_of_base()))
        self.assertNotIn('user', [layer.scope for layer in run.layers_of_base()])
        return run, stdout

    def test_shapes(self):
        for name, (text, base) in RUNNERS.items():
            with self.subTest(name):
                files, command = {}, text
                if isinstance(text, str):
                    files, command = {'my_debugger.py': text}, ['my_debugger.py', 'app.py']
                run, stdout = self.check(command, files, base)
                if isinstance(text, str):
                    self.assertEqual(stdout, run.stdout)

    def test_the_files_of_a_runner_are_its_own(self):
        for name, (command, files) in HELPED.items():
            with self.subTest(name):
                base = 3 if name == 'beside' else 5
                run, _stdout = self.check(command, files, base)
                self.assertEqual({}, run.counted('run'))
                self.assertEqual({}, run.counted('o'))
                self.assertEqual(['runner', 'runner'],
                                 [layer.scope for layer in run.layers_of_base()][-2:])

    def test_a_runner_with_an_event_loop(self):
        loops = {'loop = asyncio.new_event_loop(); loop.run_until_complete(main()); loop.close()': 8}
        if VERSION >= (3, 7):
            loops['asyncio.run(main())'] = 10 if VERSION >= (3, 11) else 9
        for run, base in loops.items():
            text = EXEC % ('exec(code, {})', 'import asyncio\nasync def main():\n'
                           '    run(sys.argv[1])\n%s' % run)
            self.check(['my_debugger.py', 'app.py'], {'my_debugger.py': text}, base)

    @classmethod
    def setUpClass(cls):
        cls.of_kinds = RunnerRun(['my_debugger.py', 'app.py'], {'my_debugger.py': IN_ONE, 'app.py': KINDS})

    def test_further_kinds_of_stacks(self):
        run = self.of_kinds
        self.assertEqual(0, run.status, run.stderr)
        names = {record['code']: record['function'] for record in run.stream.of_kind('code')}
        found = {}
        for record in run.stream.of_kind('layers'):
            found.setdefault(names[record['code']], record)
        self.assertEqual({('main', 8, 1): 2, ('task', 8, 1): 2},
                         {key: n for key, n in run.counted().items() if key[0] in ('main', 'task')})
        self.assertEqual(['run_until_complete', 'run_forever', '_run_once', '_run'],
                         functions(found['main']['frames'])[:4])
        self.assertEqual({('generate', 4, 1): 3}, run.counted('generate'))
        work = run.counted('work')
        self.assertEqual(1, work[('work', 4, 0)])  # in a thread
        self.assertEqual(1, work[('work', 1, 0)])  # at exit
        thread, = [record for record in run.stream.of_kind('base') if record['code'] is None]
        self.assertEqual((3, ['_bootstrap', '_bootstrap_inner', 'run']),
                         (thread['depth'], functions(thread['layers'])))
        test = found['test']
        self.assertEqual((test['depth'] - 4, 1), (len(test['frames']), test['level']))

    def test_unittest_as_a_runner(self):
        run = RunnerRun(['-m', 'unittest', 'app.py'], {'app.py': KINDS})
        self.assertEqual(0, run.status, run.stderr)
        (_name, depth, level), = run.counted('test')
        self.assertEqual((15 if VERSION < (3, 8) else 16, 0), (depth, level))

    def test_what_is_counted_survives_a_sudden_end(self):
        for end in ('os._exit(3)', 'os.execv(sys.executable, [sys.executable, "-c", "raise SystemExit(3)"])'):
            run = RunnerRun(['my_debugger.py', 'app.py'], {
                'my_debugger.py': IN_ONE, 'app.py': 'import os, sys\ndef f(): pass\nf()\n' + end})
            self.assertEqual(3, run.status, run.stderr)
            self.assertEqual({('f', 4, 1): 1}, run.counted('f'))
            self.assertEqual(1, len(run.processes))

    def test_children_of_a_runner(self):
        files = {'my_debugger.py': IN_ONE, 'child.py': 'import os\ndef f(): pass\nf()\n'
                 'print(os.environ.get("PYTHONPATH"), "LEADLINE_FOLLOW" in os.environ)',
                 'app.py': 'import subprocess, sys\nsubprocess.check_call([sys.executable, "child.py"])'}
        alone = RunnerRun(['my_debugger.py', 'app.py'], files)
        self.assertEqual(1, len(alone.processes))
        followed = RunnerRun(['my_debugger.py', 'app.py'], files, follow=True)
        self.assertEqual(['start', 'spawn'], [one.header['origin'] for one in followed.processes])
        self.assertEqual(['runner', 'command'],
                         [one.header['program']['kind'] for one in followed.processes])
        self.assertEqual(1, len(followed.processes[1].of_kind('calls')))
        self.assertEqual([b'None False\n'] * 2, [alone.stdout, followed.stdout])

    def test_a_forked_child_has_a_stream_of_its_own(self):
        files = {'my_debugger.py': IN_ONE, 'app.py': 'import os\ndef f(): pass\nf()\nchild = os.fork()\n'
                 'f()\nif child: os.waitpid(child, 0)'}
        alone = RunnerRun(['my_debugger.py', 'app.py'], files)
        self.assertEqual({('f', 4, 1): 2}, alone.counted('f'))
        followed = RunnerRun(['my_debugger.py', 'app.py'], files, follow=True)
        self.assertEqual(2, len(followed.processes))
        self.assertEqual({('f', 4, 1): 2}, followed.counted('f'))
        (row,), = [record['calls'] for record in followed.processes[1].of_kind('calls')]
        self.assertEqual([4, 1, 1], row[1:])

    def test_a_child_of_the_runner_loads_the_program(self):
        """A master that never does: its workers are forked, or new interpreters, elsewhere, too."""
        here = 'import os, sys\nhere = os.getcwd()\n'
        masters = {
            'fork': 'child = os.fork()\nif child:\n    os.waitpid(child, 0)\nelse:\n    import app',
            'subprocess': 'import subprocess\nsubprocess.check_call([sys.executable, "-c", "import app"],'
                          ' cwd="/", env=dict(os.environ, PYTHONPATH=here))',
            'script': 'import subprocess\nsubprocess.check_call([sys.executable, here + "/load.py"], cwd="/")',
            'multiprocessing': 'import multiprocessing\ndef work():\n    import app\n'
                               'if __name__ == "__main__":\n'
                               '    process = multiprocessing.get_context("spawn").Process(target=work)\n'
                               '    process.start()\n    process.join()'}
        for name, master in masters.items():
            with self.subTest(name):
                run = RunnerRun(['my_master.py', 'app.py'], {
                    'my_master.py': here + master, 'load.py': 'import app', 'app.py': PROGRAM,
                    'helper.py': HELPER}, follow=True)
                self.assertEqual((0, b''), (run.status, run.stderr))
                bases = [[record['depth'] for record in one.of_kind('base') if record['code'] is not None]
                         for one in run.processes]
                depth, deeper, _again = run.line_of_numbers()
                self.assertEqual([[], [depth]], [bases[0], sorted(sum(bases[1:], []))])
                calls = [row[1:] for one in run.processes for record in one.of_kind('calls')
                         for row in record['calls']]
                self.assertIn([deeper, 1, 2], calls)

    def test_a_runner_that_takes_all_places(self):
        """From 3.12 many tools can receive calls."""
        text = IN_ONE.replace('exec(', 'sys.settrace(lambda *a: None)\n'
                              '    sys.setprofile(lambda *a: None)\n    exec(')
        run = RunnerRun(['my_debugger.py', 'app.py'],
                        {'my_debugger.py': text, 'app.py': 'def f(): pass\nf()'})
        self.assertEqual(0, run.status, run.stderr)
        blind = [record['reason'] for record in run.stream.of_kind('blind')]
        if VERSION >= (3, 12):
            self.assertEqual(({('f', 4, 1): 1}, []), (run.counted('f'), blind))
        else:
            self.assertEqual(({}, ['profiler']), (run.counted('f'), blind))

    def test_every_record_has_just_the_documented_keys(self):
        run = self.of_kinds
        examples = documented()
        kinds = {record['record'] for record in run.stream.records}
        self.assertEqual({'header', 'thread', 'code', 'base', 'layers', 'calls', 'ending', 'end'}, kinds)
        for record in run.stream.records:
            self.assertEqual(sorted(examples[record['record']]), sorted(record))


if __name__ == '__main__':
    unittest.main()
