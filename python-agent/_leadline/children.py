"""Child processes are recorded, too: each has a stream of its own, over a socket of the controller.

A forked child goes on with the agent that it holds. A new interpreter finds the agent through two
variables of its environment, `PYTHONPATH` with a `sitecustomize` of ours (follow/) and LEADLINE_FOLLOW;
they are in the environment of the process, and not in what the program sees of it in `os.environ`.
"""

import sys

import _socket

from _leadline import signalled, standins, system, wire
from _leadline.internals.processes import stand_in_for_fork_exec

FOLLOW = 'LEADLINE_FOLLOW'  # the path of what joining.py reads
_ISOLATING = frozenset('IES')
_SEPARATOR = ';' if system.SEPARATOR == '\\' else ':'


def connect(path):
    """A descriptor of a new stream to the controller, or None if it is not there any more."""
    try:
        stream = _socket.socket(_socket.AF_UNIX, _socket.SOCK_STREAM)
        stream.setblocking(True)  # whatever socket.setdefaulttimeout says
        stream.connect(system.native(path))
    except OSError:
        return None
    descriptor = stream.detach()
    moved = system.move_away(descriptor)
    if moved != descriptor:
        system.calls.close(descriptor)
    return moved


def withdraw():
    """Take our variables out of the process's environment, for who would not do that itself."""
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

    def install(self, forks_are_not_told):
        """forks_are_not_told: CPython 3.6 has no os.register_at_fork."""
        stand_in_for_fork_exec(self._with_variables)
        standins.replace('execv', self._execv)
        standins.replace('system', self._system)
        for name in ('execve', 'posix_spawn', 'posix_spawnp'):
            standins.replace(name, self._with_mapping)
        if forks_are_not_told:
            standins.replace('fork', self._fork)
        signalled.watch(self._session.engine)
        self._refresh()

    def _execv(self, real):
        def execv(*arguments, **named):
            if self._is_isolated(_argv(arguments, named)):
                withdraw()
                try:
                    return real(*arguments, **named)
                finally:
                    self._refresh()
            self._refresh()
            return real(*arguments, **named)
        return execv

    def _system(self, real):
        def system(*arguments, **named):
            self._refresh()
            return real(*arguments, **named)
        return system

    def _fork(self, real):
        def fork():
            self._session.engine.flush()
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
        if self._is_isolated(argv):
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
            if self._is_isolated(argv):
                if env is None:
                    env = sys.modules['os'].environ
            elif env is None:  # posix_spawn of 3.13+
                self._refresh()
            elif not self._session.engine.stopped:
                env = dict(env)
                found = env.pop('PYTHONPATH', None) or env.pop(b'PYTHONPATH', None)
                env.update(self._encoded(found))
            return real(path, argv, env, *more, **named)
        return call

    def _encoded(self, path):
        if type(path) is bytes:
            path = path.decode(system.ENCODING, 'surrogateescape')
        return {name.encode(system.ENCODING, 'surrogateescape'):
                value.encode(system.ENCODING, 'surrogateescape')
                for name, value in self._injected(path).items()}

    @staticmethod
    def _plain_variables():
        """The environment without ours, for who would not take them out again."""
        return [name + b'=' + value for name, value in sys.modules['os'].environb.items()]

    def _is_isolated(self, argv):
        """Say so where an interpreter ignores its environment, and does not find the agent."""
        if self._session.engine.stopped or type(argv) not in (list, tuple):
            return False
        texts = [arg.decode(system.ENCODING, 'replace') if type(arg) is bytes else arg
                 for arg in argv if type(arg) in (bytes, str)]
        if not texts or 'python' not in texts[0].rpartition(system.SEPARATOR)[2]:
            return False
        options = []
        for text in texts[1:]:
            if not text.startswith('-') or text in ('-c', '-m', '-'):
                break
            options.append(text)
        isolated = any(
            _ISOLATING.intersection(option) for option in options if option[1:2] not in 'WX-')
        if isolated:
            shown = self._session.arguments.redacted(texts)
            self._session.engine.trouble(
                'a child cannot be followed, since its interpreter is told to ignore its '
                'environment: ' + ' '.join(shown)[:200])
        return isolated


def _argv(arguments, named):
    """The second argument, which has this name."""
    return arguments[1] if arguments[1:] else named.get('argv')
