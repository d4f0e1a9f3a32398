"""The event stream survives a program that closes all descriptors, or copies others over them.

For the program its number is one that is not open, as in a plain run.
"""

from _leadline.patches import standins

_EBADF = 9


def guard(engine):
    """Keep the program's os.close, os.closerange and os.dup2 off the stream."""
    standins.replace('close', lambda real: _close(engine, real))
    standins.replace('closerange', lambda real: _closerange(engine, real))
    standins.replace('dup2', lambda real: _dup2(engine, real))


def _close(engine, real):
    def close(fd):
        if fd == engine.stream.descriptor and not engine.stopped:
            raise OSError(_EBADF, 'Bad file descriptor')
        return real(fd)
    return close


def _closerange(engine, real):
    def closerange(fd_low, fd_high):
        ours = engine.stream.descriptor
        if engine.stopped or not _are_numbers(fd_low, fd_high) or not fd_low <= ours < fd_high:
            return real(fd_low, fd_high)
        real(fd_low, ours)
        return real(ours + 1, fd_high)
    return closerange


def _are_numbers(*values):
    return all(issubclass(type(value), int) for value in values)


def _dup2(engine, real):
    def dup2(fd, fd2, *inheritable, **named):
        if fd2 == engine.stream.descriptor and not engine.stopped:
            engine.faults.run('the stream could not be moved', engine.stream.move)
        return real(fd, fd2, *inheritable, **named)
    return dup2
