"""Child processes are recorded, too: each has a stream of its own, over a socket of the controller.

A forked child goes on with the agent that it holds. A new interpreter finds the agent through two
variables of its environment, `PYTHONPATH` with a `sitecustomize` of ours (follow/) and LEADLINE_FOLLOW;
they are in the environment of the process, and not in what the program sees of it in `os.environ`.
"""

import sys

import _socket

from _leadline import system, wire
from _leadline.bootstrap import interpreter_options
from _leadline.patches import signalled, standins, unfollowed
from _leadline.internals.processes import stand_in_for_fork_exec

FOLLOW = 'LEADLINE_FOLLOW'  # the path of what bootstrap.follow_entry reads
_LONGEST = 200  # characters of a command in a report
_MOST = 1000  # commands that are reported
_SEPARATOR = ';' if system.SEPARATOR == '\\' else ':'


def connect(path):
    """A descriptor of a new stream to the controller, or None if it is not there any more."""
    try:
        stream = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
        stream.setblocking(True)  # whatever socket.setdefaulttimeout says
        stream.connect(system.from_protocol(path))
    except OSError:
        return None
    descriptor = stream.detach()
    moved = system.move_away(descriptor)
    if moved != descriptor:
        system.calls.close(descriptor)
    return moved


def withdraw():
    """Take our variables out of the process's environment, for code that would not do that itself."""
    path = sys.modules['os'].environ.get('PYTHONPATH')
    system.calls.unsetenv(FOLLOW)
    if path is None:
        system.calls.unsetenv('PYTHONPATH')
    else:
        system.calls.putenv('PYTHONPATH', path)


