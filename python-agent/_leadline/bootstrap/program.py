"""Loads the program as CPython itself would: its code, and the `__main__` that it runs in.

Each kind follows what `python ARGUMENT` does in C (`Modules/main.c`, `Python/pythonrun.c`) or, for
modules and directories, in `runpy`, whose own pieces are used.
"""

import sys

from _leadline import system
from _leadline.internals import starting

_VERSION = sys.version_info[:2]
_SHOWS_LINES_OF_CODE = _VERSION >= (3, 13)  # of `-c` in tracebacks (gh-67224)

# Beginnings of what `compile` says of bytes that it cannot read, 3.6 to 3.15.
_UNREADABLE = ("codec can't decode byte", 'encoding problem', 'unknown encoding', 'Non-UTF-8 code',
               'null bytes')


class NotFound(Exception):
    """There is nothing to run; the message says what is missing, as CPython puts it."""


class Program:
    """kind, target and args: as asked for. main: a fresh `__main__` that stands in sys.modules."""

    def __init__(self, request, python_args, plain_main):
        self.kind = request['kind']
        self.target = system.from_protocol(request['target'])
        self._args = [system.from_protocol(arg) for arg in request['args']]
        self._python_args = [system.from_protocol(arg) for arg in python_args]
        self._plain_main = plain_main
        self._directory = None
        self.through_runpy = self.is_loaded_by_runpy = False
        self.module_name = '__main__'

    def argv(self):
        """`sys.argv` as a plain run of this kind starts with it."""
        first = {'module': '-m', 'code': '-c', 'stdin': '-'}.get(self.kind, self.target)
        return [first] + self._args

    def roots(self, cwd):
        """Directories of the program: the script's own, its link's target's, or the working one."""
        if self.kind == 'script':
            return [system.normal(self.target, cwd).rpartition('/')[0] or '/', self._path0()]
        if self.kind == 'directory':
            return [system.normal(self.target, cwd), _real(self.target)]
        return [cwd]

    def install(self):
        """Put the program's view of `sys` and an empty `__main__` in place."""
        sys.argv[:] = self.argv()
        if _VERSION >= (3, 10):
            given = {'module': ['-m', self.target], 'code': ['-c', self.target]}
            tokens = given.get(self.kind, [self.target])
            sys.orig_argv[:] = self._python_args + tokens + self._args
        main = type(sys)('__main__')
        main.__dict__.clear()
        main.__dict__.update(self._main_template())
        sys.modules['__main__'] = main

    def load(self):
        """(code, namespace), ready for exec; the errors are those that CPython would raise."""
        code = getattr(self, '_load_' + self.kind)()
        if code is not None:
            return code, sys.modules['__main__'].__dict__
        self.is_loaded_by_runpy = True
        module = self.target if self.kind == 'module' else None
        return starting.by_runpy(module, self._run_name())

    def _main_template(self):
        """The names that CPython gives a script's `__main__`, in its order."""
        template = dict(self._plain_main)
        if '__annotations__' in template:
            template['__annotations__'] = {}
        template['__loader__'] = starting.builtin_importer()
        if self.kind == 'stdin':
            template['__file__'] = '<stdin>'
        else:
            template.pop('__file__', None)
            template.pop('__cached__', None)
        return template

    def _load_script(self):
        if self._importer(self._run_name()) is not None:
            self.kind = 'directory'
            return self._load_directory()
        name = self._run_name()
        main = sys.modules['__main__'].__dict__
        main['__file__'] = name
        if '__cached__' in self._plain_main:
            main['__cached__'] = None
        self._put_path0(self._path0())
        if self.target.endswith('.pyc'):
            main['__loader__'] = starting.loader('SourcelessFileLoader', name)
            return main['__loader__'].get_code('__main__')
        main['__loader__'] = starting.loader('SourceFileLoader', name)
        return self._compile(system.read_file(self.target), name)

    def _load_directory(self):
        sys.path.insert(0, self._run_name())  # also with -I and -P
        if self._importer(self._run_name()) is None:
            raise NotFound("can't find '__main__' module in %r" % self.target)
        return self._load_details('_get_main_module_details')

    def _load_module(self):
        self._put_path0('' if _VERSION == (3, 6) else system.getcwd())
        code = self._load_details('_get_module_details', self.target)
        if code is not None:
            spec = sys.modules['__main__'].__spec__
            sys.argv[0] = spec.origin
            self.module_name = spec.name
        return code

    def _load_code(self):
        self._put_path0('')
        text = self.target + '\n'
        if _VERSION >= (3, 14):
            text = _dedented(text)
        code = compile(text, '<string>', 'exec', 0, True)
        if _SHOWS_LINES_OF_CODE:
            starting.register_source(code, text, '<string>')
        return code

    def _load_stdin(self):
        self._put_path0('')
        parts = iter(lambda: system.calls.read(0, 1 << 16), b'')
        return self._compile(b''.join(parts), '<stdin>')

    @staticmethod
    def _compile(source, name):
        if _VERSION < (3, 10) and not source.endswith(b'\n'):
            source += b'\n'  # as CPython's reader of files does; it moves errors at the end
        return compile(source, name, 'exec', 0, True)

    def plain_command(self):
        """The plain run's arguments, where the interpreter itself can say best what is wrong.

        Bytes that are no text of the declared encoding are reported differently by `compile` and by
        CPython's reader of files; no code of the program has run by then.
        """
        return [sys.executable] + self._python_args[1:] + [self.target] + self._args

    def is_unreadable(self, error):
        """Whether loading failed on the bytes of the script, before any of its text mattered."""
        if self.kind != 'script' or not isinstance(error, (SyntaxError, ValueError)):
            return False
        text = str(error)
        if _VERSION < (3, 10) and 'unexpected EOF' in text:
            return True  # the two count the last line differently
        return any(part in text for part in _UNREADABLE) and not (
            'null bytes' in text and _VERSION < (3, 11))  # there a file ends at its first NUL

    def _load_details(self, part, *given):
        """What `runpy._run_module_as_main` and `_run_code` do before they exec; None without these."""
        self.through_runpy = True
        found = starting.details(part, given, NotFound)
        self.through_runpy = found is not None
        if found is None:
            return None
        spec, code = found
        names = [('__name__', '__main__'), ('__file__', spec.origin), ('__cached__', spec.cached),
                 ('__doc__', None), ('__loader__', spec.loader), ('__package__', spec.parent),
                 ('__spec__', spec)]
        if '__cached__' not in self._plain_main:
            del names[2]
        sys.modules['__main__'].__dict__.update(names)
        return code

    def _run_name(self):
        """`__file__` and co_filename of a script: absolute from 3.9 (bpo-20443)."""
        if _VERSION < (3, 9):
            return self.target
        if self.target == '.' and _VERSION >= (3, 11):
            return system.getcwd()
        return system.absolute(self.target, system.getcwd())

    def _path0(self):
        """The directory of the script, behind symbolic links."""
        if self._directory is None:
            real = _real(self.target)
            self._directory = real.rpartition(system.SEPARATOR)[0] or system.SEPARATOR
        return self._directory

    @staticmethod
    def _put_path0(entry):
        if puts_path0():
            sys.path.insert(0, entry)

    @staticmethod
    def _importer(path):
        """What a path hook makes of a directory or zip; cached as CPython's own search does."""
        cache = sys.path_importer_cache
        if path in cache:
            return cache[path]
        cache[path] = None
        for hook in sys.path_hooks:
            try:
                cache[path] = hook(path)
                break
            except ImportError:
                pass
        return cache[path]


def puts_path0():
    """Whether CPython puts something in front of the path: not for `-I` and, from 3.11, `-P`."""
    return not (sys.flags.isolated or getattr(sys.flags, 'safe_path', False))


def _real(path):
    """The path behind symbolic links, without leaving `os` loaded where it was not (`-S`)."""
    before = set(sys.modules)
    import os
    real = os.path.realpath(path)
    for name in set(sys.modules) - before:
        del sys.modules[name]
    return real


def _dedented(text):
    """`-c` loses its common indentation (3.14); blank lines do not count, as in textwrap."""
    lines = text.split('\n')
    margin = None
    for line in lines:
        stripped = line.lstrip(' \t')
        if stripped:
            indent = line[:len(line) - len(stripped)]
            margin = indent if margin is None else _common(margin, indent)
    if not margin:
        return text
    return '\n'.join(line[len(margin):] if line.strip(' \t') else '' for line in lines)


def _common(left, right):
    length = 0
    while left[length:length + 1] == right[length:length + 1] != '':
        length += 1
    return left[:length]
