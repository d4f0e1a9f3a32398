#!/usr/bin/env python3
"""Real packages and random programs on interpreters that are neighbours: nothing may be invented. See README.md."""

import argparse
import collections
import concurrent.futures
import fnmatch
import os
import subprocess
import sys
import tempfile
import time

import programs
import runs

CATEGORIES = ['unexplained', 'program', 'runtime', 'compiler', 'unstable']
AT_ONCE = 25  # random programs in one run


class Reviewed:
    """The differences of the programs that a person has read the source for: reviewed.txt."""

    def __init__(self, path):
        self.lines = []
        self.used = set()
        with open(path) as listed:
            for line in listed:
                if line.strip() and not line.startswith('#'):
                    self.lines.append(line.split(None, 4))

    def allows(self, program, pair, file, function):
        for at, (name, pairs, files, functions, _) in enumerate(self.lines):
            if (
                fnmatch.fnmatchcase(program, name)
                and pair in pairs.replace('~', '').split(',')
                and fnmatch.fnmatchcase(file, files)
                and fnmatch.fnmatchcase(function, functions)
            ):
                self.used.add((at, pair))
                return True
        return False

    def unused(self, compared):
        """Lines that allow what did not happen; `compared` are the programs and pairs that were run."""
        for at, line in enumerate(self.lines):
            for pair in line[1].split(','):  # behind one, ~ says that the micro version decides
                if (line[0], pair) in compared and (at, pair) not in self.used:
                    yield ' '.join([line[0], pair] + line[2:4])


class Result:
    """What the neighbours did differently with one program."""

    def __init__(self, name):
        self.name = name
        self.pairs = []
        self.counts = collections.Counter()
        self.wrong = []

    def read(self, report, pythons, reviewed):
        for run in report['runs']:
            if run['failure']:
                self.wrong.append('%s: %s' % (run['python'], run['failure']))
        if self.wrong:
            return
        for at, comparison in enumerate(report['comparisons']):
            pair = '/'.join(one.name for one in pythons[at : at + 2])
            self.pairs.append(pair)
            self.counts.update(comparison['counts'])
            left, right = report['runs'][at : at + 2]
            if (left['output_sha256'], left['status']) != (right['output_sha256'], right['status']):
                self.program(pair, '-', 'output', 'status %s and %s' % (left['status'], right['status']), reviewed)
            for group in comparison['groups']:
                if group['category'] == 'program':
                    self.program(pair, group['file'], group['qualname'], described(group), reviewed)
                elif group['category'] == 'unexplained':
                    self.wrong.append(
                        '%s unexplained: %s %s %s' % (pair, group['file'], group['qualname'], described(group))
                    )

    def program(self, pair, file, function, text, reviewed):
        if not reviewed.allows(self.name, pair, file, function):
            self.wrong.append('%s program, not reviewed: %s %s %s' % (pair, file, function, text))

    def row(self):
        return '%-22s %5d %s' % (
            self.name,
            len(self.pairs),
            ' '.join('%*d' % (len(category), self.counts[category]) for category in CATEGORIES),
        )


def described(group):
    """A difference in one line: its kind, how often, and the lines that were not run equally often."""
    sides = [
        {line['lineno']: line['count'] for line in (group[side] or {'lines': []})['lines']}
        for side in ('left', 'right')
    ]
    lines = sorted(
        (lineno for lineno in set(sides[0]) | set(sides[1]) if sides[0].get(lineno) != sides[1].get(lineno)),
        key=lambda lineno: lineno or 0,
    )
    return '%s x%d, lines %s' % (
        group['kind'],
        group['count'],
        ' '.join('%s:%d/%d' % (lineno, sides[0].get(lineno, 0), sides[1].get(lineno, 0)) for lineno in lines[:8]),
    )


