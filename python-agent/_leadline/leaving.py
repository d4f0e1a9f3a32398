"""What the agent holds is written before the process goes without a word.

`os._exit`, `os.abort` and the `exec` family end the program's Python at once: no atexit, no end of
anything.
"""

from _leadline import standins, wire


def watch(engine):
    """Have the trace written up to each of these calls."""
    standins.replace('_exit', lambda real: _leave(engine, '_exit', real))
    standins.replace('abort', lambda real: _leave(engine, 'abort', real))
    standins.replace('execv', lambda real: _leave(engine, 'exec', real))
    standins.replace('execve', lambda real: _leave(engine, 'exec', real))


def _leave(engine, how, real):
    def leave(*arguments, **named):
        if not engine.stopped:
            first = list(arguments) + list(named.values())
            engine.settle()
            engine.stream.write(wire.record(
                'leaving', ('how', how), ('detail', _text(first[0]) if first else ''),
                ('time_ns', engine.elapsed())))
        return real(*arguments, **named)
    return leave


def _text(value):
    if type(value) is bytes:
        return value.decode('utf-8', 'surrogateescape')
    return value if type(value) is str else '%d' % value if type(value) is int else ''
