"""Starts processes without a fork where `subprocess` forks: before CPython 3.10.

A fork of the tests' process copies its tables of pages, and each page that is then written: that takes as long as CPython's own start.
"""

import ctypes
import os
import signal
import subprocess
import sys

_LIBC = ctypes.CDLL(None) if sys.platform == 'linux' else None
_ROOM = 1024  # more than any of the C structures takes
_SETS_DEFAULTS = 4  # POSIX_SPAWN_SETSIGDEF
_forks = subprocess.Popen._execute_child


def install():
    """For all that this process starts, where the C library can."""
    if sys.version_info < (3, 10) and hasattr(_LIBC, 'posix_spawn_file_actions_addclosefrom_np'):
        subprocess.Popen._execute_child = _start


def _start(self, args, executable, preexec_fn, close_fds, pass_fds, cwd, env, startupinfo, creationflags, shell,
           p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, *rest):
    """As `subprocess` calls it in 3.6 to 3.9."""
    streams = p2cread, c2pwrite, errwrite
    executable = executable or args[0]
    if shell or preexec_fn or pass_fds or not close_fds or isinstance(args, (str, bytes)) or not os.path.isabs(executable):
        return _forks(self, args, executable, preexec_fn, close_fds, pass_fds, cwd, env, startupinfo, creationflags, shell,
                      p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, *rest)
    environment = os.environ if env is None else env
    self.pid = _spawn(executable, args, ['%s=%s' % item for item in environment.items()], cwd, streams)
    self._child_created = self._closed_child_pipe_fds = True
    for ours, theirs in (p2cwrite, p2cread), (c2pread, c2pwrite), (errread, errwrite):
        if ours != -1:
            os.close(theirs)
    if hasattr(self, '_devnull'):
        os.close(self._devnull)


def _spawn(executable, args, environment, cwd, streams):
    actions, attributes, pid = ctypes.create_string_buffer(_ROOM), ctypes.create_string_buffer(_ROOM), ctypes.c_int()
    defaults = ctypes.create_string_buffer(_ROOM)
    _LIBC.posix_spawn_file_actions_init(actions)
    _LIBC.posix_spawnattr_init(attributes)
    for number, stream in enumerate(streams):
        if stream != -1:
            _LIBC.posix_spawn_file_actions_adddup2(actions, stream, number)
    _LIBC.posix_spawn_file_actions_addclosefrom_np(actions, 3)
    if cwd is not None:
        _LIBC.posix_spawn_file_actions_addchdir_np(actions, os.fsencode(cwd))
    _LIBC.sigemptyset(defaults)
    for number in signal.SIGPIPE, signal.SIGXFSZ:  # which Python ignores for itself
        _LIBC.sigaddset(defaults, int(number))
    _LIBC.posix_spawnattr_setsigdefault(attributes, defaults)
    _LIBC.posix_spawnattr_setflags(attributes, ctypes.c_short(_SETS_DEFAULTS))
    try:
        failure = _LIBC.posix_spawn(ctypes.byref(pid), os.fsencode(executable), actions, attributes, _array(args), _array(environment))
    finally:
        _LIBC.posix_spawn_file_actions_destroy(actions)
        _LIBC.posix_spawnattr_destroy(attributes)
    if failure:
        raise OSError(failure, os.strerror(failure), executable)
    return pid.value


def _array(texts):
    return (ctypes.c_char_p * (len(texts) + 1))(*map(os.fsencode, texts), None)
