#!/usr/bin/env python3
"""Kills runs of Leadline at random moments and looks at what is left: see README.md."""

import argparse
import collections
import concurrent.futures
import glob
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
LEADLINE = os.path.join(os.path.dirname(os.path.dirname(HERE)), 'leadline')
PROGRAMS = os.path.join(HERE, 'programs')
TOKEN = 'LEADLINE_KILL_SWEEP'
BATCH = 4000  # events that a process or thread may hold; recorder._BATCH of the agent
PATIENCE = 120  # seconds: for a condition that comes at once on an idle machine
TARGETS = ['jvm'] * 6 + ['group'] * 2 + ['python', 'python', 'child', 'watchdog']
SIGNALS = {
    'jvm': ['KILL', 'KILL', 'KILL', 'TERM', 'INT', 'HUP'], 'group': ['KILL', 'TERM'],
    'python': ['KILL', 'TERM'], 'child': ['KILL', 'TERM'], 'watchdog': ['KILL']}
MOMENTS = ['time', 'python', 'log', 'log', 'settled', 'end']


class Plan:
    """What one round does; the seed alone decides."""

    def __init__(self, seed, pythons):
        draw = random.Random(seed)
        self.seed = seed
        self.python = draw.choice(pythons)
        self.other = draw.choice(pythons)
        self.command = draw.choice(['trace'] * 7 + ['check', 'compare', 'depths'])
        self.follow = self.command == 'trace' and draw.random() < .5
        self.file = draw.choice(['t.ndjson', 't.ndjson.gz']) if self.command == 'trace' else None
        self.program = draw.choice(['fast', 'slow', 'waits', 'threads', 'forks', 'starts'])
        self.target = draw.choice(TARGETS)
        if self.target == 'child' and self.program not in ('forks', 'starts'):
            self.target = 'python'
        self.signal = draw.choice(SIGNALS[self.target])
        self.moment = draw.choice(MOMENTS)
        if self.moment == 'settled' and (
                self.file is None or self.program not in ('slow', 'waits')):
            self.moment = 'log'
        # what is killed besides Leadline itself leaves a run that has to end by itself
        self.short = self.moment == 'end' or self.target not in ('jvm', 'group')
        self.delay = draw.random() * {'time': 1.5, 'python': .15, 'end': .3}.get(self.moment, .7)

    def words(self):
        program = [os.path.join(PROGRAMS, self.program + '.py')] + ['short'] * self.short
        if self.command == 'check':
            return ['check', '--python', self.python, 'check.yaml']
        if self.command == 'compare':
            return ['compare', '--python', self.python, '--python', self.other] + program
        if self.command == 'depths':
            return ['depths', '--python', self.python] + program
        return ['trace', '--python', self.python, '-o', self.file] + (
            ['--follow'] * self.follow) + program

    def __str__(self):
        return '%-7s %s %-7s %-11s %-4s to %-6s at %s+%.2f s, %s' % (
            self.command, '--follow' if self.follow else '        ', self.program, self.file or '-',
            self.signal, self.target, self.moment, self.delay, self.python)


