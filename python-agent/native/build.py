"""Builds the recorder in C where a C compiler and Python's headers are there: `build.py AGENT_DIRECTORY`.

The library goes into native/ of the directory. Without it Leadline records in Python. With
$LEADLINE_REQUIRED_NATIVE set, a library that cannot be built is an error.
"""

import glob
import os
import platform
import shutil
import subprocess
import sys
import sysconfig

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCES = [
    'module.c', 'frames.c', 'recorder.c', 'tracing.c', 'variables.c', 'values.c', 'leaves.c', 'outlines.c', 'contents.c',
    'instances.c', 'parts.c', 'text.c', 'batches.c']
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


def _build(library):
    """What keeps the library from being built, or None."""
    if not sys.platform.startswith('linux'):
        return 'it is made for Linux'
    with_headers, command = headers(), compiler()
    if command is None:
        return 'there is no C compiler (cc)'
    if with_headers is None:
        return 'there are no headers of Python (Python.h)'
    os.makedirs(os.path.dirname(library), exist_ok=True)
    part = '%s.%d' % (library, os.getpid())  # a process may run the library that is there
    strict = ['-Werror'] if 'LEADLINE_REQUIRED_NATIVE' in os.environ else []
    sources = [os.path.join(HERE, name) for name in SOURCES]
    done = subprocess.run(
        [command, *OPTIONS, *strict, '-I', with_headers, '-o', part, *sources],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        return done.stdout.decode('utf-8', 'replace')
    os.replace(part, library)
    return None


def is_built(directory):
    """Whether the library is in native/ of this directory now; prints why not, or ends where it is required."""
    reason = _build(os.path.join(directory, 'native', '%s-%s.so' % (sys.platform, platform.machine())))
    if reason is not None and 'LEADLINE_REQUIRED_NATIVE' in os.environ:
        sys.exit('error: the recorder in C cannot be built: ' + reason)
    if reason is not None:
        print('The recorder in C is not built, so that Leadline records in Python: ' + reason)
    return reason is None


if __name__ == '__main__':
    is_built(sys.argv[1])
