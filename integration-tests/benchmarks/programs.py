"""What overhead.py runs: the small programs of workloads/, and real ones."""

import os
import re

HERE = os.path.dirname(os.path.abspath(__file__))
WORKLOADS = os.path.join(HERE, 'workloads')

# rounds of each small program, so that a traced run takes about a second
SHAPES = {
    'lines.py': 150, 'calls.py': 250, 'deep.py': 200000, 'generators.py': 30000, 'coroutines.py': 15000, 'from_c.py': 100000,
    'through.py': 50000, 'caught.py': 40000, 'unwound.py': 4000, 'outside.py': 100000}
REAL = {'uses_networkx.py': 60, 'uses_docutils.py': 12, 'uses_jinja2.py': 12, 'uses_asyncio.py': 300}
# what a cost may depend on: (program, rounds, values of its argument)
SERIES = {
    'depth': ('deep.py', 200000, (10, 100, 400, 740)),
    'threads': ('threads.py', 240, (1, 2, 8)),
    'percent of the calls in scope': ('share.py', 60000, (0, 10, 50, 100))}


class Program:
    """A program, the rounds that are measured, and the options of `leadline trace` for it."""

    def __init__(self, path, rounds, arguments=(), scope=('user',)):
        self.name = ' '.join([os.path.basename(path), *arguments])
        self.path = path
        self.rounds = rounds
        self.arguments = list(arguments)
        self.scope = list(scope)

    def command(self, works):
        """The program with its arguments; with no work to do, it is its start alone."""
        return [self.path, str(self.rounds if works else 0), *self.arguments]

    def packages(self):
        """Names of the modules that it needs beyond the standard library."""
        with open(self.path) as source:
            first = source.readline()
        found = re.match('# debian: (.*)', first)
        return [name.replace('python3-', '') for name in found.group(1).split()] if found else []


def scaled(rounds, scale):
    return max(1, int(rounds * scale))


def shapes(scale):
    return [Program(os.path.join(WORKLOADS, file), scaled(rounds, scale)) for file, rounds in SHAPES.items()]


def real(scale):
    scope = ('user', 'site', 'stdlib')
    return [Program(os.path.join(WORKLOADS, 'real', file), scaled(rounds, scale), scope=scope) for file, rounds in REAL.items()]


def series(name, scale):
    file, rounds, values = SERIES[name]
    return [(value, Program(os.path.join(WORKLOADS, file), scaled(rounds, scale), [str(value)])) for value in values]
