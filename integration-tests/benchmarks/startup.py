#!/usr/bin/env python3
"""What a check of many small programs costs, against plain runs of the same programs.

Both run two at a time on the same cores, `leadline check` with the JVM's start and exit, in turns;
the medians are printed. Build first (mvn -q -B -DskipTests package).
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
LEADLINE = os.path.join(ROOT, 'leadline')
PROGRAM = '''\
"""Program {number}: a few functions, most of which print."""
class Order:
    def __init__(self, lines):
        self.lines = lines

    def total(self):
        return sum(price(line) for line in self.lines)


def price(line):
    return line * {factor} if line % {step} else discount(line)


def discount(line):
    return line // 2


def main():
    order = Order(list(range({count})))
    print('order {number}:', order.total())
    return {status}


if __name__ == '__main__':
    status = main()
    if status:
        raise SystemExit(status)
'''


def write_programs(directory, number):
    """Programs, and a check file of all that expects what they do."""
    runs = []
    for i in range(number):
        name, count, status = 'program%03d.py' % i, 3 + i % 10, 3 if i % 50 == 49 else 0
        text = PROGRAM.format(number=i, factor=1 + i % 7, step=2 + i % 5, count=count, status=status)
        with open(os.path.join(directory, name), 'w') as stream:
            stream.write(text)
        runs.append({'program': name, 'expect': {'calls': {'main': 1, 'price': count}, 'exit': status}})
    with open(os.path.join(directory, 'leadline.yaml'), 'w') as stream:
        json.dump({'runs': runs}, stream)


def newest_two():
    """As Leadline finds them."""
    lines = subprocess.run([LEADLINE, 'pythons'], stdout=subprocess.PIPE, check=True,
                           universal_newlines=True).stdout.splitlines()
    paths = [word for line in lines for word in line.split() if word.startswith('/')]
    found = {}
    for path in paths:
        asked = subprocess.run([path, '-c', 'import sys; print(sys.hexversion)'],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        if asked.returncode == 0:
            found[int(asked.stdout)] = path
    return [found[version] for version in sorted(found)[-2:]]


def seconds(command, check=True, **more):
    start = time.perf_counter()
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=check, **more)
    return time.perf_counter() - start


def plain(directory, pythons, parallel):
    """Exit statuses other than 0 are some of the programs' own."""
    programs = os.path.join(directory, 'listed')
    with open(programs, 'w') as listed:
        listed.write('\n'.join(name for name in sorted(os.listdir(directory)) if name.endswith('.py')))
    return sum(seconds(['xargs', '-a', programs, '-P%d' % parallel, '-n1', python], False, cwd=directory)
               for python in pythons)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('pythons', nargs='*', help='interpreters; the newest two by default')
    parser.add_argument('--programs', type=int, default=100)
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--parallel', type=int, default=2, help='plain runs at the same time')
    options = parser.parse_args()
    pythons = options.pythons or newest_two()
    directory = tempfile.mkdtemp()
    try:
        write_programs(directory, options.programs)
        command = [LEADLINE, 'check', os.path.join(directory, 'leadline.yaml')]
        command += [word for python in pythons for word in ('--python', python)]
        print(subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True,
                             universal_newlines=True).stdout.splitlines()[-1], flush=True)
        rounds = []
        for _ in range(options.rounds):
            rounds.append((plain(directory, pythons, options.parallel), seconds(command)))
            print('plain %.2f s, Leadline %.2f s' % rounds[-1], flush=True)
    finally:
        shutil.rmtree(directory)
    untraced, traced = (statistics.median(column) for column in zip(*rounds))
    print('%d runs on %s: plain %.2f s, Leadline %.2f s, ratio %.2f' % (
        len(pythons) * options.programs, ', '.join(pythons), untraced, traced, traced / untraced))


if __name__ == '__main__':
    main()
