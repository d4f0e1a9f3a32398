"""Runs the agent's unit tests on every CPython 3.6+ that is found, or is required; Maven's test phase calls it.

They run once for each engine: with the trace functions in Python, and with those in C, where these can be built.
A file whose first line begins with `# one engine` tests what has nothing of the trace functions; it runs with those in C,
or in Python where the others cannot be built. One that begins with `# either engine` tests what is around the trace functions,
and runs with those in C on one interpreter and those in Python on the next. One that begins with `# once` names the engine
of each of its runs itself, or has none; it runs once.
`ends` in place of `all` takes one engine, and runs each file on either the oldest or the newest version, in turn.
A directory behind it is an agent's that the trace functions in C were just built for; else they are built first.

Looks into $LEADLINE_PYTHONS (executables or directories, separated like PATH), pyenv's versions and
PATH. $LEADLINE_REQUIRED_PYTHONS (`3.6,3.13x2`) names the versions that must be among them, and that they then run on:
one release of 3.6 and two of 3.13.
"""

import concurrent.futures
import glob
import os
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
AGENT = os.path.dirname(HERE)
sys.path.insert(0, os.path.join(AGENT, 'native'))
native = __import__('build')
# how the first line of a file begins -> the engines that it runs with, of those tested, on the interpreter of this turn
_MARKS = {
    '# once': lambda tested, turn: ['none'],
    '# one engine': lambda tested, turn: tested[-1:],
    '# either engine': lambda tested, turn: [tested[-1 - turn % len(tested)]],
    '': lambda tested, turn: tested}
ASK = 'import sys; print(sys.implementation.name, "%d.%d.%d" % sys.version_info[:3], sys.executable)'


def candidates():
    """Paths that may be interpreters, each file once; those asked for by name come first."""
    found = []
    for entry in os.environ.get('LEADLINE_PYTHONS', '').split(os.pathsep):
        if os.path.isdir(entry):
            found += glob.glob(os.path.join(entry, 'bin', 'python3.*'))
            found += glob.glob(os.path.join(entry, 'python3.*'))
        elif entry:
            found.append(entry)
    pyenv = os.environ.get('PYENV_ROOT') or os.path.expanduser('~/.pyenv')
    found += sorted(glob.glob(os.path.join(pyenv, 'versions', '*', 'bin', 'python')))
    for directory in os.environ.get('PATH', '').split(os.pathsep):
        if os.path.basename(directory) == 'shims':
            continue  # scripts of pyenv, which start what was found there, and take long
        found += sorted(glob.glob(os.path.join(directory, 'python3')))
        found += sorted(glob.glob(os.path.join(directory, 'python3.[0-9]*')))
    files = {}
    for path in [sys.executable] + found:
        files.setdefault(os.path.realpath(path), path)
    return list(files.values())


def interpreters():
    """version -> executable: the first CPython 3.6+ found of each version, in the order in which they were found."""
    found = {}
    for path in candidates():
        try:
            answer = subprocess.run([path, '-I', '-c', ASK], stdout=subprocess.PIPE,
                                    stderr=subprocess.DEVNULL, timeout=30)
        except (OSError, subprocess.TimeoutExpired):
            continue
        words = answer.stdout.decode('utf-8', 'replace').split(None, 2)
        if len(words) == 3 and words[0] == 'cpython' and _number(words[1]) >= (3, 6):
            found.setdefault(words[1], words[2].strip())
    return found


def _number(version):
    return tuple(int(part) for part in version.split('.'))


def halves(found, ends):
    """(version, half of the test modules) for each run of an engine; the oldest, which is the slowest, first."""
    names = sorted(found, key=_number)
    if ends:
        return [(names[0], 0), (names[-1], 1)]
    return [(name, half) for name in names for half in (0, 1)]  # so that the last that run leave no core without work


def chosen(found):
    """(the interpreters to run on, the required versions that too few have): the first found, as of the integration tests."""
    required = os.environ.get('LEADLINE_REQUIRED_PYTHONS', '').replace(',', ' ').split()
    used, missing = [], []
    for name in required:
        version, _, number = name.partition('x')
        have = [one for one in found if (one + '.').startswith(version + '.')][:int(number or 1)]
        used += have
        if len(have) < int(number or 1):
            missing.append(name)
    return ({name: found[name] for name in used} if required else found), missing


def engines(built=None):
    """The engines that can be tested; built: a directory of an agent with that in C, where it can be built."""
    if built is None:
        return ['python', 'native'] if native.is_built(AGENT) else ['python']
    libraries = glob.glob(os.path.join(built, 'native', sys.platform + '-*'))
    for file in libraries:
        own = os.path.join(AGENT, 'native', os.path.basename(file))
        shutil.copy(file, own + '.part')
        os.replace(own + '.part', own)  # a process may run the one that is there
    return ['python', 'native'] if libraries else ['python']


def modules(engine, tested, turn):
    """The names of the test modules that run with this engine of those tested, or with `none`; turn: the interpreter's."""
    names = []
    for file in sorted(glob.glob(os.path.join(HERE, 'test_*.py'))):
        with open(file, encoding='utf-8') as stream:
            first = stream.readline()
        mark = next(mark for mark in _MARKS if first.startswith(mark))
        if engine in _MARKS[mark](tested, turn):
            names.append(os.path.basename(file)[:-len('.py')])
    return names


def run(executable, engine, names):
    """(exit status, output) of the test modules on one interpreter."""
    command = [executable, '-W', 'error', '-m', 'unittest'] + names
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=HERE,
                          env=dict(os.environ, PYTHONDONTWRITEBYTECODE='1', LEADLINE_TEST_ENGINE=engine))
    return done.returncode, done.stdout.decode('utf-8', 'replace')


def main():
    found, absent = chosen(interpreters())
    failed = ['no CPython %s found' % version for version in absent]
    tested = engines(*sys.argv[2:])
    ends = sys.argv[1:2] == ['ends']
    if ends:
        tested = tested[-1:]
    tasks = []
    for engine in tested[::-1] + ['none']:  # what takes longest comes first
        for place, (version, half) in enumerate(halves(found, ends)):
            tasks.append((version, engine, modules(engine, tested, place // 2)[half::2]))
    # a test waits for processes at times
    with concurrent.futures.ThreadPoolExecutor(2 * (os.cpu_count() or 1)) as pool:
        results = pool.map(lambda task: run(found[task[0]], *task[1:]), tasks)
        for (version, engine, _names), (status, output) in zip(tasks, results):
            ran = [line for line in output.splitlines() if line.startswith('Ran ')]
            print('agent with engine %-6s on CPython %-8s %s (%s)' % (engine, version, ''.join(ran), found[version]))
            if status or not ran or ran[0].startswith('Ran 0 '):
                failed.append('the agent with engine %s fails on CPython %s' % (engine, version))
                print(output)
    for line in failed:
        print('error: ' + line)
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
