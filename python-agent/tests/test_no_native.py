# once: each run names its engine
"""Where the trace functions in C cannot be used, the header says why."""

import os
import shutil
import sys
import tempfile
import unittest
from hashlib import blake2b
from unittest import mock

from agent_run import AGENT, AgentRun

from _leadline import native

LIBRARY = '%s-%s.so' % (sys.platform, getattr(os, 'uname', lambda: ('',))()[-1])
PROGRAM = 'def f(): pass\nprint("ran")\nf()\n'


def copy_of_agent(directory):
    """The agent in a directory of its own, which may be changed."""
    agent = os.path.join(directory, 'agent')
    shutil.copytree(AGENT, agent, ignore=shutil.ignore_patterns('target', 'tests', '__pycache__', '*.c', '*.h'))
    return agent


@unittest.skipUnless(os.path.exists(os.path.join(AGENT, 'native', LIBRARY)), 'the recorder in C is not built')
class NoNativeTest(unittest.TestCase):
    def setUp(self):
        self.directory = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.directory)

    def refused(self, agent, reason):
        """Python records under `auto`, and nothing runs under `native`; both for this reason."""
        auto, native = (AgentRun(PROGRAM, agent=agent, recorder=recorder) for recorder in ('auto', 'native'))
        self.assertEqual(('settrace', reason), (auto.header['engine'], auto.header['no_native']))
        self.assertEqual((0, b'ran\n'), (auto.status, auto.stdout))
        self.assertEqual(['header'], native.kinds())
        self.assertEqual(reason, native.header['no_native'])
        self.assertEqual((1, b'', b''), (native.status, native.stdout, native.stderr))

    def test_is_used(self):
        run = AgentRun(PROGRAM, agent=copy_of_agent(self.directory), recorder='native')
        self.assertEqual(('native', None), (run.header['engine'], run.header['no_native']))
        self.assertEqual((0, b'ran\n', b''), (run.status, run.stdout, run.stderr))

    def test_one_byte_is_another(self):
        agent = copy_of_agent(self.directory)
        path = os.path.join(agent, 'native', LIBRARY)
        with open(path, 'r+b') as stream:
            stream.seek(os.path.getsize(path) // 2)
            byte = stream.read(1)
            stream.seek(-1, os.SEEK_CUR)
            stream.write(bytes([byte[0] ^ 1]))
        self.refused(agent, path + ' has another digest than was built')

    def test_is_not_built(self):
        agent = copy_of_agent(self.directory)
        os.remove(os.path.join(agent, 'native', LIBRARY))
        self.refused(agent, 'this build of Leadline has none for ' + LIBRARY[:-len('.so')])

    def test_there_is_no_digest(self):
        agent = copy_of_agent(self.directory)
        os.remove(os.path.join(agent, 'native', LIBRARY[:-len('so')] + 'blake2'))
        self.refused(agent, 'this build of Leadline has none for ' + LIBRARY[:-len('.so')])

    def test_its_file_system_runs_nothing(self):
        with mock.patch.object(native, '_module', side_effect=ImportError('failed to map')), \
                mock.patch.object(native.system.calls, 'statvfs', return_value=mock.Mock(f_flag=os.ST_NOEXEC | os.ST_NOSUID)):
            self.assertEqual('the file system of %s runs no code (noexec)' % AGENT, native.load(AGENT))

    def test_it_cannot_be_loaded(self):
        agent = copy_of_agent(self.directory)
        path = os.path.join(agent, 'native', LIBRARY)
        self.write_library(path, b'no library\n')
        self.refused(agent, 'it cannot be loaded: %s: file too short' % path)

    def write_library(self, path, content):
        for name, text in (path, content), (path[:-len('so')] + 'blake2', blake2b(content).hexdigest().encode()):
            with open(name, 'wb') as stream:
                stream.write(text)

    def test_the_interpreter_is_none_that_it_knows(self):
        for name, value, reason in [
                ('abiflags', 't', 'this Python is a free-threaded build'),
                ('abiflags', 'd', 'this Python is a debug build'),
                ('platform', 'darwin', 'it exists for Linux alone'),
                ('implementation._multiarch', 'x86_64-linux-musl', 'this Python is built with musl'),
                ('versions', mock.Mock(NATIVE_KNOWS_IT=False), 'it is made for CPython 3.6 to 3.15')]:
            with self.subTest(reason):
                self.assertEqual(reason, self.misfit(name, value))

    def misfit(self, name, value):
        """What the agent says in an interpreter of which this is so."""
        with mock.patch('%s.%s' % (native.__name__ if name == 'versions' else 'sys', name), value):
            return native._misfit()


if __name__ == '__main__':
    unittest.main()
