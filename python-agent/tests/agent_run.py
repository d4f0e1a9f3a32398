"""Starts the agent as the controller does, and expands its stream into flat events."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading

AGENT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
RECORDING = {
    'cutoff': 'auto', 'module_level': False, 'levels': None, 'scope': ['user'], 'roots': [],
    'include': [], 'exclude': [], 'function': [],
    'events': ['call', 'line', 'return', 'exception'], 'max_events': None,
    'values': [], 'redact': []}
EVERYTHING = {'module_level': True, 'scope': ['user', 'stdlib', 'site', 'frozen', 'generated']}

sys.path.insert(0, AGENT)  # so that the tests can import the agent's own package


class AgentRun:
    """One run of a program's text under the agent.

    kind: as in PROTOCOL.md; a script is written to a directory of its own first. The results stand
    in records, stdout, stderr, status.
    """

    def __init__(self, text, kind='script', args=(), stdin=b'', options=(), timed=True, live=False,
                 **recording):
        self.directory = os.path.realpath(tempfile.mkdtemp())
        try:
            self._target = self._write(text) if kind == 'script' else text
            self._config = self._configure(kind, list(args), recording, timed, live)
            self._run(list(options), stdin)
        finally:
            shutil.rmtree(self.directory)

    def of_kind(self, kind):
        return [record for record in self.records if record['record'] == kind]

    @property
    def end(self):
        return self.of_kind('end')[0]

    def events(self):
        """[(event, depth, level, function, lineno, more)] in their order."""
        codes, frames, flat = {}, [], []
        for record in self.records:
            if record['record'] == 'code':
                codes[record['code']] = record
            for event in record.get('events', ()) if record['record'] == 'events' else ():
                event = event if isinstance(event, list) else ['line', event]
                self._expand(event, codes, frames, flat)
        self.open_frames = frames
        return flat

    def shown(self, function=None):
        """The events of a function as `name lineno`, without depths."""
        return ['%s %s' % (event[0], event[4]) for event in self.events()
                if function in (None, event[3])]

    @staticmethod
    def _expand(event, codes, frames, flat):
        name = event[0]
        lineno = event[1]
        if name == 'call':
            code = codes[event[1]]
            if len(event) == 3:
                depth, level, below = frames[-1]
                lineno = code['lineno']
                frames.append((depth + 1, level + (below['scope'] == 'user' or below['base']), code))
            else:
                lineno = event[3]
                frames.append((event[4], event[5], code))
        depth, level, code = frames[-1]
        flat.append((name, depth, level, code['function'], lineno, event[2:]))
        if name == 'return':
            frames.pop()

    def _write(self, text):
        path = os.path.join(self.directory, 'program.py')
        with open(path, 'wb') as stream:
            stream.write(text if isinstance(text, bytes) else text.encode('utf-8'))
        return path

    def _configure(self, kind, args, recording, timed, live):
        path = os.path.join(self.directory, 'config.json')
        config = {
            'program': {'kind': kind, 'target': self._target, 'args': args},
            'directory': self.directory, 'stdio': {'stdin': None, 'stdout': None, 'stderr': None},
            'recording': dict(RECORDING, **recording), 'timed': timed, 'live': live,
            'python_args': [sys.executable], 'flush_signal': 57, 'follow': None}
        with open(path, 'w') as stream:
            json.dump(config, stream)
        return path

    def _run(self, options, stdin):
        command = [sys.executable] + options
        process = subprocess.Popen(
            command + [os.path.join(AGENT, 'leadline_agent.py'), self._config],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            cwd=self.directory)
        taken = {}
        threads = [self._pump(taken, 'stderr', process.stderr), self._feed(process.stdin, stdin)]
        self.records, self.lines = [], []
        for line in process.stdout:
            self.lines.append(line)
            self.records.append(json.loads(line.decode('ascii')))
            fifo = self.records[-1].get('stdout_fifo')
            if fifo:
                threads.append(self._pump(taken, 'stdout', fifo))
        process.stdout.close()
        self.status = process.wait()
        for thread in threads:
            thread.join()
        self.stdout, self.stderr = taken.get('stdout', b''), taken['stderr']

    @staticmethod
    def _pump(taken, name, source):
        def pump():
            with open(source, 'rb') if isinstance(source, str) else source as stream:
                taken[name] = stream.read()
        thread = threading.Thread(target=pump)
        thread.start()
        return thread

    @staticmethod
    def _feed(pipe, data):
        def feed():
            try:
                with pipe:
                    pipe.write(data)
            except BrokenPipeError:
                pass  # the program did not read it all
        thread = threading.Thread(target=feed)
        thread.start()
        return thread
