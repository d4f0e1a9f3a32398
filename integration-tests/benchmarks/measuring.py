"""Runs of a program: untraced, under another tracer, under Leadline, and under the agent alone."""

import collections
import json
import os
import subprocess
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
LAUNCHER = os.path.join(HERE, '..', '..', 'leadline')
AGENT = os.path.join(HERE, '..', '..', 'python-agent', 'target', 'classes', 'dev', 'leadline', 'agent')
TRACERS = os.path.join(HERE, 'tracers.py')
RECORDING = {
    'cutoff': 'auto', 'module_level': False, 'levels': None, 'scope': ['user'], 'roots': [], 'include': [],
    'exclude': [], 'function': [], 'events': ['call', 'line', 'return', 'exception'], 'max_events': None,
    'values': [], 'redact': [], 'layers': False, 'line_times': False}

Cost = collections.namedtuple('Cost', 'wall cpu peak')  # s, s of the process and its children, KB of the largest


def _cost(process, start):
    """Of a process that is about to end; its status must be 0."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = status
    if status != 0:
        raise SystemExit('%s: status %d' % (' '.join(process.args), status))
    return Cost(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)


def run(command, environment=None):
    start = time.perf_counter()
    return _cost(subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, env=environment), start)


def leadline(python, program, works, engine, events, out, environment):
    """A run with a trace in `out`. events: kinds, or None for the default."""
    return run([
        LAUNCHER, 'trace', '--quiet', '--python', python, '--engine', engine, '--scope', ','.join(program.scope),
        *(['--events', events] if events else []), '-o', out, *program.command(works)], environment)


def agent(python, program, works, engine, events, environment):
    """The traced process alone: the agent is started as the controller does it, and its stream is read and dropped."""
    recording = dict(RECORDING, scope=program.scope, **({'events': events.split(',')} if events else {}))
    with tempfile.TemporaryDirectory() as directory:
        config = os.path.join(directory, 'config.json')
        target, *arguments = program.command(works)
        with open(config, 'w') as stream:
            json.dump({
                'program': {'kind': 'script', 'target': target, 'args': arguments}, 'directory': directory,
                'stdio': {'stdin': None, 'stdout': os.devnull, 'stderr': None}, 'recording': recording,
                'timed': True, 'live': False, 'python_args': [python], 'follow': None, 'flush_signal': None,
                'idle_signal': False, 'engine': 'settrace', 'runner': None, 'recorder': engine}, stream)
        start = time.perf_counter()
        process = subprocess.Popen(
            [python, os.path.join(AGENT, 'leadline_agent.py'), config],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, env=environment)
        while os.read(process.stdout.fileno(), 1 << 20):
            pass
        process.stdout.close()
        return _cost(process, start)


def events_of(python, program, works, environment):
    """How many events CPython reports to a trace function in Python."""
    counted = subprocess.run(
        [python, TRACERS, 'count', *program.command(works)], stdout=subprocess.PIPE, check=True, env=environment)
    return int(counted.stdout.split()[-1])


def version_of(python):
    return subprocess.run([python, '-V'], stdout=subprocess.PIPE, check=True).stdout.decode().strip()


def has_modules(python, names, environment):
    return subprocess.run(
        [python, '-c', 'import ' + ', '.join(names)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=environment).returncode == 0
