#!/usr/bin/env python3
"""Prints what an event costs the traced process with each engine: `engines.py [--runs N] [--scale X] PYTHON...`.

An event is one that CPython reports to an empty trace function; of code out of scope none is recorded.

CPU time of the Python process alone, without the controller: the agent is started as the controller does it, and its
stream is read and dropped. Alternating runs, the best of each; the best of as many runs with no work to do is taken
off. Build first: the engine in C is in python-agent/target.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading

from overhead import HERE, WORKLOADS

AGENT = os.path.join(HERE, '..', '..', 'python-agent', 'target', 'classes', 'dev', 'leadline', 'agent')
TRACERS = os.path.join(HERE, 'tracers.py')
SCALES = {
    'lines.py': 150, 'calls.py': 250, 'generators.py': 30000, 'coroutines.py': 15000, 'from_c.py': 100000,
    'through.py': 50000, 'caught.py': 40000, 'unwound.py': 4000, 'outside.py': 100000}
RECORDING = {
    'cutoff': 'auto', 'module_level': False, 'levels': None, 'scope': ['user'], 'roots': [], 'include': [],
    'exclude': [], 'function': [], 'events': ['call', 'line', 'return', 'exception'], 'max_events': None,
    'values': [], 'redact': [], 'layers': False, 'line_times': False}


def cpu_of(process):
    """CPU seconds of a process that is about to end."""
    _, process.returncode, usage = os.wait4(process.pid, 0)
    return usage.ru_utime + usage.ru_stime


def plain(command):
    return cpu_of(subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL))


def traced(python, program, recorder):
    """CPU seconds of a run under the agent."""
    with tempfile.TemporaryDirectory() as directory:
        config = os.path.join(directory, 'config.json')
        with open(config, 'w') as stream:
            json.dump({
                'program': {'kind': 'script', 'target': program[0], 'args': program[1:]}, 'directory': directory,
                'stdio': {'stdin': None, 'stdout': os.devnull, 'stderr': None}, 'recording': RECORDING,
                'timed': True, 'live': False, 'python_args': [python], 'follow': None, 'flush_signal': None,
                'idle_signal': False, 'engine': 'settrace', 'runner': None, 'recorder': recorder}, stream)
        process = subprocess.Popen(
            [python, os.path.join(AGENT, 'leadline_agent.py'), config],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        while os.read(process.stdout.fileno(), 1 << 20):
            pass
        process.stdout.close()
        return cpu_of(process)


def events_of(python, program):
    counted = subprocess.run([python, TRACERS, 'count', *program], stdout=subprocess.PIPE, check=True)
    return int(counted.stdout)


def report(python, runs, scale):
    version = subprocess.run([python, '-V'], stdout=subprocess.PIPE, check=True).stdout.decode().strip()
    for file, usual in SCALES.items():
        path = os.path.join(WORKLOADS, file)
        best = {}
        for _ in range(runs):
            for work in '0', str(int(usual * scale)):
                costs = {'untraced': plain([python, path, work]),
                         'empty': plain([python, TRACERS, 'empty', path, work])}
                for name in 'python', 'native':
                    costs[name] = traced(python, [path, work], name)
                for name, cost in costs.items():
                    best[name, work] = min(cost, best.get((name, work), cost))
        number = events_of(python, [path, work]) - events_of(python, [path, '0'])
        ns = {name: (best[name, work] - best[name, '0']) / number * 1e9
              for name in ('untraced', 'empty', 'python', 'native')}
        print('%-15s %-14s untraced %4.0f  empty %4.0f  python %5.0f (x%.1f)  native %5.0f (x%.1f; of untraced x%.1f)' % (
            version, file, ns['untraced'], ns['empty'], ns['python'], ns['python'] / ns['empty'],
            ns['native'], ns['native'] / ns['empty'], ns['native'] / ns['untraced']), flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--runs', type=int, default=5, help='alternating runs of each (5)')
    parser.add_argument('--scale', type=float, default=1.0, help='times the usual work (1)')
    parser.add_argument('pythons', nargs='+', metavar='PYTHON')
    options = parser.parse_args()
    for python in options.pythons:
        report(python, options.runs, options.scale)


if __name__ == '__main__':
    sys.exit(main())
