#!/usr/bin/env python3
"""Mutants on an interpreter against the original on its neighbour: nothing may be hidden. See README.md."""

import argparse
import collections
import concurrent.futures
import fnmatch
import json
import os
import random
import subprocess
import sys
import tempfile
import warnings

import mutations
import programs
import runs
import steps

RECORDER = os.path.join(os.path.dirname(runs.HERE), 'oracle', 'raw_recorder.py')
MOST_LINES = 20000  # of one random program; a mutant that runs longer is left out
PATIENCE = 120  # seconds for a package's driver; a mutant that runs longer is left out
BATCH = 20  # random programs in one run, each with one mutation
LIGHT = [
    'tomli',
    'tabulate',
    'mistune',
    'markdown',
    'isodate',
    'dateutil',
    'packaging',
    'toolz',
    'attr',
    'yaml',
    'simplejson',
    'pyparsing',
    'ply',
    'sqlparse',
    'click',
    'jinja2',
    'prettytable',
]


class Recording:
    """What CPython itself reports of a program, by files: the ground truth."""

    def __init__(self, python, main, work):
        out = os.path.join(work, 'raw-%s' % os.urandom(6).hex())
        run = subprocess.run(
            [python.path] + runs.QUIET + [RECORDER, 'user', out, 'script', main],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=runs.ENVIRONMENT,
            timeout=PATIENCE,
        )
        self.directory = os.path.dirname(main)
        self.printed = (run.returncode, run.stdout)
        self.events = collections.defaultdict(list)
        with open(out) as stream:
            for line in stream:
                event, _, file, name, firstlineno, lineno, raised, _, _ = json.loads(line)
                self.events[os.path.relpath(file, os.path.dirname(main))].append(
                    (event, name, firstlineno, lineno, raised)
                )
        os.remove(out)

    def executed(self):
        """(file, line) of each line that ran."""
        return {(file, one[3]) for file, events in self.events.items() for one in events if one[0] == 'line'}

    def steps(self, file):
        """The path through a file, statement by statement."""
        path = os.path.join(self.directory, file)
        first = steps.statements(read(path)) if os.path.isfile(path) else {}
        return steps.of(self.events[file], first)

    def goes_another_way(self, other, files):
        """Whether another statement ran, or something was called or raised otherwise."""
        return any(self.events[file] != other.events[file] and self.steps(file) != other.steps(file) for file in files)

    def differs(self, other, files):
        """The first event that is another, as (file, place), or None."""
        for file in sorted(files):
            own, others = self.events[file], other.events[file]
            if own != others:
                return file, next(
                    (at for at, pair in enumerate(zip(own, others)) if pair[0] != pair[1]), min(len(own), len(others))
                )
        return None

    def around(self, place):
        """The activation's lines up to a place, for people."""
        file, at = place
        events = self.events[file]
        return ' '.join(
            '%s %s:%s%s' % (event, name, lineno, ' ' + raised if raised else '')
            for event, name, _, lineno, raised in events[max(0, at - 3) : at + 4]
        )


