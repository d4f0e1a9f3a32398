"""Loads the agent's modules apart from the program's: no finder, path or table of `sys` has them.

The first run of an interpreter compiles all of them, and leaves two files beside the sources:
`BYTECODE.all` holds the code of each, and `BYTECODE.first` that of those which a run has needed so
far, in one piece. leadline_agent.py and follow/sitecustomize.py read the latter, and find this code
in it. To import each by itself would take as long as half of CPython's own start.
"""

import sys

_BEFORE = set(sys.modules), set(sys.path_importer_cache)  # no module of ours is loaded
_THEIRS = __builtins__
__builtins__ = dict(_THEIRS)  # from here on: the program may change those that all others use

import gc
import marshal
from _io import FileIO

try:
    import posix as calls
except ImportError:  # Windows
    import nt as calls

# What identifies the kind of bytecode.
MAGIC_NUMBER = getattr(sys.modules.get('_frozen_importlib_external'), 'MAGIC_NUMBER', sys.version.encode())
_PACKAGE = '_leadline'
_OWN = _PACKAGE + '.loading'
_IMPORTS = '__import__', '__lazy_import__'  # the latter from 3.15, where -X may ask for it everywhere
_SEAL = 'sealed'  # a file of the controller's, which has unpacked the agent for itself


class Loading:
    """directory: of these modules, with a separator at its end. first: what is in that file, or None."""

    def __init__(self, directory, first):
        self._collects = gc.isenabled()
        gc.disable()  # it would find nothing, several times
        self._here = _agent_of(directory)
        self._base = '%s/%s/__pycache__/%s' % (self._here, _PACKAGE, MAGIC_NUMBER.hex())
        self._builtins = dict(_THEIRS, **{name: self._import for name in _IMPORTS if name in _THEIRS})
        self._real = _THEIRS['__import__']
        self._modules = {}
        self._first = first if first and self._is_new(first) else {}
        self._all = None
        if not self._first:
            self._find(_OWN)

    def module(self, name):
        """The agent's module of this name, loaded now if it was not."""
        if name not in self._modules:
            outer, _, own = name.rpartition('.')
            package = self.module(outer) if outer else None
            self._load(name)
            if outer:
                setattr(package, own, self._modules[name])
        return self._modules[name]

    def finish(self):
        """All is loaded: what is imported from here on is none of ours."""
        for name in _IMPORTS:
            if name in _THEIRS:
                self._builtins[name] = _THEIRS[name]
        if self._all is not None:
            self._write('.first', self._first)
        self._first = self._all = None
        if self._collects:
            if hasattr(gc, 'freeze') and not gc.get_freeze_count():
                gc.freeze()  # and back: all is old now, and no early collection goes through it
                gc.unfreeze()
            gc.enable()

    @staticmethod
    def forget(stay=()):
        """Remove the modules that came with us from the tables of `sys`, but for these."""
        for table, names in zip((sys.modules, sys.path_importer_cache), _BEFORE):
            for name in set(table) - names:
                if name not in stay:
                    del table[name]

    def _import(self, name, names=None, values=None, wanted=(), level=0):
        """Stands for `__import__`; a module of ours is imported by `from` alone."""
        if not name.startswith(_PACKAGE):
            return self._real(name, names, values, wanted, level)
        module = self._modules.get(name) or self.module(name)
        there = module.__dict__
        for one in wanted:
            if one not in there:
                self.module(name + '.' + one)
        return module

    def _load(self, name):
        if name not in self._first:
            self._find(name)
        file, _about, code = self._first[name]
        module = self._modules[name] = type(sys)(name)
        module.__dict__.update(__file__=file, __builtins__=self._builtins)
        exec(code, module.__dict__)

    def _find(self, name):
        if self._all is None:
            self._all = self._read()
        if name not in self._all:
            self._all = self._build()
        file, about, code = self._all[name]
        self._first[name] = file, about, marshal.loads(code)

    def _read(self):
        """What is in the file of all modules; nothing where that is not there, or not whole, or old."""
        try:
            with FileIO(self._base + '.all') as stream:
                held = marshal.loads(stream.readall())
            return held if self._is_new(held) else {}
        except (OSError, EOFError, LookupError, TypeError, ValueError):
            return {}

    def _is_new(self, held):
        """Whether it was made of the files that are there; where they are sealed, they stay as they were."""
        try:
            return held[_OWN][0] == _file_of(self._here, _OWN) and (
                _is_there(self._here + '/' + _SEAL) or all(
                    _about(file) == about for file, about, _code in held.values()))
        except OSError:
            return False

    def _build(self):
        sources = {name: _compiled(file) for name, file in _files(self._here)}
        self._write('.all', sources)
        return sources

    def _write(self, suffix, held):
        """In one step, since others may read it; where several write it, each is as good."""
        content = marshal.dumps(held)
        path = self._base + suffix
        part = '%s.%d' % (path, calls.getpid())
        try:
            _make_directory(path.rpartition('/')[0])
            with open(part, 'xb') as stream:
                stream.write(content)
            calls.replace(part, path)
        except OSError:
            _remove(part)  # the next run will compile, too


def _agent_of(directory):
    """The agent's directory, of that of its modules."""
    if sys.platform == 'win32':
        directory = directory.replace('\\', '/')
    return directory[:-len(_PACKAGE + '/')].rstrip('/') or '.'


def _make_directory(path):
    try:
        calls.mkdir(path)
    except FileExistsError:
        pass


def _remove(file):
    try:
        calls.unlink(file)
    except OSError:
        pass


def _compiled(file):
    """(file, what changes with it, marshalled code without docstrings)"""
    about = _about(file)
    with open(file, 'rb') as stream:
        return file, about, marshal.dumps(compile(stream.read(), file, 'exec', 0, True, 2))


def _is_there(file):
    try:
        calls.stat(file)
        return True
    except OSError:
        return False


def _about(file):
    found = calls.stat(file)
    return found.st_mtime_ns, found.st_size


def _file_of(here, name):
    return '%s/%s.py' % (here, name.replace('.', '/'))


def _files(here):
    """(name, file) of all modules."""
    packages = [_PACKAGE]
    for package in packages:
        directory = here + '/' + package.replace('.', '/')
        for entry in calls.listdir(directory):
            own, dot, suffix = entry.partition('.')
            if suffix == 'py':
                name = package if own == '__init__' else package + '.' + own
                yield name, directory + '/' + entry
            elif not dot and own != '__pycache__':
                packages.append(package + '.' + own)
