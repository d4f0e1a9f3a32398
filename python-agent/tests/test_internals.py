# once: the environment chooses no engine here
"""CPython's private parts of another shape: the program runs as ever, and the trace says what differs.

A `sitecustomize` puts the other shape in place before the agent begins. The plain run has none of it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import types
import unittest
from unittest import mock

from agent_run import AgentRun
from runner_run import RunnerRun

from _leadline import internals
from _leadline.internals import processes, starting

# different(): a module of the library is another, with its words replaced.
HEAD = '''
import os, re, sys
def different(name, *changes):
    path = os.path.join(os.path.dirname(os.__file__), *name.split('.')) + '.py'
    with open(path, encoding='utf-8') as stream:
        text = stream.read()
    for old, new in changes:
        assert re.search(old, text), (name, old)
        text = re.sub(old, new, text)
    there = vars(__import__(name)).values()
    file = {one.__code__.co_filename for one in there if hasattr(one, '__code__') and one.__module__ == name}
    module = sys.modules[name] = type(sys)(name)
    module.__file__ = path
    exec(compile(text, file.pop(), 'exec'), module.__dict__)
def broken(*args, **named):
    raise SystemError('broken')
'''
NAMED = '''
import sys
def work(n):
    return n
print(__name__, __spec__ and __spec__.name, __package__, sys.argv[1:], sys.argv[0] == __file__)
print(type(__loader__).__name__, sys.path[0], 'linecache' in sys.modules, list(globals()))
work(1)
'''
SIMPLE = 'import sys\ndef work(): return 1\nprint(__name__, sys.argv[1:], work())\nsys.exit(3)\n'
FAILS = NAMED + 'sys.stdout.flush()\nwork(2) / 0\n'
THREADS = '''
import threading
def work(n):
    print(threading.current_thread().name, n)
for n in range(2):
    thread = threading.Thread(target=work, args=(n,), name='worker')
    thread.start()
    thread.join()
'''
CHILDREN = '''
import subprocess, sys
def work():
    for env in None, {'A': 'b'}:
        subprocess.run([sys.executable, '-c', 'def inner(): print(1)\\ninner()'], env=env)
work()
'''
_OTHER_DETAILS = "different('runpy', ('return mod_name, spec, code', 'return mod_name, spec, code, 0'),\
 ('(mod_name, (?:mod_)?spec, code) =', r'\\1, _ ='))"
_OTHER_NAMES = "different('runpy', (r'\\bmod_name\\b', 'named'), (r'\\berror\\b', 'failure'))"


def reports():
    """A mock that is called with what is reported."""
    return mock.patch.multiple(internals, _report=mock.DEFAULT, _reported=set())


class Shapes(unittest.TestCase):
    """Runs a program on an interpreter with parts of another shape."""

    plain_runs = {}

    def setUp(self):
        self.directory = os.path.realpath(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.directory)
        self.files, self.written = {}, {}  # in the directory; those below it, too, that are the program's

    def put(self, name, text):
        path = os.path.join(self.directory, name)
        if not os.path.isdir(os.path.dirname(path)):
            os.makedirs(os.path.dirname(path))
        with open(path, 'w') as stream:
            stream.write(text)
        if not name.startswith('shape/'):
            self.written[name] = text
        if os.path.dirname(name) == '':
            self.files[name] = text
        return path

    def traced(self, shape, text, kind='script', **more):
        """shape: what sitecustomize does."""
        self.put('shape/sitecustomize.py', HEAD + shape)
        run = AgentRun(text, kind, environment={'PYTHONPATH': os.path.join(self.directory, 'shape')},
                       args=('a',), files=self.files, recorder='auto', **more)
        self.assertNotIn(b'sitecustomize', run.stderr)
        return run

    def plain(self, *command):
        """(stdout, stderr, status); of the same command with the same files the one of before."""
        key = tuple(self.placeless(os.fsencode(word)) for word in command), tuple(sorted(self.written.items()))
        if key not in self.plain_runs:
            run = subprocess.Popen(
                [sys.executable] + list(command) + ['a'], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                cwd=self.directory)
            self.plain_runs[key] = tuple(map(self.placeless, run.communicate())) + (run.returncode,)
        return self.plain_runs[key]

    def placeless(self, text):
        return text.replace(os.fsencode(self.directory), b'HERE')

    def check(self, run, plain, part, of_errors=lambda errors: errors):
        """part: what the trace says is different, None for nothing. of_errors: what is compared of stderr."""
        out, errors, status = plain
        stdout, stderr = (
            self.placeless(text.replace(os.fsencode(run.directory), b'HERE')) for text in (run.stdout, run.stderr))
        self.assertEqual((out, status), (stdout, run.status))
        self.assertEqual(of_errors(errors), of_errors(stderr))
        self.assertEqual([part] if part else [], [
            record['text'].split(' ')[0] for record in run.of_kind('trouble')])
        self.assertEqual(run.counted(), run.end['events'])


class CodeTest(Shapes):
    CODE = 'def work(n): return n\nwork(1)\nprint(2)\nraise SystemExit(3)'

    @unittest.skipIf(sys.version_info < (3, 13), '`-c` shows no lines in tracebacks before (gh-67224)')
    def test_lines_of_code(self):
        plain = self.plain('-c', self.CODE)
        for shape in ("different('linecache', ('_register_code', '_register'))",
                      "import linecache; linecache._register_code = broken",
                      "import linecache; linecache._register_code = lambda name: None",
                      "import linecache; linecache._register_code = None"):
            run = self.traced(shape, self.CODE, 'code')
            self.check(run, plain, 'linecache._register_code')
            self.assertEqual(['work'], run.calls())

    def test_known(self):
        code = 'def work(n):\n    return n / 0\nwork(1)'
        run = self.traced('', code, 'code')
        self.check(run, self.plain('-c', code), None)
        lines = b'    return n / 0' in run.stderr
        self.assertEqual(sys.version_info >= (3, 13), lines)


class ModuleTest(Shapes):
    DETAILS = (
        ('_get_module_details', "different('runpy', ('_get_module_details', '_module_details'))"),
        ('_get_module_details', _OTHER_DETAILS), ('_get_module_details', _OTHER_NAMES),
        ('_get_module_details', "different('runpy', (r'\\b_Error\\b', '_Failure'))"))

    def test_module(self):
        self.put('named.py', NAMED)
        plain = self.plain('-m', 'named')
        for part, shape in self.DETAILS:
            run = self.traced(shape, 'named', 'module')
            self.check(run, plain, 'runpy.' + part)
            self.assertEqual(['work'], run.calls())

    def test_module_that_raises(self):
        self.put('fails.py', FAILS)
        plain = self.plain('-m', 'fails')
        for part, shape in self.DETAILS[:2]:
            run = self.traced(shape, 'fails', 'module')
            self.check(run, plain, 'runpy.' + part)
            self.assertEqual(('raised', 'ZeroDivisionError: division by zero'), (
                run.end['outcome'], run.end['detail']))

    def test_module_that_is_missing(self):
        part, shape = self.DETAILS[0]
        run = self.traced(shape, 'missing', 'module')
        self.check(run, self.plain('-m', 'missing'), 'runpy.' + part)

    def test_nothing_but_what_is_public(self):
        self.put('simple.py', SIMPLE)
        target = os.path.dirname(self.put('application/__main__.py', SIMPLE))
        shape = ("different('runpy', ('_get_module_details', '_details'),"
                 " ('_get_main_module_details', '_main_details'), ('_run_module_as_main', '_as_main'))")
        run = self.traced(shape, 'simple', 'module')
        self.check(run, self.plain('-m', 'simple'), 'runpy._get_module_details')
        self.assertEqual(['work'], run.calls())
        run = self.traced(shape, target, 'directory')
        self.check(run, self.plain(target), 'runpy._get_main_module_details')
        self.assertEqual(['work'], run.calls())

    @unittest.skipIf(sys.version_info < (3, 7), 'a traceback cannot be made there')
    def test_frames_of_runpy(self):
        self.put('fails.py', FAILS)
        run = self.traced("different('runpy', ('_run_module_as_main', '_run_as_main'))", 'fails', 'module')
        self.check(run, self.plain('-m', 'fails'), 'runpy._run_module_as_main',
                   lambda errors: [line for line in errors.splitlines() if b'runpy' not in line][-3:])
        self.assertNotIn(b'runpy', run.stderr)

    def test_directory(self):
        target = os.path.dirname(self.put('application/__main__.py', NAMED))
        for change in "('_get_main_module_details', '_main')", "('_get_module_details', '_details')":
            run = self.traced("different('runpy', %s)" % change, target, 'directory')
            parts = [record['text'].split(' ')[0] for record in run.of_kind('trouble')]
            self.check(run, self.plain(target), parts[0] if parts else None)
            self.assertEqual(['work'], run.calls())
            self.assertEqual('_main' in change, parts == ['runpy._get_main_module_details'])


class ScriptTest(Shapes):
    def test_loaders(self):
        """CPython itself starts no script where it does not find them."""
        outer = sys.modules['_frozen_importlib_external']
        plain = outer.SourceFileLoader
        for other in None, lambda name: None, mock.Mock(side_effect=SystemError):
            with mock.patch.object(outer, 'SourceFileLoader', other), reports() as report:
                self.assertEqual(plain('__main__', '/p.py'), starting.loader('SourceFileLoader', '/p.py'))
            self.assertIn('SourceFileLoader', report['_report'].call_args[0][0])

    def test_importer_of_builtins(self):
        path = self.put('program.py', NAMED)
        run = self.traced('del sys.modules["_frozen_importlib"].BuiltinImporter', NAMED)
        self.check(run, self.plain(path), None)

    def test_kind_of_bytecode(self):
        path = self.put('program.py', NAMED)
        run = self.traced('import types\nouter = sys.modules["_frozen_importlib_external"]\n'
                          'other = types.ModuleType(outer.__name__)\nother.__dict__.update(outer.__dict__)\n'
                          'del other.MAGIC_NUMBER\nsys.modules[outer.__name__] = other\n', NAMED)
        self.check(run, self.plain(path), None)

    def test_functions_at_exit(self):
        with reports() as report:
            starting.run_exit_functions(types.ModuleType('atexit'))
        self.assertIn('atexit._run_exitfuncs', report['_report'].call_args[0][0])


class ThreadsTest(Shapes):
    def names(self, run):
        return [record['name'] for record in run.of_kind('thread')]

    def test_names(self):
        plain = self.plain(self.put('program.py', THREADS))
        for part, shape in (
                ('_active', "different('threading', (r'\\b_active\\b', '_living'))"),
                ('_active', "different('threading', (r'\\b_active = {}', 'class Living(dict): pass\\n"
                            "_active = Living()'))"),
                ('Thread._name', "different('threading', (r'\\b_name\\b', '_named'))")):
            run = self.traced(shape, THREADS)
            self.check(run, plain, 'threading.' + part)
            self.assertEqual(['work', 'work'], run.calls())

    def test_starters(self):
        plain = self.plain(self.put('program.py', THREADS))
        for part, name in ((None, '_start_(new|joinable)_thread'), ('Thread._bootstrap', '_bootstrap'),
                           ('_trace_hook', '_trace_hook')):
            run = self.traced("different('threading', (r'\\b%s\\b', '_another'))" % name, THREADS)
            self.check(run, plain, part and 'threading.' + part)
            self.assertEqual(['work', 'work'], run.calls())

    @unittest.skipIf(sys.version_info < (3, 12), 'nothing reaches threads that run already')
    def test_running(self):
        plain = self.plain(self.put('program.py', NAMED))
        running = 'import _thread\nstarted, ends = _thread.allocate_lock(), _thread.allocate_lock()\n' \
                  'def wait():\n    started.release()\n    ends.acquire()\n' \
                  'started.acquire()\nends.acquire()\n_thread.start_new_thread(wait, ())\nstarted.acquire()\n'
        for shape in 'del sys._settraceallthreads', 'sys._settraceallthreads = broken':
            run = self.traced(running + shape, NAMED)
            self.check(run, plain, 'sys._settraceallthreads')

    @unittest.skipIf(sys.version_info >= (3, 12), 'sys.monitoring receives all threads')
    def test_profile_hook(self):
        self.put('shape/sitecustomize.py',
                 HEAD + r"different('threading', (r'\b_profile_hook\b', '_hook_of_profile'))")
        runner = 'import sys\nwith open(sys.argv[1]) as stream:\n' \
                 '    exec(compile(stream.read(), sys.argv[1], "exec"), {"__name__": "__main__"})\n'
        run = RunnerRun(['runner.py', 'program.py'], {'runner.py': runner, 'program.py': THREADS},
                        environment={'PYTHONPATH': os.path.join(self.directory, 'shape')})
        self.assertEqual((0, b'worker 0\nworker 1\n', b''), (run.status, run.stdout, run.stderr))
        trouble, = run.stream.of_kind('trouble')
        self.assertIn('threading._profile_hook', trouble['text'])


class ChildrenTest(Shapes):
    def test_known(self):
        run = self.traced('', CHILDREN, follow=True)
        self.check(run, self.plain(self.put('program.py', CHILDREN)), None)
        self.assertEqual([['inner'], ['inner']], [child.calls() for child in run.children])

    def test_loaded_before(self):
        run = self.traced('import subprocess', CHILDREN, follow=True)
        self.check(run, self.plain(self.put('program.py', CHILDREN)), None)
        self.assertEqual([['inner'], ['inner']], [child.calls() for child in run.children])

    def test_fork_exec(self):
        plain = self.plain(self.put('program.py', CHILDREN))
        for shape in ('outer.begin = real; del outer.fork_exec\n'
                      'different("subprocess", ("fork_exec", "begin"))',
                      'outer.fork_exec = lambda files, args, *rest: real(args, files, *rest)\n'
                      'different("subprocess", (r"args, executable_list,", "executable_list, args,"))',
                      'outer.fork_exec = type("F", (), {"__call__": lambda self, extra, *rest: real(*rest)})()\n'
                      'different("subprocess", (r"args, executable_list,", "0, args, executable_list,"))'):
            head = 'import subprocess, _posixsubprocess as outer; real = outer.fork_exec\n'
            used = '\nsys.modules["subprocess"]._USE_POSIX_SPAWN = False'
            run = self.traced(head + shape + used, CHILDREN, follow=True)
            self.check(run, plain, '_posixsubprocess.fork_exec')

    def test_environment(self):
        other = dict(os.environ, SOME='thing')
        with mock.patch.object(os, 'environ', other), reports() as report:
            processes.hide_variable('SOME')
            self.assertNotIn('SOME', other)
            processes.hide_variable('SOME', 'more')
        self.assertEqual('more', other['SOME'])
        self.assertIn('os.environ', report['_report'].call_args[0][0])


if __name__ == '__main__':
    unittest.main()
