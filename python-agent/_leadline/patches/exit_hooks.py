"""What the agent holds is written before the process goes without a word.

`os._exit`, `os.abort` and the `exec` family end the program's Python at once: no atexit, no end of
anything.
"""

from _leadline import wire
from _leadline.patches import standins

_FAILING = 'the end of the process could not be recorded'


def watch(engine):
    """Have the trace written up to each of these calls."""
    standins.replace('_exit', lambda real: _leave(engine, '_exit', real))
    standins.replace('abort', lambda real: _leave(engine, 'abort', real))
    standins.replace('execv', lambda real: _leave(engine, 'exec', real))
    standins.replace('execve', lambda real: _leave(engine, 'exec', real))


def _leave(engine, how, real):
    def leave(*arguments, **named):
        if not engine.stopped:
            run, first = engine.faults.run, list(arguments) + list(named.values())
            run(_FAILING, engine.settle)
            run(_FAILING, _report, engine, how, first)
        return real(*arguments, **named)
    return leave


def _report(engine, how, arguments):
    engine.stream.write(wire.record(
        'leaving', ('how', how), ('detail', _text(arguments[0]) if arguments else ''),
        ('time_ns', engine.elapsed())))


def _text(value):
    if type(value) is bytes:
        return value.decode('utf-8', 'surrogateescape')
    return value if type(value) is str else '%d' % value if type(value) is int else ''
