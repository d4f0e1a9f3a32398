"""A fault of the agent's own does not surface in the program."""

import sys
import unittest

from agent_run import NATIVE, AgentRun, PlainRun

# argv: the functions of the agent that fail, by their qualified names. Lines of a module are not recorded.
BREAK = '''
import gc, sys
for function in gc.get_objects():  # puts a body that raises in the place of functions of the agent
    if type(function) is type(lambda: 0) and function.__qualname__ in sys.argv[1:]:
        file = function.__code__.co_filename
        if '_leadline' in file:
            made = {}
            exec(compile('def fails(*_, **__): raise LookupError(1)', file, 'exec'), made)
            function.__defaults__ = function.__kwdefaults__ = None
            function.__code__ = made['fails'].__code__
'''
PROGRAM = BREAK + '''
import _thread, os, signal, subprocess, threading

def fails(n):
    try:
        raise OSError(n)  # C does not make the text of it
    except OSError:
        return n

def numbers():
    part = slice(1)
    yield fails(1)
    yield fails(2)

def all_numbers():
    yield from numbers()
    yield from numbers()

print(list(all_numbers()), sys.gettrace())

def work():
    print('works', fails(3), sys.gettrace(), flush=True)

thread = threading.Thread(target=work)
thread.start()
thread.join()
done = _thread.allocate_lock()
done.acquire()
_thread.start_new_thread(lambda: (work(), done.release()), ())
done.acquire()
while len(os.listdir('/proc/self/task')) > 1:  # a fork beside a thread that is still ending would warn
    pass

seen = []
def tracer(frame, event, arg):
    seen.append((event, frame.f_code.co_name))
    return tracer
sys.settrace(tracer)
fails(4)
sys.settrace(None)
print(seen)

def silent():
    def local(frame, event, arg):
        print('never called')
    sys._getframe().f_trace = local
    sys._getframe(1).f_trace = local
silent()
print(fails(5), sys._getframe().f_trace.__name__)
sys._getframe().f_trace = None

met = []
signal.signal(signal.SIGTERM, lambda *_: met.append(fails(6)))
os.kill(os.getpid(), signal.SIGTERM)
try:
    os.kill(os.getpid(), 'no number')
except TypeError:
    print('a type error', met)

print(os.system('echo of a shell'), subprocess.call(['true']), flush=True)
os.closerange(200, 220)
try:
    os.closerange('a', 'b')
except TypeError:
    print('another', flush=True)
os.dup2(1, 210)
os.close(210)
child = os.fork()
if child == 0:
    fails(7)
    print('forked', flush=True)
    os._exit(3)
print(os.waitpid(child, 0)[1] >> 8)
[fails(n) for n in range(200)]
raise KeyError('the end')
'''
FAILS = '''
def fails(n):
    try:
        raise OSError(n)  # C does not make the text of it
    except OSError:
        return n
print(fails(1) + fails(2))
'''
FEWER_EVENTS = PROGRAM.replace('range(200)', 'range(50)')  # values take longer
# What the program calls into the agent by, and what that uses. Those of a run are reached whether the others fail or not.
STEPS = [
    ['Codes.learn', 'Run._program_traceback', 'described', 'Thread.batch', 'Family._injected', 'SettraceEngine.settle',
     '_name_for', '_in_debugger'],
    ['Thread.turn_blind', 'SettraceEngine._begin', '_receivers', 'Stack.locate', 'Family._is_isolated', 'give_back'],
    ['Thread.see_again', 'SettraceEngine.flush'], ['Thread.let_go', 'SettraceEngine.revive'], ['Thread.listening']]
