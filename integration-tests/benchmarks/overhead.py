#!/usr/bin/env python3
"""Prints what tracing costs: `overhead.py [--runs N] [--scale X] [--packages DIR]... [--only GLOB] PYTHON...`.

Each program runs untraced, under a trace function that does nothing, under Leadline with each engine, with
`--events call,return`, and under each other tracer that the interpreter can import. All of them take turns. The best of N
runs counts; the best of as many runs with no work to do, the start, is taken off and printed by itself. An event is one that
CPython reports to an empty trace function, also where a tracer keeps fewer.

Columns: ns of wall time for an event, and by how many per cent the slowest run of the work was above the best; times the
empty trace function; ns of CPU time for an event of the traced process, and of Java (the whole run less the agent without
Java); bytes of the trace for an event; start in ms; MB of the largest process.

Needs Python 3.8 and a build; any CPython can be measured.
"""

import argparse
import fnmatch
import math
import os
import sys
import tempfile

import measuring
import programs
import tracers


class Row:
    """One way to run a program: the best costs of its runs, of the work and of the start."""

    def __init__(self, name, run, traced=None, out=None):
        self.name = name
        self._run = run        # with True for the work: a Cost
        self._traced = traced  # the same, of the traced process alone
        self._out = out
        self.costs = {works: [] for works in (True, False)}
        self.traced_costs = {works: [] for works in (True, False)}
        self.bytes = {True: 0, False: 0}

    def measure(self):
        for works in (False, True):
            self.costs[works].append(self._run(works))
            if self._out:
                self.bytes[works] = os.path.getsize(self._out)
            if self._traced:
                self.traced_costs[works].append(self._traced(works))

    def wall(self):
        return self._best('wall', self.costs)

    def cpu(self):
        return self._best('cpu', self.costs)

    def traced_cpu(self):
        return self._best('cpu', self.traced_costs) if self._traced else self.cpu()

    def start(self):
        return min(cost.wall for cost in self.costs[False])

    def spread(self):
        walls = [cost.wall for cost in self.costs[True]]
        return 100 * (max(walls) / min(walls) - 1)

    def peak(self):
        return max(cost.peak for cost in self.costs[True])

    @staticmethod
    def _best(what, costs):
        """Seconds of the work without the start."""
        work, start = (min(getattr(cost, what) for cost in costs[works]) for works in (True, False))
        return max(work - start, 0)


class Bench:
    """Runs of one interpreter. out: a file that tracers write to."""

    def __init__(self, python, runs, out, packages):
        self.python = python
        self.runs = runs
        self.out = out
        self.environment = dict(os.environ, LEADLINE_BENCHMARK_OUT=out)
        if packages:
            self.environment['PYTHONPATH'] = os.pathsep.join(map(os.path.abspath, packages))
        self.peers = [name for name in tracers.PEERS if measuring.has_modules(python, [name], self.environment)]

    def rows(self, program, peers):
        rows = [Row('untraced', lambda works: self._plain(program.command(works)))]
        rows += [self._tracer(program, name) for name in ('empty', *(self.peers if peers else []))]
        rows += [self._leadline(program, engine, None) for engine in ('native', 'python')]
        rows.append(self._leadline(program, 'native', 'call,return'))
        return rows

    def measured(self, rows):
        for _ in range(self.runs):
            for row in rows:
                row.measure()
        return rows

    def events(self, program):
        work, start = (
            measuring.events_of(self.python, program, works, self.environment) for works in (True, False))
        return max(work - start, 1)

    def native(self, program):
        """ns of wall time for an event with the recorder in C."""
        row, = self.measured([self._leadline(program, 'native', None)])
        return row.wall() / self.events(program) * 1e9

    def _plain(self, command):
        return measuring.run([self.python, *command], self.environment)

    def _tracer(self, program, name):
        return Row(name, lambda works: self._plain([measuring.TRACERS, name, *program.command(works)]))

    def _leadline(self, program, engine, events):
        return Row(
            engine + (' ' + events if events else ''),
            lambda works: measuring.leadline(
                self.python, program, works, engine, events, self.out, self.environment),
            lambda works: measuring.agent(self.python, program, works, engine, events, self.environment), self.out)


def report(bench, program, peers=True):
    events = bench.events(program)
    rows = bench.measured(bench.rows(program, peers))
    empty = next(row for row in rows if row.name == 'empty').wall() or math.nan  # lost in the noise of the start
    print('  %-18s %10d events' % (program.name, events))
    for row in rows:
        traced = row.traced_cpu()
        print('    %-20s %7.0f ns +%3.0f %%  x%-5.1f  CPU %6.0f' % (
            row.name, row.wall() / events * 1e9, row.spread(), row.wall() / empty, traced / events * 1e9), end='')
        if row.bytes[True]:
            java = max(row.cpu() - traced, 0)
            print(' Java %5.0f  %5.1f bytes' % (
                java / events * 1e9, (row.bytes[True] - row.bytes[False]) / events), end='')
        else:
            print('%24s' % '', end='')
        print('  start %4.0f ms  %4.0f MB' % (row.start() * 1e3, row.peak() / 1024), flush=True)


def report_series(bench, name, scale):
    costs = [(value, bench.native(program)) for value, program in programs.series(name, scale)]
    print('  ns for an event by %s: %s' % (name, ', '.join('%d: %.0f' % pair for pair in costs)), flush=True)


def report_all(bench, options):
    print('%s; other tracers: %s' % (measuring.version_of(bench.python), ', '.join(bench.peers)))
    for program in programs.shapes(options.scale) + programs.real(options.scale):
        if not fnmatch.fnmatchcase(program.name, options.only):
            continue
        if measuring.has_modules(bench.python, program.packages() or ['sys'], bench.environment):
            report(bench, program, options.peers)
        else:
            print('  %-18s needs %s' % (program.name, ', '.join(program.packages())))
    for name in programs.SERIES:
        if fnmatch.fnmatchcase(name, options.only):
            report_series(bench, name, options.scale)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--runs', type=int, default=3, help='alternating runs of each (3)')
    parser.add_argument('--scale', type=float, default=1.0, help='times the usual work (1)')
    parser.add_argument(
        '--packages', metavar='DIR', action='append', default=[],
        help='where packages of the real programs are, or other tracers (repeatable)')
    parser.add_argument('--only', metavar='GLOB', default='*', help='only these programs and series')
    parser.add_argument('--no-peers', dest='peers', action='store_false', help='without other tracers')
    parser.add_argument('pythons', nargs='+', metavar='PYTHON')
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        for python in options.pythons:
            report_all(Bench(python, options.runs, os.path.join(directory, 'trace.ndjson'), options.packages), options)


if __name__ == '__main__':
    sys.exit(main())
