"""The agent depends on nothing that the program can replace."""

import unittest

from agent_run import AgentRun

WORK = '''
def work(n):
    try:
        raise KeyError(n)
    except KeyError:
        return n
def made():
    yield 1
if 'taken' in globals(): replace(taken)
for i in range(400):
    work(i)
    for one in made(): pass
if 'taken' in globals(): replace(real)
import threading
thread = threading.Thread(target=work, args=(1,))
thread.start()
thread.join()
'''

# While the functions stand for them, `threading` cannot be used: they come back before.
BROKEN_BUILTINS = '''
import builtins
def broken(*args, **named):
    raise SystemError('called')
def replace(names, put=setattr):
    for name in names:
        put(builtins, name, names[name])
names = ('len', 'isinstance', 'issubclass', 'type', 'id', 'open', 'map', 'sum', 'list', 'dict',
         'getattr', 'hasattr', 'sorted', 'max', 'min', 'zip', 'any', 'all', 'str', 'int', 'tuple',
         'set', 'frozenset', 'callable', 'iter', 'next', 'enumerate', 'reversed', 'repr', 'slice',
         'vars', 'bytes', 'super', 'print', 'object')
real = dict((name, getattr(builtins, name)) for name in names)
taken = dict.fromkeys(names, broken)
'''


class TakenAwayTest(unittest.TestCase):
    def check(self, head, values=()):
        run = AgentRun(head + WORK, values=list(values))
        self.assertEqual((0, b''), (run.status, run.stderr))
        self.assertEqual([], run.of_kind('trouble') + run.of_kind('blind'))
        self.assertEqual(400, run.calls(0).count('work'))
        self.assertEqual(800, run.calls(0).count('made'))
        self.assertEqual(['work'], run.calls(1))
        self.assertEqual(401, [event.kind for event in run.events()].count('exception'))
        self.assertEqual(run.counted(), run.end['events'])
        self.assertEqual([], run.open_frames)

    def test_builtins(self):
        self.check(BROKEN_BUILTINS)

    def test_builtins_with_values(self):
        self.check(BROKEN_BUILTINS, values=['args', 'locals', 'return'])

    def test_modules(self):
        self.check('import sys, threading\nkept = dict(sys.modules)\nfor name in kept:\n'
                   '    if name not in ("sys", "builtins", "threading", "__main__"):\n'
                   '        del sys.modules[name]\n')

    def test_functions_of_the_system(self):
        self.check('''
import os, threading, posix
def broken(*args, **named):
    raise SystemError('called')
for name in ('write', 'close', 'getpid', 'getppid', 'fstat', 'dup2', 'getcwd', 'open', 'read',
             'sysconf', 'fsencode', 'fsdecode'):
    setattr(os, name, broken)
    if hasattr(posix, name): setattr(posix, name, broken)
''')

    def test_clocks(self):
        self.check('''
import time, threading
def broken(*args, **named):
    raise SystemError('called')
for name in ('monotonic', 'monotonic_ns', 'time', 'time_ns', 'perf_counter'):
    setattr(time, name, broken)
''')

    def test_json_and_weak_references(self):
        self.check('''
import _json, _weakref, _thread, itertools, sys, threading
def broken(*args, **named):
    raise SystemError('called')
_json.encode_basestring_ascii = _json.make_encoder = broken
_weakref.ref = itertools.count = sys._getframe = broken
_thread.get_ident = broken
''')
