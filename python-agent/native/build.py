"""Builds the recorder in C where a C compiler and Python's headers are there: `build.py AGENT_DIRECTORY [MACHINE]`.

The library goes into native/ of the directory, with a file that holds its digest. Without it Leadline records in Python.
With $LEADLINE_REQUIRED_NATIVE set, a library that cannot be built is an error, and so is a warning. Without it, and without
$CFLAGS, a library that is newer than its sources stays as it is.

MACHINE, `aarch64` for one, is another one than this: Debian's cross compiler (gcc-aarch64-linux-gnu) and Python's headers
for it, below $LEADLINE_HEADERS as its package libpython3-dev has them, which the script `headers` beside this one unpacks.
"""

import concurrent.futures
import glob
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCES = [
    'module.c', 'frames.c', 'fast_locals.c', 'idtable.c', 'recorder.c', 'tracing.c', 'variables.c', 'values.c', 'leaves.c',
    'outlines.c', 'contents.c', 'instances.c', 'parts.c', 'text.c', 'batches.c']
OPTIONS = ['-O2', '-shared', '-fPIC', '-std=c99', '-D_POSIX_C_SOURCE=200809L', '-fvisibility=hidden', '-Wall', '-Wextra',
    '-Werror=implicit-function-declaration']  # else a function that the headers do not have is called all the same


def headers():
    """A directory with Python.h of any CPython 3: the limited API is the same in all."""
    found = [sysconfig.get_paths()['include'], *sorted(glob.glob('/usr/include/python3*'))]
    pyenv = os.environ.get('PYENV_ROOT') or os.path.expanduser('~/.pyenv')
    found += sorted(glob.glob(os.path.join(pyenv, 'versions', '3.*', 'include', 'python3*')))
    return next((path for path in found if os.path.isfile(os.path.join(path, 'Python.h'))), None)


def compiler():
    names = [os.environ.get('CC'), 'cc', 'gcc', 'clang']
    return next(filter(None, (shutil.which(name) for name in names if name)), None)


def _tools(machine):
    """(command of the compiler, its options that lead to Python's headers) for a machine, None for this one."""
    if machine is None:
        directory = headers()
        return compiler(), directory and ['-I', directory]
    tree = os.path.join(os.environ.get('LEADLINE_HEADERS', '/usr'), 'include')
    found = sorted(glob.glob(os.path.join(tree, 'python3*', 'Python.h')))
    own = glob.glob(os.path.join(tree, machine + '-linux-gnu', 'python3*', 'pyconfig.h'))  # that of the other is beside it
    options = ['-I', os.path.dirname(found[-1]), '-idirafter', tree] if found and own else None
    return shutil.which(machine + '-linux-gnu-gcc'), options


def _failure(command):
    """What a command that fails says; an empty text where it does not."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return done.stdout.decode('utf-8', 'replace') or str(done.returncode) if done.returncode else ''


def _is_new(library):
    """Whether the library was built of the sources as they are."""
    if 'LEADLINE_REQUIRED_NATIVE' in os.environ or 'CFLAGS' in os.environ or not os.path.isfile(library + '.blake2'):
        return False
    sources = [file for file in glob.glob(os.path.join(HERE, '*')) if file.endswith(('.c', '.h', '.py'))]
    return os.path.isfile(library + '.so') and os.path.getmtime(library + '.so') > max(map(os.path.getmtime, sources))


def _build(library, machine):
    """What keeps the library (a path without `.so`) from being built, or None."""
    if not sys.platform.startswith('linux'):
        return 'it is made for Linux'
    if _is_new(library):
        return None
    command, with_headers = _tools(machine)
    if command is None:
        return 'there is no C compiler (%s)' % ('cc' if machine is None else machine + '-linux-gnu-gcc')
    if with_headers is None:
        return 'there are no headers of Python (Python.h%s)' % ('' if machine is None else ' for ' + machine)
    os.makedirs(os.path.dirname(library), exist_ok=True)
    part = '%s.%d' % (library, os.getpid())  # a process may run the library that is there
    strict = ['-Werror'] if 'LEADLINE_REQUIRED_NATIVE' in os.environ else []
    options = [command, *OPTIONS, *os.environ.get('CFLAGS', '').split(), *strict, *with_headers]
    with tempfile.TemporaryDirectory() as objects, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        made = [os.path.join(objects, name + '.o') for name in SOURCES]
        failures = pool.map(lambda name, file: _failure(options + ['-c', '-o', file, os.path.join(HERE, name)]), SOURCES, made)
        failure = ''.join(failures) or _failure(options + ['-o', part, *made])
    if failure:
        return failure
    with open(part, 'rb') as stream, open(library + '.blake2', 'w') as digest:
        digest.write(hashlib.blake2b(stream.read()).hexdigest() + '\n')
    os.replace(part, library + '.so')
    return None


def is_built(directory, machine=None):
    """Whether the library is in native/ of this directory now; prints why not, or ends where it is required."""
    reason = _build(
        os.path.join(directory, 'native', '%s-%s' % (sys.platform, machine or platform.machine())), machine)
    if reason is not None and 'LEADLINE_REQUIRED_NATIVE' in os.environ:
        sys.exit('error: the recorder in C cannot be built: ' + reason)
    if reason is not None:
        print('The recorder in C is not built, so that Leadline records in Python: ' + reason)
    return reason is None


if __name__ == '__main__':
    is_built(*sys.argv[1:])
