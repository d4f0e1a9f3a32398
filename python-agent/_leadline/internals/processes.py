"""What child processes get their environment by: `subprocess` and `os.environ`."""

import sys

from _leadline.internals import differs, parameters

_USERS = 'subprocess', 'multiprocessing.util'  # they may have taken the function already


def stand_in_for_fork_exec(change):
    """Have subprocess start its children with other variables.

    change: makes a child's variables, a list of `name=value` or None, from its argv and its variables.
    """
    import _posixsubprocess
    real = getattr(_posixsubprocess, 'fork_exec', None)
    if not callable(real):
        _differs()
        return
    names = parameters(real)
    # Before 3.12 it does not show its parameters.
    argv, env = (0, 5) if names is None else (_place(names, 'args'), _place(names, 'env'))

    def fork_exec(*arguments):
        if _fit(arguments, argv, env):
            variables = change(arguments[argv], arguments[env])
            arguments = arguments[:env] + (variables,) + arguments[env + 1:]
        else:
            _differs()
        return real(*arguments)

    for name in ('_posixsubprocess',) + _USERS:
        there = vars(sys.modules.get(name, sys))
        for own in [own for own in there if there[own] is real]:
            there[own] = fork_exec


def _differs():
    differs('_posixsubprocess.fork_exec', 'child processes of subprocess may not be followed')


def _place(names, name):
    return names.index(name) if name in names else -1


def _fit(arguments, argv, env):
    """Whether these are the arguments that they seem to be."""
    if min(argv, env) < 0 or len(arguments) <= max(argv, env):
        return False
    variables = arguments[env]
    return isinstance(arguments[argv], (list, tuple)) and (variables is None or (
        isinstance(variables, (list, tuple))
        and all(type(one) is bytes and b'=' in one for one in variables)))


def hide_variable(name, value=None):
    """Change what the program sees in `os.environ`, and not the environment, which children get."""
    environ = sys.modules['os'].environ
    try:
        values, key = environ._data, environ.encodekey(name)
        if value is None:
            values.pop(key, None)
        else:
            values[key] = environ.encodevalue(value)
    except Exception:
        differs('os.environ', 'a child that is started early may not be followed')
        environ.pop(name, None)
        if value is not None:
            environ[name] = value