class Run:
    """One run of Leadline in a directory of its own; its processes are known by a variable."""

    def __init__(self, plan):
        self.plan = plan
        self.directory = os.path.realpath(tempfile.mkdtemp(prefix='kills-'))
        self.temporary = os.path.join(self.directory, 'tmp')
        os.mkdir(self.temporary)
        self.file = plan.file and os.path.join(self.directory, plan.file)
        with open(os.path.join(self.directory, 'check.yaml'), 'w') as check:
            json.dump({'runs': [{'program': os.path.join(PROGRAMS, plan.program + '.py'),
                                 'args': ['short'] * plan.short}]}, check)
        self._mark = '%s=%s\0' % (TOKEN, self.directory)
        with open(os.path.join(self.directory, 'err'), 'wb') as err:
            self.process = subprocess.Popen(
                [LEADLINE] + plan.words(), cwd=self.directory, stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=err, start_new_session=True,
                env=dict(os.environ, TMPDIR=self.temporary, **{TOKEN: self.directory}))

    def processes(self):
        """(pid, command line) of those that are there, the eldest first."""
        found = []
        for path in glob.glob('/proc/[0-9]*'):
            try:
                with open(path + '/environ', 'rb') as environment:
                    if self._mark.encode() not in environment.read() + b'\0':
                        continue
                with open(path + '/stat') as stat:
                    fields = stat.read().rpartition(')')[2].split()
                with open(path + '/cmdline', 'rb') as line:
                    words = line.read().replace(b'\0', b' ').decode('utf-8', 'replace')
            except OSError:
                continue
            if fields[0] != 'Z':
                found.append((int(fields[19]), int(path[6:]), words))
        return [(pid, words) for _, pid, words in sorted(found)]

    def pythons(self):
        return [pid for pid, words in self.processes()
                if 'leadline_agent' in words or '-c' in words.split()[1:2] and 'marks' in words]

    def target(self):
        """The process to signal, negative for the group; None where it is not there."""
        kind = self.plan.target
        if kind in ('jvm', 'group'):
            return self.process.pid if kind == 'jvm' else -self.process.pid
        if kind == 'watchdog':
            found = [pid for pid, words in self.processes() if 'leadline-watchdog' in words]
        else:
            found = self.pythons()[kind == 'child':]
        return found[0] if found else None

    def is_over(self):
        return self.process.poll() is not None

    def log(self):
        """(pid, ns) of each call of mark(), in order."""
        try:
            with open(os.path.join(self.directory, 'log')) as log:
                return [tuple(map(int, line.split())) for line in log.read().split('\n')[:-1]]
        except FileNotFoundError:
            return []

    def main(self):
        """The program's first process, which is not the first to call mark() where children do; None before it begins."""
        try:
            with open(os.path.join(self.directory, 'main')) as main:
                return int(main.read() or 0)
        except FileNotFoundError:
            return None

    def stored(self):
        """What can be read of the trace, as text."""
        try:
            with open(self.file, 'rb') as stored:
                data = stored.read()
        except FileNotFoundError:
            return ''
        if self.file.endswith('.gz'):
            data = zlib.decompressobj(31).decompress(data)
        return data.decode('ascii')

    def stored_marks(self):
        text = self.stored()
        code = re.search(r'"code":(\d+),"file":"[^"]*","function":"mark"', text)
        return len(re.findall(r'\["call",%s,' % code.group(1), text)) if code else 0

    def wait_for_moment(self):
        moment = self.plan.moment
        if moment == 'python':
            self.wait(self.pythons)
        elif moment in ('log', 'settled'):
            self.wait(self.log)
        elif moment == 'end':
            self.wait(lambda: os.path.exists(os.path.join(self.directory, 'ends')))
        time.sleep(self.plan.delay)
        if moment == 'settled':
            logged = len(self.log())
            self.wait(lambda: self.stored_marks() >= logged)
            self.settled = logged

    settled = 0

    def wait(self, came):
        """Until the condition holds or the run is over; whether it does."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and not self.is_over():
            if came():
                return True
            time.sleep(.005)
        return bool(came())

    def clean_up(self):
        for pid, _ in self.processes():
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.kill()
        self.process.wait()
        shutil.rmtree(self.directory, ignore_errors=True)


def round_of(plan, lag):
    """What is wrong after one kill, as sentences."""
    run = Run(plan)
    try:
        run.wait_for_moment()
        target = run.wait(lambda: run.target() is not None) and run.target()
        killed = int(time.monotonic() * 1e9)
        if target and not run.is_over():
            try:
                os.kill(target, getattr(signal, 'SIG' + plan.signal))
            except ProcessLookupError:
                target = None
        wrong = list(what_stays(run))
        if run.file:
            wrong += what_the_trace_lacks(run, killed if target else None, lag)
        with open(os.path.join(run.directory, 'err'), errors='replace') as err:
            text = err.read()
        if re.search(r'^\s+at [\w.$/]+\(|Exception in thread|a fault in Leadline', text, re.M):
            wrong.append('stderr: ' + text[:2000])
        return wrong
    finally:
        run.clean_up()


def what_stays(run):
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if run.is_over() and not run.processes() and not os.listdir(run.temporary):
            return
        time.sleep(.05)
    if not run.is_over():
        yield 'Leadline runs on'
    for pid, words in run.processes():
        yield 'process %d stays: %s' % (pid, words[-200:])
    for name in os.listdir(run.temporary):
        yield 'temporary file %s stays' % name


def what_the_trace_lacks(run, killed, lag):
    """killed: when, or None where nothing was."""
    plan = run.plan
    expected = collections.Counter()
    log, main = run.log(), run.main()
    abrupt = killed is not None and (plan.signal == 'KILL' and plan.target in ('jvm', 'group'))
    for process, moment in log:
        followed = plan.follow or process == main
        if followed and (not abrupt or moment < killed - lag * 1e9):
            expected[process] += 1
    least = sum(expected.values())
    if killed is not None and not abrupt and (plan.target, plan.signal) != ('jvm', plan.signal):
        least -= 4 * BATCH  # each thread or process that dies may hold a batch
    least = max(least, run.settled)
    if not os.path.exists(run.file):
        if least > 0:
            yield 'there is no trace'
        return
    report = subprocess.run([LEADLINE, 'report', '--format', 'json', run.file],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
    if report.returncode != 0:
        error = report.stderr.decode('utf-8', 'replace')
        began = 'the trace is empty' not in error and 'in its first line' not in error
        if began or least > 0:
            yield 'the trace cannot be read: ' + error
        return
    summary = json.loads(report.stdout.decode('utf-8'))
    calls = sum(one['calls'] for one in summary['functions'] if one['function'] == 'mark')
    if calls < least:
        yield 'the trace has %d calls of %d (%d logged)' % (calls, least, len(log))
    if abrupt and summary['outcome'] == 'completed' and not os.path.exists(
            os.path.join(run.directory, 'ends')):
        yield 'the trace says that the program completed'
    if not abrupt and summary['outcome'] == 'cut':
        yield 'the trace does not say how it ended'


def busy(number):
    """Processes that do nothing but take time."""
    return [subprocess.Popen([sys.executable, '-c', 'while True: pass']) for _ in range(number)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('pythons', nargs='+', metavar='PYTHON')
    parser.add_argument('--number', type=int, default=300, help='kills')
    parser.add_argument('--seed', type=int, help='of the first kill; the next ones follow it')
    parser.add_argument('-j', type=int, default=2, help='runs at once')
    parser.add_argument('--load', type=int, default=0, help='busy processes beside them')
    parser.add_argument('--lag', type=float, default=1.0,
                        help='seconds before SIGKILL that a trace may lack')
    options = parser.parse_args()
    first = random.randrange(10 ** 6) if options.seed is None else options.seed
    pythons = options.pythons
    failed = []
    load = busy(options.load)
    try:
        with concurrent.futures.ThreadPoolExecutor(options.j) as pool:
            plans = [Plan(seed, pythons) for seed in range(first, first + options.number)]
            rounds = [(plan, pool.submit(round_of, plan, options.lag)) for plan in plans]
            for plan, result in rounds:
                wrong = result.result()
                print('%7d  %s  %s' % (plan.seed, plan, 'ok' if not wrong else 'WRONG'), flush=True)
                for sentence in wrong:
                    print('         ' + sentence.replace('\n', '\n         '), flush=True)
                if wrong:
                    failed.append(plan.seed)
    finally:
        for process in load:
            process.kill()
    print('%d kills from seed %d, %d wrong%s' % (
        options.number, first, len(failed), ': seeds ' + ' '.join(map(str, failed)) if failed else ''))
    return bool(failed)


if __name__ == '__main__':
    sys.exit(main())
