"""What the commands here have in common: interpreters, directories of programs, and runs of Leadline."""

import json
import os
import re
import shutil
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
DRIVERS = os.path.join(HERE, 'drivers')
LEADLINE = os.path.join(os.path.dirname(os.path.dirname(HERE)), 'leadline')
QUIET = [
    '-S',
    '-W',
    'ignore',
]  # what is installed beside an interpreter does not matter, nor do warnings, which name its lines
ENVIRONMENT = dict(os.environ, PYTHONHASHSEED='0')
ENVIRONMENT.pop('PYTHONDONTWRITEBYTECODE', None)  # packages are compiled once for each interpreter
MAIN = '''\
import sys

for name in {names!r}:
    try:
        __import__(name)
    except Exception as error:
        print(name, type(error).__name__)
'''


class Python:
    """An interpreter, with its version as (3, 11)."""

    def __init__(self, path):
        self.path = path
        text = subprocess.run(
            [path, '-c', 'import sys; print("%d.%d" % sys.version_info[:2])'], stdout=subprocess.PIPE, check=True
        ).stdout.decode()
        self.version = tuple(map(int, text.split('.')))
        self.name = text.strip()


def found(paths):
    """The interpreters, oldest first, one of each version."""
    pythons = {}
    for path in paths:
        python = Python(path)
        pythons.setdefault(python.version, python)
    return [pythons[version] for version in sorted(pythons)]


def supported(driver, pythons):
    """Those of the interpreters that the driver's first line names: `# python: 3.7+` or `3.7-3.14`."""
    with open(driver) as source:
        head = re.match(r'# python: 3\.(\d+)(?:\+|-3\.(\d+))$', source.readline().strip())
    newest = int(head.group(2) or 99)
    return [one for one in pythons if int(head.group(1)) <= one.version[1] <= newest]


def drivers():
    names = sorted(name for name in os.listdir(DRIVERS) if name.startswith('uses_'))
    return [os.path.join(DRIVERS, name) for name in names]


def missing(driver, packages):
    """Whether what the driver is about is not among the packages."""
    name = os.path.basename(driver)[len('uses_') : -len('.py')]
    return not any(os.path.exists(os.path.join(packages, name + end)) for end in ('', '.py'))


def with_packages(packages, directory):
    """Makes the directory: all packages and all drivers, so that the program's directory has them."""
    shutil.copytree(packages, directory, copy_function=linked, symlinks=True)
    for name in os.listdir(DRIVERS):
        if not name.startswith('__'):
            shutil.copy(os.path.join(DRIVERS, name), directory)


def linked(source, target):
    try:
        os.link(source, target)
    except OSError:  # another file system
        shutil.copy2(source, target)


def with_modules(texts, directory):
    """Makes the directory: a module of each text, and a main.py that imports them one after another."""
    os.makedirs(directory)
    for name, text in texts.items():
        with open(os.path.join(directory, name + '.py'), 'w') as module:
            module.write(text)
    main = os.path.join(directory, 'main.py')
    with open(main, 'w') as module:
        module.write(MAIN.format(names=sorted(texts)))
    return main


def compare(program, pythons):
    """What `leadline compare` writes as JSON."""
    command = [LEADLINE, 'compare', '--format', 'json', '--python-option=' + ' '.join(QUIET)]
    for python in pythons:
        command += ['--python', python.path]
    return json.loads(output(command + [program]))


def output(command):
    run = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT
    )
    if run.returncode != 0:
        raise RuntimeError('%s: %s' % (' '.join(command), run.stderr.decode('utf-8', 'replace')[-2000:]))
    return run.stdout.decode('utf-8')


def pairs(pythons):
    return list(zip(pythons, pythons[1:]))