class Family:
    """The processes that come from this one.

    session: ours. socket: the controller's. agent: the agent's directory. described: path of the
    file that tells a new interpreter what to record.
    """

    def __init__(self, session, socket, agent, described):
        self._session = session
        session.arguments.load()
        self._socket = socket
        self._directory = agent + system.SEPARATOR + 'follow'
        self._variables = {FOLLOW: described}
        self._reported = set()

    def describe(self, wanted):
        """Write what a new interpreter of ours has to know."""
        text = wire.json_text(dict(wanted, origin=self._session.engine.origin,
                                   recording=self._session.recording))
        with open(self._variables[FOLLOW], 'wb') as stream:
            stream.write(text.encode('ascii'))

    def open_stream(self):
        """The stream of this process, which was just forked; None without a controller."""
        descriptor = connect(self._socket)
        return None if descriptor is None else wire.Stream(descriptor)

    def install(self, forks_are_not_reported):
        """forks_are_not_reported: CPython 3.6 has no os.register_at_fork."""
        stand_in_for_fork_exec(lambda argv, variables: self._run(
            self._with_variables, argv, variables, otherwise=variables))
        standins.replace('execv', self._execv)
        standins.replace('system', self._system)
        for name in ('execve', 'posix_spawn', 'posix_spawnp'):
            standins.replace(name, self._with_mapping)
        if forks_are_not_reported:
            standins.replace('fork', self._fork)
        signalled.watch(self._session.engine)
        self._refresh()

    def _run(self, step, *given, otherwise=None):
        return self._session.engine.faults.run(
            'a child may not be followed', step, *given, otherwise=otherwise)

    def _execv(self, real):
        def execv(*arguments, **named):
            if self._run(self._is_isolated, _argv(arguments, named)):
                self._run(withdraw)
                try:
                    return real(*arguments, **named)
                finally:
                    self._run(self._refresh)
            self._run(self._refresh)
            return real(*arguments, **named)
        return execv

    def _system(self, real):
        def system(*arguments, **named):
            self._run(self._refresh)
            self._run(self._look_at_shell, arguments[0] if arguments else named.get('command'))
            return real(*arguments, **named)
        return system

    def _look_at_shell(self, text):
        if type(text) in (bytes, str) and not self._session.engine.stopped:
            self._report(unfollowed.of_shell(_text(text), _search_path(None)))

    def _fork(self, real):
        def fork():
            self._run(self._session.engine.flush)
            process = real()
            if process == 0:
                self._session.forked()
            return process
        return fork

    def _refresh(self):
        """Put our variables into the process's environment; the program may have changed it."""
        if self._session.engine.stopped:
            return
        os = sys.modules.get('os')
        path = os.environ.get('PYTHONPATH') if os is not None else None
        for name, value in self._injected(path).items():
            system.calls.putenv(name, value)

    def _injected(self, path):
        """Our variables; path: PYTHONPATH as it is without us, or None."""
        if path and not path.startswith(self._directory):
            path = self._directory + _SEPARATOR + path
        return dict(self._variables, PYTHONPATH=path or self._directory)

    def _with_variables(self, argv, variables):
        """The variables of a child of subprocess: a list of `name=value`, or None."""
        if self._session.engine.stopped:
            return variables
        if self._is_isolated(argv, variables):
            return variables if variables is not None else self._plain_variables()
        if variables is None:
            self._refresh()
            return None
        named = dict(item.split(b'=', 1) for item in variables)
        changed = self._encoded(named.get(b'PYTHONPATH'))
        kept = [item for item in variables if item.split(b'=', 1)[0] not in changed]
        return kept + [b'='.join(pair) for pair in changed.items()]

    def _with_mapping(self, real):
        def call(path, argv, env, *more, **named):
            env = self._run(self._mapping, argv, env, otherwise=env)
            return real(path, argv, env, *more, **named)
        return call

    def _mapping(self, argv, env):
        """The variables of a child of exec or spawn; None stands for those of this process."""
        if self._is_isolated(argv):
            return sys.modules['os'].environ if env is None else env
        if env is None:  # posix_spawn of 3.13+
            self._refresh()
        elif not self._session.engine.stopped:
            env = dict(env)
            found = env.pop('PYTHONPATH', None) or env.pop(b'PYTHONPATH', None)
            env.update(self._encoded(found))
        return env

    def _encoded(self, path):
        if type(path) is bytes:
            path = path.decode(system.ENCODING, 'surrogateescape')
        return {name.encode(system.ENCODING, 'surrogateescape'):
                value.encode(system.ENCODING, 'surrogateescape')
                for name, value in self._injected(path).items()}

    @staticmethod
    def _plain_variables():
        """The environment without ours, for code that would not take them out again."""
        return [name + b'=' + value for name, value in sys.modules['os'].environb.items()]

    def _is_isolated(self, argv, variables=None):
        """Whether this is a Python that does not find the agent; reports all that the command starts."""
        if self._session.engine.stopped or type(argv) not in (list, tuple):
            return False
        words = [_text(word) for word in argv if type(word) in (bytes, str)]
        self._report(unfollowed.of_command(words, _search_path(variables)))
        return (words != [] and unfollowed.is_python(words[0])
                and interpreter_options.is_isolated(words))

    def _report(self, found):
        """Each command once."""
        for words, why in found:
            shown = ' '.join(self._session.arguments.redacted(words))[:_LONGEST]
            if (shown, why) not in self._reported and len(self._reported) < _MOST:
                self._reported.add((shown, why))
                self._session.engine.trouble(
                    'a child cannot be followed, since %s: %s' % (why, shown))


def _text(word):
    return word.decode(system.ENCODING, 'surrogateescape') if type(word) is bytes else word


def _search_path(variables):
    """Where the child's command is looked up. variables: of the child, or None for those of this process."""
    for item in variables or ():
        if type(item) is bytes and item[:5] == b'PATH=':
            return _text(item[5:])
    return sys.modules['os'].environ.get('PATH', '/bin:/usr/bin')


def _argv(arguments, named):
    """The second argument, which has this name."""
    return arguments[1] if arguments[1:] else named.get('argv')