def of_packages(work, options, pythons, reviewed):
    directory = os.path.join(work, 'packages')
    runs.with_packages(options.packages, directory)
    for driver in runs.drivers():
        name = os.path.basename(driver)[:-3]
        supporting = runs.supported(driver, pythons)
        wanted = any(fnmatch.fnmatchcase(name[len('uses_') :], only) for only in options.only)
        if wanted and len(supporting) > 1 and not (options.present and runs.missing(driver, options.packages)):
            yield name, os.path.join(directory, name + '.py'), supporting


def of_random_programs(work, options, pythons):
    """Programs of their own for each pair, in the syntax that the older of the two has."""
    for pair in runs.pairs(pythons):
        for start in range(0, options.random, AT_ONCE):
            seeds = range(options.seed + start, options.seed + min(start + AT_ONCE, options.random))
            name = 'random-%s-%d' % (pair[0].name, seeds[0])
            texts = {
                'p%d' % seed: programs.Program('%s %d' % (pair[0].name, seed), pair[0].version[1]).text()
                for seed in seeds
            }
            yield name, runs.with_modules(texts, os.path.join(work, name)), list(pair)


def compared(one, reviewed):
    name, program, pythons = one
    result = Result(name)
    try:
        result.read(runs.compare(program, pythons), pythons, reviewed)
    except RuntimeError as error:
        result.wrong.append(str(error))
    return result


def timed(program, pythons):
    """Seconds that the plain runs take, one after the other and as many at once as there are processors, and those of
    the comparison."""

    def plain(python):
        subprocess.run(
            [python.path] + runs.QUIET + [program],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env=runs.ENVIRONMENT,
            check=True,
        )

    def seconds(at_once):
        begin = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(at_once) as pool:
            list(pool.map(plain, pythons))
        return time.monotonic() - begin

    alone, together = seconds(1), seconds(os.cpu_count())
    begin = time.monotonic()
    runs.compare(program, pythons)
    return alone, together, time.monotonic() - begin


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('pythons', nargs='+', metavar='PYTHON')
    parser.add_argument('--packages', metavar='DIR', help='where .ci/debian-packages has put the packages')
    parser.add_argument('--present', action='store_true', help='only drivers whose packages are there')
    parser.add_argument('--only', action='append', metavar='GLOB', help='only these packages')
    parser.add_argument('--random', type=int, default=0, metavar='N', help='random programs for each pair')
    parser.add_argument('--seed', type=int, default=1, help='of the first random program')
    parser.add_argument('--time', action='store_true', help='measure the comparison of packages against plain runs')
    parser.add_argument('--most', type=int, default=20, help='differences to show of one program')
    parser.add_argument('-j', type=int, default=1, help='comparisons at once')
    options = parser.parse_args()
    options.only = options.only or ['*']
    pythons = runs.found(options.pythons)
    reviewed = Reviewed(os.path.join(runs.HERE, 'reviewed.txt'))
    seen, wrong = set(), 0
    with tempfile.TemporaryDirectory() as work, concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        tasks = list(of_packages(work, options, pythons, reviewed)) if options.packages else []
        packages = len(tasks)
        tasks += of_random_programs(work, options, pythons)
        print('%-22s %5s %s' % ('program', 'pairs', ' '.join(CATEGORIES)), flush=True)
        for result in pool.map(lambda one: compared(one, reviewed), tasks):
            print(result.row(), flush=True)
            for text in result.wrong[: options.most]:
                print('    ' + text, flush=True)
            if len(result.wrong) > options.most:
                print('    and %d more' % (len(result.wrong) - options.most), flush=True)
            wrong += len(result.wrong)
            seen.update((result.name, pair) for pair in result.pairs)
        for name, program, supporting in tasks[:packages] if options.time else []:
            alone, together, comparison = timed(program, supporting)
            print(
                '%-22s %d plain runs one after the other %.1f s, at once %.1f s; compared %.1f s: %.1f and %.1f times'
                % (name, len(supporting), alone, together, comparison, comparison / alone, comparison / together),
                flush=True,
            )
    for line in reviewed.unused(seen):
        print('reviewed, but not found: ' + line)
        wrong += 1
    print('%d wrong' % wrong)
    return bool(wrong)


if __name__ == '__main__':
    sys.exit(main())
