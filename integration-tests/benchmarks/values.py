#!/usr/bin/env python3
"""Prints what `--values`, or `--line-times`, costs over the same run without: `values.py [--line-times] [--runs N] [--scale X] PYTHON... [-- PROGRAM...]`.

Whole processes, Java's start included, alternating within one run of this script: medians of wall time and of the
CPU time of all processes. Without a PROGRAM, with its arguments and with options of `leadline trace` in front of it,
it is workloads/objects.py.
"""

import argparse
import os
import statistics
import sys
import tempfile

import measuring
from programs import WORKLOADS

NONE = 'none'
VALUES = {NONE: [], 'args,return': ['--values', 'args,return'], 'args,locals,return': ['--values', 'args,locals,return']}
LINE_TIMES = {NONE: [], '--line-times': ['--line-times']}


def run(python, chosen, out, program):
    """(CPU seconds, wall seconds, bytes of the trace)"""
    cost = measuring.run([measuring.LAUNCHER, 'trace', '--quiet', '--python', python, '-o', out, *chosen, *program])
    return cost.cpu, cost.wall, os.path.getsize(out)


def report(python, runs, choices, program):
    with tempfile.TemporaryDirectory() as directory:
        out = os.path.join(directory, 'trace.ndjson')
        found = {name: [] for name in choices}
        for _ in range(runs):
            for name, chosen in choices.items():
                found[name].append(run(python, chosen, out, program))
    medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in found.items()}
    version = measuring.version_of(python)
    plain_cpu, plain_wall, _ = medians[NONE]
    for name, (cpu, wall, size) in medians.items():
        print('%-15s %-18s %6.2f s CPU %6.2f s %7.2f MB   x%.2f CPU  x%.2f' % (
            version, name, cpu, wall, size / 1e6, cpu / plain_cpu, wall / plain_wall), flush=True)


def main():
    arguments, program = sys.argv[1:], []
    if '--' in arguments:
        position = arguments.index('--')
        arguments, program = arguments[:position], arguments[position + 1:]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--runs', type=int, default=5, help='alternating runs of each (5)')
    parser.add_argument('--scale', type=float, default=1.0, help='times the usual work (1)')
    parser.add_argument('--line-times', action='store_true', help='what --line-times costs')
    parser.add_argument('pythons', nargs='+', metavar='PYTHON')
    options = parser.parse_args(arguments)
    program = program or [os.path.join(WORKLOADS, 'objects.py'), str(int(500 * options.scale))]
    for python in options.pythons:
        report(python, options.runs, LINE_TIMES if options.line_times else VALUES, program)


if __name__ == '__main__':
    sys.exit(main())