class Leadline:
    """Traces and their differences, by the files of the functions."""

    def __init__(self, work):
        self.work = work

    def trace(self, python, main):
        file = os.path.join(self.work, 'trace-%s.ndjson' % os.urandom(6).hex())
        run = subprocess.run(
            [
                runs.LEADLINE,
                'trace',
                '--python',
                python.path,
                '--python-option=' + ' '.join(runs.QUIET),
                '--module-level',
                '-o',
                file,
                main,
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=runs.ENVIRONMENT,
        )
        return file, (run.returncode, run.stdout)

    def of_program(self, left, right):
        """How often something of the program differs, by file, function and kind."""
        found = collections.Counter()
        for group in json.loads(runs.output([runs.LEADLINE, 'diff', '--format', 'json', left, right]))['groups']:
            if group['category'] == 'program':
                found[group['file'], group['qualname'], group['kind'], lines_of(group)] += group['count']
        return found


def lines_of(group):
    return tuple(
        tuple((line['lineno'], line['count']) for line in (group[side] or {'lines': []})['lines'])
        for side in ('left', 'right')
    )


class Tally:
    def __init__(self):
        self.there = self.found = self.equal = self.output = self.left_out = self.within = self.within_found = 0
        self.missed = []

    def add(self, other):
        for name in ('there', 'found', 'equal', 'output', 'left_out', 'within', 'within_found'):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.missed += other.missed


class Pair:
    """An original on one interpreter, and again on its neighbour; what they differ in is no mutant's doing."""

    def __init__(self, leadline, pythons, main):
        self.leadline = leadline
        self.older, self.younger = pythons
        self.main = main
        self.trace, self.printed = leadline.trace(self.older, main)
        again, self.printed_again = leadline.trace(self.younger, main)
        self.before = leadline.of_program(self.trace, again)
        self.raw = Recording(self.younger, main, leadline.work)
        twice = Recording(self.younger, main, leadline.work)
        self.stable = self.raw.events == twice.events
        os.remove(again)

    def excess(self, main):
        """What the comparison of the original with a mutant calls the program's doing, beyond what it did before."""
        trace, printed = self.leadline.trace(self.younger, main)
        excess = self.leadline.of_program(self.trace, trace) - self.before
        os.remove(trace)
        return excess, printed


def judge(tally, where, excess, raw, mutant, files):
    """Counts one mutant with other events; `excess` is what was found in its files."""
    place = raw.differs(mutant, files)
    if not raw.goes_another_way(mutant, files):
        tally.within += 1
        tally.within_found += bool(excess)
        return
    tally.there += 1
    if excess:
        tally.found += 1
    else:
        tally.missed.append('%s\n    original %s\n    mutant   %s' % (where, raw.around(place), mutant.around(place)))


def package_mutants(leadline, pythons, driver, count, seed, original, mutant):
    """Mutants of one driver's packages, one after another."""
    tally = Tally()
    name = os.path.basename(driver)
    pair = Pair(leadline, pythons, os.path.join(original, name))
    label = '%s %s' % ('/'.join(one.name for one in pythons), name[len('uses_') : -3])
    if not pair.stable:
        raise RuntimeError(label + ': the program does not do the same twice')
    candidates = sites(original, sorted(pair.raw.executed()), random.Random('%s %s' % (seed, label)))
    for file, mutation in candidates:
        if tally.there >= count:
            break
        path = os.path.join(mutant, file)
        replace(path, mutation.apply(read(path)))
        compile_all(pair.younger, mutant, pair.raw.events)
        try:
            raw = Recording(pair.younger, os.path.join(mutant, name), leadline.work)
            where = '%s: %s:%d %s' % (label, file, mutation.lineno, mutation.what)
            files = set(pair.raw.events) | set(raw.events)
            if pair.raw.differs(raw, files):
                excess, _ = pair.excess(os.path.join(mutant, name))
                judge(tally, where, excess, pair.raw, raw, files)
            elif pair.raw.printed != raw.printed:
                tally.output += 1
            else:
                tally.equal += 1
        except subprocess.TimeoutExpired:
            tally.left_out += 1
        finally:
            replace(path, read(os.path.join(original, file)))
    os.remove(pair.trace)
    return label, tally


def sites(directory, executed, draw):
    """(file, mutation) on lines that ran, at random."""
    by_file = collections.defaultdict(set)
    for file, lineno in executed:
        if not file.startswith(('uses_', '..')) and os.path.exists(os.path.join(directory, file)):
            by_file[file].add(lineno)
    files = sorted(by_file)
    made = {}
    while files:
        file = draw.choice(files)
        if file not in made:
            made[file] = mutations.at_random(read(os.path.join(directory, file)), by_file[file], draw)
        mutation = next(made[file], None)
        if mutation is None:
            files.remove(file)
        else:
            yield file, mutation


def read(path):
    with open(path, 'rb') as file:
        return file.read()


def replace(path, data):
    """Writes a file anew: others may be links to the old one; what was compiled of it is removed."""
    os.unlink(path)
    with open(path, 'wb') as file:
        file.write(data)
    compiled = os.path.join(os.path.dirname(path), '__pycache__')
    stem = os.path.basename(path)[:-2]
    for name in os.listdir(compiled) if os.path.isdir(compiled) else []:
        if name.startswith(stem):
            os.unlink(os.path.join(compiled, name))


def compile_all(python, directory, files):
    """Compiles what is not compiled yet. From 3.9 on, a set of constants may have another order where its code was just
    compiled than where it was read from a file: the original runs as compiled before, and so has the mutant to.
    """
    sources = [path for path in (os.path.join(directory, file) for file in sorted(files)) if os.path.isfile(path)]
    subprocess.run(
        [python.path] + runs.QUIET + ['-m', 'compileall', '-q'] + sources,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env=runs.ENVIRONMENT,
    )


def random_mutants(leadline, pythons, seeds, work):
    """One mutant of each of some random programs, all in one run."""
    older, younger = pythons
    tally = Tally()
    label = '%s random %d-%d' % ('/'.join(one.name for one in pythons), seeds[0], seeds[-1])
    texts = {'p%d' % seed: programs.Program('%s %d' % (older.name, seed), older.version[1]).text() for seed in seeds}
    original = runs.with_modules(texts, os.path.join(work, label.replace('/', '-').replace(' ', '-')))
    pair = Pair(leadline, pythons, original)
    executed = pair.raw.executed()
    chosen = {}
    for name, text in texts.items():
        draw = random.Random('%s %s' % (label, name))
        lines = {lineno for file, lineno in executed if file == name + '.py'}
        chosen[name] = next(mutations.at_random(text.encode(), lines, draw))
    mutated = {name: chosen[name].apply(texts[name].encode()).decode() for name in texts}
    directory = os.path.dirname(original) + '-mutants'
    runs.with_modules(mutated, directory)
    stopped = (
        subprocess.run(
            [younger.path] + runs.QUIET + [os.path.join(runs.HERE, 'stops.py'), str(MOST_LINES)] + sorted(mutated),
            cwd=directory,
            stdout=subprocess.PIPE,
            check=True,
        )
        .stdout.decode()
        .split()
    )
    for name in stopped:
        tally.left_out += 1
        with open(os.path.join(directory, name + '.py'), 'w') as file:
            file.write(texts[name])
    main = os.path.join(directory, 'main.py')
    raw = Recording(younger, main, leadline.work)
    excess, _ = pair.excess(main)
    for name in sorted(set(texts) - set(stopped)):
        file = name + '.py'
        if pair.raw.differs(raw, [file]):
            where = '%s: %s:%d %s' % (label, file, chosen[name].lineno, chosen[name].what)
            judge(
                tally,
                where,
                [one for one in excess if one[0] == file],
                pair.raw,
                raw,
                [file],
            )
        else:
            tally.equal += 1
    return label, tally


def tasks(options, pythons, work, leadline):
    pairs = [
        pair for pair in runs.pairs(pythons) if not options.pair or ','.join(one.name for one in pair) in options.pair
    ]
    for pair in pairs:
        for start in range(0, options.random, BATCH):
            seeds = range(options.seed + start, options.seed + min(start + BATCH, options.random))
            yield lambda pair=pair, seeds=seeds: random_mutants(leadline, pair, seeds, work)
    if not options.packages:
        return
    chosen = [
        driver
        for driver in runs.drivers()
        if any(
            fnmatch.fnmatchcase(os.path.basename(driver)[len('uses_') : -3], only) for only in options.program or LIGHT
        )
    ]
    original = os.path.join(work, 'original')
    runs.with_packages(options.packages, original)
    free = []
    for number in range(options.j):
        free.append(os.path.join(work, 'mutant%d' % number))
        runs.with_packages(options.packages, free[-1])
    work_list = [(driver, pair) for driver in chosen for pair in pairs if len(runs.supported(driver, pair)) == 2]
    share = -(-options.count // max(1, len(work_list)))

    def one(driver, pair):
        mutant = free.pop()
        try:
            return package_mutants(leadline, pair, driver, share, options.seed, original, mutant)
        finally:
            free.append(mutant)

    for driver, pair in work_list:
        yield lambda driver=driver, pair=pair: one(driver, pair)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('pythons', nargs='+', metavar='PYTHON')
    parser.add_argument('--packages', metavar='DIR', help='where .ci/debian-packages has put the packages')
    parser.add_argument('--program', action='append', metavar='GLOB', help='only these packages')
    parser.add_argument('--count', type=int, default=200, help='mutants of packages, over all pairs')
    parser.add_argument('--random', type=int, default=0, metavar='N', help='mutants of random programs for each pair')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--pair', action='append', metavar='X,Y', help='only these neighbours, such as 3.11,3.12')
    parser.add_argument('-j', type=int, default=1, help='programs at once')
    options = parser.parse_args()
    warnings.simplefilter('ignore')  # what the compiler thinks of a mutant
    pythons = runs.found(options.pythons)
    total = Tally()
    with tempfile.TemporaryDirectory() as work, concurrent.futures.ThreadPoolExecutor(options.j) as pool:
        leadline = Leadline(work)
        print('%-30s %s' % ('program', 'another path  found  within one  found  equal  output only  left out'))
        for label, tally in pool.map(lambda task: task(), tasks(options, pythons, work, leadline)):
            print(
                '%-30s %12d %6d %11d %6d %6d %12d %9d'
                % (
                    label,
                    tally.there,
                    tally.found,
                    tally.within,
                    tally.within_found,
                    tally.equal,
                    tally.output,
                    tally.left_out,
                ),
                flush=True,
            )
            for miss in tally.missed:
                print('  hidden: ' + miss, flush=True)
            total.add(tally)
    print(
        '%d of %d mutants found, %d of %d of those that differ within one statement'
        % (total.found, total.there, total.within_found, total.within)
    )
    return total.found != total.there


if __name__ == '__main__':
    sys.exit(main())
