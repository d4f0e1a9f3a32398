"""Prints what tracing costs, per event and as ratios: `overhead.py [--runs N] PYTHON...`.

Whole processes are timed, alternating within one run of this script; the best of N counts, and the
best of as many runs of the same program with no work to do (start-up) is taken off. Leadline is the
executable jar that a build left behind: calls, lines, returns and exceptions, times on calls and
returns, written to a file by Java. Needs Python 3.8+ to run; any CPython can be measured.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
LAUNCHER = os.path.join(HERE, '..', '..', 'leadline')
WORKLOADS = os.path.join(HERE, 'workloads')
DEPTHS = (10, 100, 400, 740)


class Workload:
    """A program, the work that is timed, and the same program with no work to do."""

    def __init__(self, file, scale, *more):
        self.name = ' '.join((file,) + more)
        self.path = os.path.join(WORKLOADS, file)
        self.work = [str(scale), *more]
        self.idle = ['0', *more]


class Bench:
    """Runs of one interpreter. out: a file that tracers write to."""

    def __init__(self, python, runs, out):
        self.python = python
        self.runs = runs
        self.out = out

    def commands(self, workload):
        tracers = [self.python, os.path.join(HERE, 'tracers.py')]
        return {
            'untraced': [self.python, workload.path],
            'empty': [*tracers, 'empty', workload.path],
            'naive': [*tracers, 'naive', workload.path],
            'leadline': [LAUNCHER, 'trace', '--quiet', '--python', self.python, '-o', self.out,
                         workload.path],
        }

    def events(self, workload):
        """Events of the work alone: those of the idle program are taken off."""
        count = [self.python, os.path.join(HERE, 'tracers.py'), 'count', workload.path]
        work, idle = (int(subprocess.run(count + args, stdout=subprocess.PIPE, check=True).stdout)
                      for args in (workload.work, workload.idle))
        return work - idle

    def costs(self, workload, names):
        """name -> ns per event of the work, whole process, start-up taken off."""
        best = {name: [float('inf'), float('inf')] for name in names}
        commands = self.commands(workload)
        for _ in range(self.runs):
            for name in names:
                for index, args in enumerate((workload.idle, workload.work)):
                    best[name][index] = min(best[name][index], self._time(commands[name] + args))
        events = self.events(workload)
        return {name: (work - idle) / events * 1e9 for name, (idle, work) in best.items()}

    def _time(self, command):
        environment = dict(os.environ, LEADLINE_BENCHMARK_OUT=self.out)
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
        return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--runs', type=int, default=5, help='alternating runs of each (5)')
    parser.add_argument('--scale', type=float, default=1.0, help='times the usual work (1)')
    parser.add_argument('pythons', nargs='+', metavar='PYTHON')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        for python in options.pythons:
            report(Bench(python, options.runs, os.path.join(directory, 'trace.ndjson')),
                   options.scale)


def report(bench, scale):
    version = subprocess.run([bench.python, '-V'], stdout=subprocess.PIPE, check=True)
    print(version.stdout.decode().strip())
    print('  %-12s %9s %9s %9s %9s   %14s %14s' % (
        'ns per event', 'untraced', 'empty', 'naive', 'leadline', 'leadline/empty',
        'naive/leadline'))
    for workload in (Workload('lines.py', int(300 * scale)), Workload('calls.py', int(500 * scale))):
        cost = bench.costs(workload, ['untraced', 'empty', 'naive', 'leadline'])
        print('  %-12s %9.0f %9.0f %9.0f %9.0f   %14.2f %14.1f' % (
            workload.name, cost['untraced'], cost['empty'], cost['naive'], cost['leadline'],
            cost['leadline'] / cost['empty'], cost['naive'] / cost['leadline']), flush=True)
    deep = [bench.costs(Workload('deep.py', int(200000 * scale), str(depth)), ['leadline'])['leadline']
            for depth in DEPTHS]
    print('  deep.py      ' + ', '.join(
        'depth %d: %.0f' % pair for pair in zip(DEPTHS, deep)) +
        '; 740 over 10: %.2f' % (deep[-1] / deep[0]), flush=True)


if __name__ == '__main__':
    sys.exit(main())