OF_VALUES_IN_PYTHON = [['Shown.after', 'Texts.of'], ['Variables.changed']]
OF_VALUES_IN_C = [['Shown.after', 'NativeValues.describe'], ['Texts.visible'], ['NativeValues.entered', 'Redaction.hides']]
# No trouble can be recorded without the stream, or at its end; or it is of a forked child's.
UNREPORTED = [['Stream.write'], ['Engine.trouble'], ['Faults._report'], ['SettraceEngine.begin_again', 'Session._write_end']]
# The agent reads the clock at each call and return. Another reading fails each time, on a line of its own.
CLOCK = '''import gc
def g():
    pass
def f():
    g()
    g()
clocks = []
for function in gc.get_objects():
    if type(function) is type(f) and '_now' in function.__globals__ and function.__name__ == 'configure':
        clocks.append((function.__globals__, function.__code__.co_filename))
def break_clock(reading):
    for names, file in clocks:
        made = {'now': names['_now'], 'left': list(range(reading))}
        text = 'def fails(): return 1 / left.pop() and now() if left else now()'
        exec(compile('\\n' * reading + text, file, 'exec'), made)
        names['_now'] = made['fails']
for reading in range(1, 8):
    break_clock(reading)
    f()
    f()
    f()
'''
_OF_G, _OF_F = {2, 3}, {4, 5, 6}
MEMORY = '''
import resource
def fill(size):
    found = []
    try:
        while True:
            found.append(made(size))
    except MemoryError:
        return 'full'
def made(size):
    one = bytearray(size)
    one.extend(b'a')
    return one
with open('/proc/self/statm') as stream:
    used = int(stream.read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + (10 << 20),) * 2)
for size in 1 << 20, 1 << 14:
    for i in range(3):
        print(size, fill(size))
'''


def outcome(run):
    directory = run.directory.encode()
    return run.status, run.stdout.replace(directory, b''), run.stderr.replace(directory, b'')


class FaultsTest(unittest.TestCase):
    maxDiff = None

    def test_each_step_fails(self):
        plain = outcome(PlainRun(PROGRAM))
        of_values = OF_VALUES_IN_C if NATIVE else OF_VALUES_IN_PYTHON
        for steps in STEPS + of_values + UNREPORTED:
            with self.subTest(steps=steps):
                text, values = (FEWER_EVENTS, ['args', 'locals', 'return']) if steps in of_values else (PROGRAM, [])
                run = AgentRun(text, args=steps, follow=True, values=values)
                self.assertEqual(plain, outcome(run))
                faults = [record['text'] for record in run.of_kind('trouble') if 'LookupError' in record['text']]
                self.assertEqual(0 if steps in UNREPORTED else len(steps), len(faults), faults)

    def test_class_message_and_place(self):
        text = BREAK + 'def f():\n    return 1\nprint(f() + f())\n'
        run = AgentRun(text, args=['Codes.learn'])
        self.assertEqual((0, b'2\n', b''), (run.status, run.stdout, run.stderr))
        self.assertEqual(['a call could not be recorded: LookupError: 1 (codes.py:1)'],
                         [record['text'] for record in run.of_kind('trouble')])

    def test_without_a_message_where_that_is_what_fails(self):
        for kinds in ['call', 'line', 'return', 'exception'], ['call', 'return', 'exception'], ['exception']:
            run = AgentRun(BREAK + FAILS, args=['exception_text'], events=kinds)
            self.assertEqual((0, b'3\n', b''), (run.status, run.stdout, run.stderr))
            self.assertEqual(['an event could not be recorded: LookupError (values/exceptions.py:1)'],
                             [record['text'] for record in run.of_kind('trouble')])

    @unittest.skipIf(NATIVE, 'C has its own clock')
    def test_what_is_missing_does_not_shift_what_follows(self):
        for kinds in ['call', 'line', 'return', 'exception'], ['call', 'return']:
            with self.subTest(kinds=kinds):
                run = AgentRun(CLOCK, events=kinds)
                self.assertEqual((0, b'', b''), (run.status, run.stdout, run.stderr))
                self.assertEqual(7, len(run.of_kind('trouble')))
                events = [event for event in run.events() if event.function in ('f', 'g')]
                self.assertEqual([], run.open_frames)
                for event in events:
                    self.assertIn(event.lineno, _OF_F if event.function == 'f' else _OF_G)
                self.assertLessEqual({(event.function, event.level) for event in events}, {('f', 1), ('g', 2)})

    @unittest.skipUnless(sys.platform == 'linux', 'the limit is of Linux')
    def test_memory_is_short(self):
        plain = outcome(PlainRun(MEMORY))
        self.assertEqual((0, b''), (plain[0], plain[2]))
        run = AgentRun(MEMORY)
        self.assertEqual(plain, outcome(run))
        self.assertEqual('completed', run.end['outcome'])


if __name__ == '__main__':
    unittest.main()
