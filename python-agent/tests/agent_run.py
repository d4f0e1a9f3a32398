"""Starts the agent as the controller does, and takes what it writes."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading

import posix_spawn
from following import Following
from recorded import Recorded

AGENT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
FLUSH_SIGNAL = 57
ENGINE = os.environ.get('LEADLINE_TEST_ENGINE', 'python')  # 'native', or 'none' where files run that are marked `# once`
NATIVE = ENGINE == 'native'
_LONGEST = 120  # seconds; a run that takes longer hangs
RECORDING = {
    'cutoff': 'auto', 'module_level': False, 'levels': None, 'scope': ['user'], 'roots': [],
    'include': [], 'exclude': [], 'function': [],
    'events': ['call', 'line', 'return', 'exception'], 'max_events': None,
    'values': [], 'redact': [], 'layers': False, 'line_times': False}
EVERYTHING = {'module_level': True, 'scope': ['user', 'stdlib', 'site', 'frozen', 'generated']}

posix_spawn.install()
sys.path.insert(0, AGENT)  # so that the tests can import the agent's own package


class AgentRun(Recorded):
    """One run of a program's text under the agent.

    kind: as in PROTOCOL.md; a script is written to a directory of its own first. talk: called with
    this run in place of writing stdin, which is closed when it returns. recorder: as in the configuration.
    agent: its directory. before: a command that the interpreter's is put behind. follow: whether children are recorded, too.
    reads_events: whether the records of events are decoded and kept. The results stand in
    records, children (each a Recorded), stdout, stderr, status.
    """

    def __init__(self, text, kind='script', args=(), stdin=b'', options=(), timed=True, live=False,
                 talk=None, before=(), files=(), environment=(), follow=False, recorder=ENGINE, agent=AGENT, reads_events=True,
                 **recording):
        Recorded.__init__(self)
        if recorder == 'none':
            raise AssertionError('a file that is marked `# once` has to say which engine records')
        self.children = []
        self.directory = os.path.realpath(tempfile.mkdtemp())
        self._skipped = b'\n' if reads_events else b'{"record":"events"'
        self._news = threading.Condition()
        self._written = {'stdout': [], 'stderr': []}
        self._environment = dict(os.environ, **dict(environment))
        following = Following(self.directory) if follow else None
        try:
            for name, content in dict(files).items():
                self._write(name, content)
            target = self._write('program.py', text) if kind == 'script' else text
            config = self._configure(kind, target, list(args), recording, timed, live, following, recorder)
            self._run(list(before), list(options), agent, config, talk or (lambda run: run.send(stdin)))
            self.children = following.finish() if follow else []
        finally:
            shutil.rmtree(self.directory)

    def send(self, data):
        """Write to the program's stdin; used by `talk`."""
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def wait_for_stdout(self, text):
        """Wait until the program has written this; used by `talk`."""
        self._wait(lambda: text in b''.join(self._written['stdout']))

    def wait_for_records(self, kind, number):
        """Wait until the agent has written that many of these; used by `talk`."""
        self._wait(lambda: len(self.of_kind(kind)) >= number)

    def wait_for(self, came):
        """Wait until this is so, as far as records and output tell; used by `talk`."""
        self._wait(came)

    def kinds(self):
        """The kinds of the records that have come."""
        return [record['record'] for record in self.records]

    def _wait(self, came):
        with self._news:
            if not self._news.wait_for(came, _LONGEST):
                raise AssertionError('waited in vain')

    def _write(self, name, content):
        path = os.path.join(self.directory, name)
        with open(path, 'wb') as stream:
            stream.write(content if isinstance(content, bytes) else content.encode('utf-8'))
        return path

    def _configure(self, kind, target, args, recording, timed, live, following, recorder):
        path = os.path.join(self.directory, 'config.json')
        config = {
            'program': {'kind': kind, 'target': target, 'args': args},
            'directory': self.directory,
            'stdio': {'stdin': None, 'stdout': None, 'stderr': None},
            'recording': dict(RECORDING, **recording), 'timed': timed, 'live': live,
            'python_args': [sys.executable], 'flush_signal': FLUSH_SIGNAL,
            'idle_signal': True,
            'follow': {'socket': following.path} if following else None,
            'engine': 'settrace', 'runner': None, 'recorder': recorder}
        with open(path, 'w') as stream:
            json.dump(config, stream)
        return path

    def _run(self, before, options, agent, config, talk):
        agent = os.path.join(agent, 'leadline_agent.py')
        self.process = process = subprocess.Popen(
            before + [sys.executable] + options + [agent, config],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            cwd=self.directory, env=self._environment)
        hangs = threading.Timer(_LONGEST, process.kill)
        hangs.start()
        threads = [self._pump('stderr', process.stderr), self._talk(talk)]
        self.lines = []
        for line in filter(bytes.strip, process.stdout):
            if line.startswith(self._skipped):
                continue
            self.lines.append(line)
            record = json.loads(line.decode('ascii'))
            with self._news:
                self.records.append(record)
                self._news.notify_all()
            if record.get('stdout_fifo'):
                threads.append(self._pump('stdout', record['stdout_fifo']))
        process.stdout.close()
        self.status = process.wait()
        hangs.cancel()
        for thread in threads + [hangs]:
            thread.join()
        self.stdout, self.stderr = (b''.join(self._written[name]) for name in ('stdout', 'stderr'))

    def _pump(self, name, source):
        def pump():
            with open(source, 'rb', 0) if isinstance(source, str) else source as stream:
                for part in iter(lambda: os.read(stream.fileno(), 1 << 16), b''):
                    with self._news:
                        self._written[name].append(part)
                        self._news.notify_all()
        thread = threading.Thread(target=pump)
        thread.start()
        return thread

    def _talk(self, talk):
        def tell():
            try:
                with self.process.stdin:
                    talk(self)
            except BrokenPipeError:
                pass  # the program did not read it all
        thread = threading.Thread(target=tell)
        thread.start()
        return thread


class PlainRun:
    """The same program without the agent; stdout, stderr, status."""

    def __init__(self, text, args=(), stdin=b'', options=(), files=(), environment=()):
        self.directory = os.path.realpath(tempfile.mkdtemp())
        try:
            for name, content in dict({'program.py': text}, **dict(files)).items():
                with open(os.path.join(self.directory, name), 'wb') as stream:
                    stream.write(content.encode('utf-8'))
            done = subprocess.run(
                [sys.executable] + list(options) + [os.path.join(self.directory, 'program.py')]
                + list(args), input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                cwd=self.directory, env=dict(os.environ, **dict(environment)), timeout=_LONGEST)
        finally:
            shutil.rmtree(self.directory)
        self.status = done.returncode
        self.stdout, self.stderr = done.stdout, done.stderr
