"""What is known of each code object: its `code` record, and whether its frames are recorded."""

from _functools import partial
from _weakref import ref

from _leadline import globs, scope, system, wire
from _leadline.versions import DELEGATION

_GENERATOR = 0x20 | 0x80 | 0x100 | 0x200  # CO_GENERATOR, COROUTINE, ITERABLE_COROUTINE, ASYNC_GEN
_OPTIMIZED = 0x1  # a function: not the body of a class or module
_LAYERS = 'threading', 'concurrent.', 'multiprocessing.'  # modules
_PACKAGE_MAIN = system.SEPARATOR + '__main__.py'  # of a package that is run by `-m`
_FUNCTION = 0x1 | 0x2  # CO_OPTIMIZED, CO_NEWLOCALS: a class body has neither
_COMPREHENSIONS = ('<genexpr>', '<listcomp>', '<setcomp>', '<dictcomp>')  # are no functions in qualified names
_module_name = dict.get
_exact = str.__str__  # code.replace() takes names of the program's own str class


def _entry_instruction():
    """The instruction at which a generator begins to run, RESUME 0 from CPython 3.11 on; b'' where there is none.

    Until 3.10 a generator that has not begun has no last instruction (-1). CPython 3.15 has a RESUME 4 in
    generator expressions before the generator is there.
    """
    unstarted = (_ for _ in ()).gi_frame.f_lasti
    return b'' if unstarted < 0 else _nothing.__code__.co_code[:2]


def _nothing():
    """Stands for a reference to a code object while there is none."""


_ENTRY = _entry_instruction()


class Code:
    """One code object as the engine needs it."""
    __slots__ = ('number', 'file', 'scope', 'counts', 'kept', 'layer', 'resumes', 'entry', 'delegates',
                 'touches', 'base', 'alive', '_written', '_written_entered', '_shares')

    def __init__(self, number, whose, base, kept, layer, code, alive):
        self.number = number
        self.file = _exact(code.co_filename)
        self.scope = whose
        self.base = base
        self.counts = base or whose == scope.USER  # for the level of the frames above it
        self.kept = kept
        self.layer = layer  # it brings threads to what they are started for
        self.resumes = bool(code.co_flags & _GENERATOR)
        # f_lasti up to which a generator is entered for the first time; also where it is thrown into
        self.entry = code.co_code.find(_ENTRY) if self.resumes and _ENTRY else -1
        self.delegates = (DELEGATION is not None and self.resumes
                          and DELEGATION in code.co_code[::2])
        self.touches = (whose != scope.AGENT and bool(code.co_flags & _OPTIMIZED)
                        and 'f_trace' in code.co_names)
        self._shares = False  # see begins_to_share()
        self._written = self._written_entered = False  # see is_written()
        self.alive = alive

    def is_written(self, entered):
        """Whether its record is in the stream. The line in it is right only where a frame is being entered: it is written
        again then.
        """
        return self._written_entered or (self._written and not entered)

    def note_written(self, entered):
        self._written, self._written_entered = True, entered

    def begins_to_share(self):
        """Whether monitoring.Tool.share_opcodes() has not been called for it; it is from here on."""
        shares, self._shares = self._shares, True
        return not shares

    def belongs_to_runner(self):
        """It is not the user's, as was thought."""
        self.scope = scope.RUNNER
        self.counts = self.kept = False


