"""Reads CONFIG.json (PROTOCOL.md) without loading `json` into the program's process."""

from _leadline import system

_NAMES = {'null': None, 'true': True, 'false': False}

# What a field is that is not in the file.
_FIELDS = {'timed': False, 'live': False, 'python_args': (), 'flush_signal': None, 'follow': None,
           'runner': None, 'idle_signal': False}
_PROGRAM = {'args': ()}
_STDIO = {'stdin': None, 'stdout': None, 'stderr': None}
_RECORDING = {
    'cutoff': 'auto', 'module_level': False, 'levels': None, 'scope': (), 'roots': (), 'include': (),
    'exclude': (), 'function': (), 'events': (), 'max_events': None, 'values': (), 'redact': (),
    'layers': False}


def read(path):
    """The configuration as a dict with every field; its strings are JSON's own, see `system.native`.

    JSON is an expression of Python but for three names, and for what is written as two surrogates.
    """
    text = system.read_file(path).decode('utf-8').strip()
    value = eval(text, {'__builtins__': _NAMES})
    return _complete(_whole(value) if '\\ud' in text else value)


def _complete(value):
    parts = dict(
        program=dict(_PROGRAM, **value['program']), stdio=dict(_STDIO, **value.get('stdio', {})),
        recording=dict(_RECORDING, **value['recording']))
    return {**_FIELDS, **value, **parts}


def _whole(value):
    """The same with each pair of surrogates as the character that it means."""
    if isinstance(value, str):
        return value.encode('utf-16', 'surrogatepass').decode('utf-16', 'surrogatepass')
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {name: _whole(item) for name, item in value.items()}
    return value
