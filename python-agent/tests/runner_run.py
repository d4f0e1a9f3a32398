"""Starts a runner of the user's own, with the agent coming in as the controller has it come in."""

import collections
import json
import os
import shutil
import subprocess
import sys
import tempfile

from agent_run import AGENT, FLUSH_SIGNAL, RECORDING, _LONGEST
from following import Following

Layer = collections.namedtuple('Layer', 'file function scope module')


def write(files, directory):
    """files: name -> text."""
    for name, text in files.items():
        path = os.path.join(directory, name)
        if not os.path.isdir(os.path.dirname(path)):
            os.makedirs(os.path.dirname(path))
        with open(path, 'w') as stream:
            stream.write(text)


def plain(command, files, environment=(), stdin=b''):
    """(status, stdout, stderr) of the same command without the agent."""
    directory = os.path.realpath(tempfile.mkdtemp())
    try:
        write(files, directory)
        done = subprocess.run(
            [sys.executable] + command, cwd=directory, input=stdin, timeout=_LONGEST,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ, **dict(environment)))
    finally:
        shutil.rmtree(directory)
    return done.returncode, _placeless(done.stdout, directory), _placeless(done.stderr, directory)


def _placeless(text, directory):
    return text.replace(directory.encode(), b'HERE')


class RunnerRun:
    """`python RUNNER program.py`; files: name -> text, the program's among them.

    The results stand in processes (each a Recorded, the runner's first), stdout, stderr, status.
    """

    def __init__(self, command, files, follow=False, environment=(), stdin=b'', **recording):
        self.directory = os.path.realpath(tempfile.mkdtemp())
        following = Following(self.directory)
        try:
            write(files, self.directory)
            config = self._configure(command, following, follow, recording)
            self._run(command, config, dict(environment), stdin)
            self.processes = following.finish()
        finally:
            shutil.rmtree(self.directory)

    def _configure(self, command, following, follow, recording):
        path = os.path.join(self.directory, 'config.json')
        module = command[0] == '-m'
        with open(path, 'w') as stream:
            json.dump({
                'program': {'kind': 'script', 'target': command[-1], 'args': []},
                'directory': self.directory,
                'stdio': {'stdin': None, 'stdout': None, 'stderr': None},
                'recording': dict(RECORDING, layers=True, **recording), 'timed': True, 'live': False,
                'python_args': [sys.executable], 'flush_signal': FLUSH_SIGNAL,
                'idle_signal': False,
                'follow': {'socket': following.path} if follow else None, 'engine': 'observe',
                'runner': {'kind': 'module' if module else 'script', 'target': command[module],
                           'socket': following.path}, 'recorder': 'python'}, stream)
        return path

    def _run(self, command, config, environment, stdin):
        path = os.pathsep.join(
            [os.path.join(AGENT, 'follow')] + [environment.pop('PYTHONPATH', '')]).rstrip(os.pathsep)
        done = subprocess.run(
            [sys.executable] + command, cwd=self.directory, input=stdin, timeout=_LONGEST,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=dict(os.environ, PYTHONPATH=path, LEADLINE_FOLLOW=config, **environment))
        self.status = done.returncode
        self.stdout, self.stderr = (
            _placeless(text, self.directory) for text in (done.stdout, done.stderr))

    def line_of_numbers(self):
        """The numbers of the first line of stdout that is made of nothing else."""
        lines = [line.split() for line in self.stdout.decode().splitlines()]
        return next(list(map(int, words)) for words in lines if words and ''.join(words).isdigit())

    @property
    def stream(self):
        """The stream of the runner's own process."""
        return self.processes[0]

    @property
    def base(self):
        """Depth of the program's `<module>`."""
        depth, = [record['depth'] for record in self.stream.of_kind('base')
                  if record['code'] is not None]
        return depth

    def layers_of_base(self):
        """The Layers below the program's `<module>`, the root first; files by their names."""
        frames, = [record['layers'] for record in self.stream.of_kind('base')
                   if record['code'] is not None]
        return [Layer(os.path.basename(frame['file']), frame['function'], frame['scope'],
                      frame['module']) for frame in frames]

    def counted(self, function=None):
        """(function, depth, level) -> calls, of all threads."""
        names = {record['code']: record['function'] for record in self.stream.of_kind('code')}
        found = collections.Counter()
        for record in self.stream.of_kind('calls'):
            for code, depth, level, calls in record['calls']:
                if function in (None, names[code]):
                    found[names[code], depth, level] += calls
        return dict(found)
