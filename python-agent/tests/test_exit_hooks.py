# either engine: the calls that end a process are seen around the trace functions
"""What a process has recorded is written before it goes without a word."""

import signal
import sys
import unittest

from agent_run import AgentRun

WORK = '''
import os, sys
def work(n):
    return n
def main():
    for i in range(3):
        work(i)
    sys.stdout.flush()
    %s
main()
'''


class LeavingTest(unittest.TestCase):
    def leave(self, statement, how, detail):
        run = AgentRun(WORK % statement)
        self.assertEqual(['main', 'work', 'work', 'work'], run.calls()[:4])
        self.assertIn(('line', 'main', 9), [(e.kind, e.function, e.lineno) for e in run.events()])
        last = run.records[-1]
        self.assertEqual(['leaving', how, detail], [last['record'], last['how'], last['detail']])
        return run

    def test_exit_at_once(self):
        self.assertEqual(5, self.leave('os._exit(5)', '_exit', '5').status)

    def test_exit_at_once_by_a_name_of_its_own(self):
        run = self.leave('\n    from os import _exit\n    _exit(status=6)'.strip(), '_exit', '6')
        self.assertEqual(6, run.status)

    def test_abort(self):
        run = self.leave('os.abort()', 'abort', '')
        self.assertEqual(-signal.SIGABRT, run.status)

    def test_exec(self):
        for call in ("os.execv('/bin/echo', ['echo', 'hi'])",
                     "os.execve('/bin/echo', ['echo', 'hi'], {})",
                     "os.execl('/bin/echo', 'echo', 'hi')",
                     "os.execve(path='/bin/echo', argv=['echo', 'hi'], env={})"):
            run = self.leave(call, 'exec', '/bin/echo')
            self.assertEqual((0, b'hi\n'), (run.status, run.stdout))

    def test_exec_of_bytes(self):
        run = self.leave("os.execv(b'/bin/echo', [b'echo', b'hi'])", 'exec', '/bin/echo')
        self.assertEqual(b'hi\n', run.stdout)

    def test_an_exec_that_fails(self):
        run = AgentRun('''
import os
def after(): pass
for call in os.execv, os.execve:
    try:
        call('/not/there', ['x'], *([{}] if call is os.execve else []))
    except FileNotFoundError as error:
        print(error)
    after()
''')
        self.assertEqual(2, run.stdout.count(b'[Errno 2]'))
        self.assertEqual(['exec', 'exec'], [r['how'] for r in run.of_kind('leaving')])
        self.assertEqual(['after', 'after'], run.calls())
        self.assertEqual('completed', run.end['outcome'])

    def test_wrong_arguments(self):
        run = AgentRun('import os\nfor arguments in ((), (1, 2), ("x",)):\n    try:\n'
                       '        os._exit(*arguments)\n'
                       '    except TypeError:\n        print("refused")\n')
        self.assertEqual(b'refused\n' * 3, run.stdout)

    def test_in_a_thread(self):
        run = AgentRun('import os, threading\ndef work():\n    os._exit(7)\n'
                       't = threading.Thread(target=work)\nt.start()\nt.join()\n')
        self.assertEqual(7, run.status)
        self.assertEqual(['call 2', 'line 3'], run.shown('work'))


class DescriptorsTest(unittest.TestCase):
    def check(self, statements, stdout=b''):
        run = AgentRun('import os, errno\ndef before(): pass\ndef after(): pass\nbefore()\n'
                       + statements + '\nfor i in range(3000): after()\n')
        self.assertEqual((0, stdout, b''), (run.status, run.stdout, run.stderr))
        self.assertEqual(['before'] + ['after'] * 3000, run.calls())
        self.assertEqual(run.counted(), run.end['events'])

    def test_a_range_is_closed(self):
        self.check('os.closerange(3, 70000)')
        self.check('os.closerange(0, 70000)')

    def test_each_is_closed(self):
        self.check('for fd in range(3, 2000):\n    try: os.close(fd)\n'
                   '    except OSError as error: assert error.errno == errno.EBADF')

    def test_ours_looks_closed(self):
        self.check('''

ours = sorted(map(int, os.listdir('/proc/self/fd')))[3:]
refused = 0
for fd in ours:
    try:
        os.close(fd)
    except OSError as error:
        refused += error.errno == errno.EBADF and str(error) == '[Errno 9] Bad file descriptor'
print(refused)''', b'2\n')  # the stream's, and listdir's own that is closed already

    def test_others_are_copied_over_them(self):
        self.check('null = os.open(os.devnull, os.O_RDWR)\n'
                   'for fd in range(3, 1500):\n    if fd != null: os.dup2(null, fd)\n'
                   'os.closerange(3, 1500)')

    def test_keywords(self):
        self.check('os.close(fd=os.open(os.devnull, os.O_RDONLY))\n'
                   'print(os.dup2(fd=1, fd2=9, inheritable=True))',
                   b'None\n' if sys.version_info < (3, 7) else b'9\n')