class Codes:
    """All code objects that were seen, by `id`; dropped when the program drops them.

    seen: how many of each scope ran; of others than the user's only until program_ended(), since
    what the interpreter does at its end is not the program's.

    A code object's own hash runs over its bytecode and merges equal ones: too slow, and wrong here.
    """

    def __init__(self, scopes, recording):
        self._scopes = scopes
        self._scope_names = frozenset(recording['scope'])
        self._include = recording['include']
        self._exclude = recording['exclude']
        self._function = recording['function']
        self._by_id = {}
        self.find = self._by_id.get  # the Code by the id of a code object, None if it is new
        self.users = {}  # ids of those that count for the level of the frames above
        self._user_ids = {}
        self._qualnames = Qualnames()
        self._numbers = system.numbers()
        self._base = _nothing
        self.seen = {}
        self._running = True
        self._main_name = '__main__'
        self._awaited = None

    def set_base(self, code, name, whole_is_users):
        """The program's own code object, and the name that its module has, run with `-m` or not.

        whole_is_users: its file name says nothing (`<string>`).
        """
        self._main_name = name
        self._base = ref(code)
        if whole_is_users:
            for nested in _with_nested(code):
                self._user_ids[id(nested)] = watch(nested, self._user_ids)

    def await_main(self):
        """The program's own code object is the first `<module>` that runs in `__main__`."""
        self._awaited = _is_main, None

    def await_program(self, paths, cwd, found):
        """The program's own code object is the first `<module>` of a file with one of these paths.

        found: called with the frame, before what it runs is looked at.
        """
        self._awaited = lambda frame: (
            _exact(frame.f_code.co_name) == '<module>'
            and system.normal(_exact(frame.f_code.co_filename), cwd) in paths), found

    def program_ended(self):
        """The program's `<module>` has."""
        self._running = False

    def restart(self):
        """Number the code objects from 0 again, for the stream of another process."""
        self._by_id.clear()
        self.seen.clear()
        self._numbers = system.numbers()

    def give_to_runner(self, frame, gone):
        """The user's files that stand on the stack below are what loads the program.

        gone: more Codes, the code objects of which may not be there any more.
        """
        program, files = _exact(frame.f_code.co_filename), set()
        while frame is not None:
            known = self.find(id(frame.f_code))
            if known is not None and known.scope == scope.USER and known.file != program:
                files.add(known.file)
            frame = frame.f_back
        packages = [file[:-len(_PACKAGE_MAIN)] for file in files if file.endswith(_PACKAGE_MAIN)]
        self._scopes.run_by(files, packages)
        there = self._by_id.copy()  # in one go: code objects may be dropped at any time
        for known in list(there.values()) + gone:
            if known.scope == scope.USER and self._scopes.of(known.file) == scope.RUNNER:
                known.belongs_to_runner()
        for key, known in there.items():
            if not known.counts:
                self.users.pop(key, None)

    def learn(self, frame):
        """The Code of the frame's code object, made now if it is new."""
        code = frame.f_code
        known = self._by_id.get(id(code))
        if known is not None:
            return known
        if self._awaited is not None and self._awaited[0](frame):
            (_is_it, found), self._awaited = self._awaited, None
            self.set_base(code, '__main__', _exact(code.co_filename) in ('<string>', '<stdin>'))
            if found is not None:
                found(frame)
        base = code is self._base()
        whose = scope.USER if id(code) in self._user_ids else self._scopes.of(_exact(code.co_filename))
        if not base and whose != scope.AGENT and (self._running or whose == scope.USER):
            self.seen[whose] = self.seen.get(whose, 0) + 1
        module = self._module(frame)
        known = Code(next(self._numbers), whose, base,
                     whose != scope.AGENT and self._keeps(code, whose, base, module),
                     module.startswith(_LAYERS), code, watch(code, self._by_id))
        self._by_id[id(code)] = known
        if known.counts:
            self.users[id(code)] = watch(code, self.users)
        return known

    def record_of(self, known, frame, entered):
        """The `code` record of a Code, which is in the stream from here on; None where it is already."""
        if known.is_written(entered):
            return None
        code = frame.f_code
        text = wire.record(
            'code', ('code', known.number), ('file', system.to_protocol(known.file)), ('function', code.co_name),
            ('qualname', self._qualnames.of(code)), ('firstlineno', code.co_firstlineno), ('lineno', frame.f_lineno),
            ('module', self._module(frame)), ('scope', known.scope), ('base', known.base))
        known.note_written(entered)
        return text

    def qualname(self, code):
        """`co_qualname`, or what is known of it."""
        return self._qualnames.of(code)

    def layer(self, frame):
        """A frame that is reported only since others are above it (PROTOCOL.md, `base`)."""
        code = frame.f_code
        known = self.learn(frame)
        return {'file': system.to_protocol(known.file), 'function': code.co_name,
                'scope': known.scope, 'module': self._module(frame)}

    def _keeps(self, code, whose, base, module):
        if whose not in self._scope_names and not (base and scope.USER in self._scope_names):
            return False
        if not (self._include or self._exclude or self._function):
            return True
        name = _exact(code.co_filename)
        file = system.to_protocol(name)
        names = [module, file, file.replace('\\', '/').rpartition('/')[2]]
        names += [system.to_protocol(path) for path in self._scopes.relative_names(name)]
        if self._include and not _any(self._include, names):
            return False
        if _any(self._exclude, names):
            return False
        functions = [_exact(code.co_name), self._qualnames.of(code)]
        return not self._function or _any(self._function, functions)

    def _module(self, frame):
        """`__name__` of the globals, which may be a dict of the program's own class."""
        name = _module_name(frame.f_globals, '__name__')
        if type(name) is not str:
            return ''
        return self._main_name if name == '__main__' else name


class Qualnames:
    """`co_qualname`, which CPython has from 3.11; before, the nesting of code objects gives it."""

    def __init__(self):
        self._names = {}

    def of(self, code):
        own = getattr(code, 'co_qualname', None)
        if own is not None:
            return _exact(own)
        name = _exact(code.co_name)
        if name == '<module>':
            self._nest(code)
        entry = self._names.get(id(code))
        return entry[0] if entry is not None and entry[1]() is code else name

    def _nest(self, module):
        work = [(module, '')]
        while work:
            outer, prefix = work.pop()
            for inner in outer.co_consts:
                if isinstance(inner, type(module)):
                    name = prefix + _exact(inner.co_name)
                    is_function = inner.co_flags & _FUNCTION and inner.co_name not in _COMPREHENSIONS
                    self._names[id(inner)] = (name, self._watch(inner))
                    work.append((inner, name + ('.<locals>.' if is_function else '.')))

    def _watch(self, code):
        return watch(code, self._names)


def watch(code, table):
    """A reference that takes the code object's entry, by its id, out of a table when it is dropped.

    C code does that: a trace function of the program would see a function of ours.
    """
    return ref(code, partial(table.pop, id(code)))


def _is_main(frame):
    return (_exact(frame.f_code.co_name) == '<module>'
            and _module_name(frame.f_globals, '__name__') == '__main__')


def _any(patterns, names):
    return any(globs.matches(pattern, name) for pattern in patterns for name in names)


def _with_nested(code):
    work, found = [code], []
    while work:
        code = work.pop()
        found.append(code)
        work.extend(item for item in code.co_consts if isinstance(item, type(code)))
    return found
