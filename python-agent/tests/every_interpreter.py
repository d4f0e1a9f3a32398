"""Runs the agent's unit tests on every CPython 3.6+ that is found; Maven's test phase calls it.

They run once for each engine: with the trace functions in Python, and with those in C, where these can be built.
A file whose first line begins with `# one engine` tests what has nothing of the trace functions; it runs with those in C,
or in Python where the others cannot be built. A file whose first line begins with `# once` names the engine of each of its
runs itself, or has none; it runs once.
`ends` in place of `all` takes the oldest and the newest version, and one engine.

Looks into $LEADLINE_PYTHONS (executables or directories, separated like PATH), pyenv's versions and
PATH. $LEADLINE_REQUIRED_PYTHONS (`3.6,3.13x2`) names the versions that must be among them: one release of
3.6 and two of 3.13.
"""

import concurrent.futures
import glob
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
AGENT = os.path.dirname(HERE)
sys.path.insert(0, os.path.join(AGENT, 'native'))
native = __import__('build')
ASK = 'import sys; print(sys.implementation.name, "%d.%d.%d" % sys.version_info[:3], sys.executable)'


def candidates():
    """Paths that may be interpreters, without doubles; those asked for by name come first."""
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
        found += sorted(glob.glob(os.path.join(directory, 'python3')))
        found += sorted(glob.glob(os.path.join(directory, 'python3.[0-9]*')))
    return list(dict.fromkeys([sys.executable] + found))


def interpreters():
    """version -> executable: the first CPython 3.6+ found of each version."""
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
    return dict(sorted(found.items(), key=lambda item: _number(item[0])))


def _number(version):
    return tuple(int(part) for part in version.split('.'))


def ends(found):
    """The oldest and the newest of them."""
    names = list(found)
    return {name: found[name] for name in (names[0], names[-1])}


def missing(found):
    """The required versions that no interpreter has."""
    required = os.environ.get('LEADLINE_REQUIRED_PYTHONS', '').replace(',', ' ').split()
    wanted = [(name,) + name.partition('x')[::2] for name in required]
    return [name for name, version, number in wanted
            if sum((have + '.').startswith(version + '.') for have in found) < int(number or 1)]


def engines():
    """The engines that can be tested."""
    return ['python', 'native'] if native.is_built(AGENT) else ['python']


def modules(engine, tested):
    """The names of the test modules that run with this engine of those tested, or with `none`."""
    names = []
    for file in sorted(glob.glob(os.path.join(HERE, 'test_*.py'))):
        with open(file, encoding='utf-8') as stream:
            first = stream.readline()
        if first.startswith('# once'):
            engines_of_file = ['none']
        else:
            engines_of_file = tested[-1:] if first.startswith('# one engine') else tested
        if engine in engines_of_file:
            names.append(os.path.basename(file)[:-len('.py')])
    return names


def run(executable, engine, names):
    """(exit status, output) of the test modules on one interpreter."""
    command = [executable, '-W', 'error', '-m', 'unittest'] + names
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=HERE,
                          env=dict(os.environ, PYTHONDONTWRITEBYTECODE='1', LEADLINE_TEST_ENGINE=engine))
    return done.returncode, done.stdout.decode('utf-8', 'replace')


def main():
    found = interpreters()
    absent = missing(found)
    failed = ['no CPython %s found' % version for version in absent]
    tested = engines()
    if sys.argv[1:] == ['ends']:
        found, tested = ends(found), tested[-1:]
    named = {engine: modules(engine, tested) for engine in tested + ['none']}
    with concurrent.futures.ThreadPoolExecutor((os.cpu_count() or 1) + 1) as pool:  # a test waits for processes at times
        tasks = [(version, executable, engine) for engine in named for version, executable in found.items()]
        results = zip(tasks, pool.map(lambda task: run(*task[1:], named[task[2]]), tasks))
        for (version, executable, engine), (status, output) in results:
            ran = [line for line in output.splitlines() if line.startswith('Ran ')]
            print('agent with engine %-6s on CPython %-8s %s (%s)' % (engine, version, ''.join(ran), executable))
            if status or not ran or ran[0].startswith('Ran 0 '):
                failed.append('the agent with engine %s fails on CPython %s' % (engine, version))
                print(output)
    for line in failed:
        print('error: ' + line)
    sys.exit(1 if failed else 0)


if __name__ == '__main__':
    main()
