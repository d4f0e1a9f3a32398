"""One run of one piece in a process of its own, plain or traced, and what became of each test."""

import ast
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from typing import Dict, List, NamedTuple

HERE = os.path.dirname(os.path.abspath(__file__))
LAUNCHER = os.path.join(HERE, '..', '..', 'leadline')
RUNNER = os.path.join(HERE, 'run_piece.py')
ADDRESS = re.compile(r'0x[0-9a-fA-F]+')
UNREADABLE = 'the trace has records that cannot be read'
# of ours, and of shells and CI: what changes how an interpreter behaves
REMOVED = ('PYTHONUNBUFFERED', 'PYTHONDONTWRITEBYTECODE', 'PYTHONPATH', 'PYTHONIOENCODING',
           'PYTHONHASHSEED', 'PYTHONWARNINGS', 'LANGUAGE', 'LEADLINE_PYTHON')


class Python(NamedTuple):
    """An interpreter under test. tests: the directory of its `test` package."""

    path: str
    version: tuple
    tests: str

    @classmethod
    def ask(cls, path):
        """ValueError: it has no `test` package with tests in it, as some distributions part them."""
        code = 'import sys, test; print(repr((sys.executable, sys.version_info[:2], test.__path__[0])))'
        answer = subprocess.run([path, '-c', code], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if answer.returncode:
            raise ValueError('%s has no `test` package' % path)
        found = cls(*ast.literal_eval(answer.stdout.decode()))
        if not os.path.exists(os.path.join(found.tests, 'test_grammar.py')):
            raise ValueError('%s: the tests are missing in %s; some distributions have them in a '
                             'package of their own' % (path, found.tests))
        return found

    def __str__(self):
        return '%d.%d' % self.version


class Ran(NamedTuple):
    """What a run left behind. status: None where it took too long and was killed."""

    outcomes: Dict[str, str]
    details: Dict[str, str]
    status: int
    seconds: float
    notices: List[str]
    error: str


def plain(python, piece, empty_tracer=False):
    flags = ['--empty-tracer'] if empty_tracer else []
    return _run(piece, lambda work: [python.path, RUNNER, *flags, work.results, piece.name])


def traced(python, piece, scope, options=()):
    roots = ['--root', python.tests] if scope == 'user' else []
    return _run(piece, lambda work: [
        LAUNCHER, 'trace', '--python', python.path, '--no-time', '--scope', scope, *roots, *options,
        '--format', 'json', '-o', work.summary, RUNNER, work.results, piece.name])


class Work:
    """A directory for one run: its working directory, its temporary files, its results."""

    def __init__(self):
        self.root = tempfile.mkdtemp(prefix='leadline-suite-')
        self.results = os.path.join(self.root, 'results')
        self.summary = os.path.join(self.root, 'summary.json')
        self.stderr = os.path.join(self.root, 'stderr')
        self.cwd = os.path.join(self.root, 'work')
        self.temporary = os.path.join(self.root, 'tmp')
        os.mkdir(self.cwd)
        os.mkdir(self.temporary)

    def environment(self):
        kept = {name: value for name, value in os.environ.items() if name not in REMOVED}
        return dict(kept, TMPDIR=self.temporary, LC_ALL='C.UTF-8', PYTHONHASHSEED='0')

    def lines(self):
        if not os.path.exists(self.results):
            return []
        with open(self.results, encoding='utf-8') as file:
            return [ast.literal_eval(line) for line in file]

    def notices(self):
        """What Leadline's own summary says that should not be; nothing of a plain run."""
        if not os.path.exists(self.summary) or not os.path.getsize(self.summary):
            return []
        with open(self.summary, encoding='utf-8') as file:
            summary = json.load(file)
        bad = [UNREADABLE] if summary['malformed_lines'] else []
        return bad + [notice['text'] for notice in summary['notices']]

    def tail(self):
        with open(self.stderr, encoding='utf-8', errors='replace') as file:
            return file.read()[-1500:]


def _run(piece, command):
    work = Work()
    try:
        start = time.monotonic()
        status = _wait(command(work), work, piece.seconds)
        seconds = time.monotonic() - start
        outcomes, details = _fold(work.lines())
        return Ran(outcomes, details, status, seconds, work.notices(), work.tail())
    finally:
        shutil.rmtree(work.root, ignore_errors=True)


def _wait(command, work, limit):
    """The exit status; None where the limit was reached, and then the whole session is ended."""
    with open(work.stderr, 'wb') as stderr:
        process = subprocess.Popen(
            command, cwd=work.cwd, env=work.environment(), stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=stderr, start_new_session=True)
    _running.add(process.pid)
    try:
        return process.wait(limit)
    except subprocess.TimeoutExpired:
        return None
    finally:
        _end(process.pid)
        _running.discard(process.pid)
        process.wait()


_running = set()  # process groups


def end_all():
    """End what other threads wait for, where this program is ended itself."""
    for group in list(_running):
        _end(group)


def _end(group):
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return  # nothing is left of it, as should be


def _fold(lines):
    """id -> outcome, id -> traceback or reason. The n-th test of one id is `id #n`."""
    outcomes, details, count, key = {}, {}, {}, {}
    for outcome, name, detail in lines:
        name = ADDRESS.sub('0x..', name)
        if outcome == 'start':
            count[name] = count.get(name, 0) + 1
            key[name] = name if count[name] == 1 else '%s #%d' % (name, count[name])
            outcomes[key[name]] = 'died'
            continue
        this = key.get(name, name)
        before = outcomes.get(this, 'died')
        if outcome == 'stop':
            # no outcome of its own: some of its subtests have one
            outcomes[this] = 'subtests' if before == 'died' else before
            continue
        outcomes[this] = outcome if before == 'died' else '+'.join(sorted({outcome, *before.split('+')}))
        details[this] = details.get(this, '') + detail
    return outcomes, details
