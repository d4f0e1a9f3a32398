#!/usr/bin/env python3
"""Prints what `--values` costs over the same run without: `values.py [--runs N] [--scale X] PYTHON... [-- PROGRAM...]`.

Whole processes, Java's start included, alternating within one run of this script: medians of wall time and of the
CPU time of all processes. Without a PROGRAM, with its arguments and with options of `leadline trace` in front of it,
it is workloads/objects.py.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

from overhead import LAUNCHER, WORKLOADS

KINDS = (None, 'args,return', 'args,locals,return')


def run(python, kinds, out, program):
    """(CPU seconds, wall seconds, bytes of the trace)"""
    values = ['--values', kinds] if kinds else []
    command = [LAUNCHER, 'trace', '--quiet', '--python', python, '-o', out, *values, *program]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, wall, os.path.getsize(out)


def report(python, runs, program):
    with tempfile.TemporaryDirectory() as directory:
        out = os.path.join(directory, 'trace.ndjson')
        found = {kinds: [] for kinds in KINDS}
        for _ in range(runs):
            for kinds in KINDS:
                found[kinds].append(run(python, kinds, out, program))
    medians = {kinds: [statistics.median(column) for column in zip(*rows)] for kinds, rows in found.items()}
    version = subprocess.run([python, '-V'], stdout=subprocess.PIPE, check=True).stdout.decode().strip()
    plain_cpu, plain_wall, _ = medians[None]
    for kinds, (cpu, wall, size) in medians.items():
        print('%-15s %-18s %6.2f s CPU %6.2f s %7.2f MB   x%.2f CPU  x%.2f' % (
            version, kinds or 'none', cpu, wall, size / 1e6, cpu / plain_cpu, wall / plain_wall), flush=True)


def main():
    arguments, program = sys.argv[1:], []
    if '--' in arguments:
        position = arguments.index('--')
        arguments, program = arguments[:position], arguments[position + 1:]
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--runs', type=int, default=5, help='alternating runs of each (5)')
    parser.add_argument('--scale', type=float, default=1.0, help='times the usual work (1)')
    parser.add_argument('pythons', nargs='+', metavar='PYTHON')
    options = parser.parse_args(arguments)
    program = program or [os.path.join(WORKLOADS, 'objects.py'), str(int(500 * options.scale))]
    for python in options.pythons:
        report(python, options.runs, program)


if __name__ == '__main__':
    sys.exit(main())
