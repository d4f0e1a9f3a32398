"""Reads CONFIG.json (PROTOCOL.md) without loading `json` into the program's process."""

from _leadline import system

_NAMES = {'null': None, 'true': True, 'false': False}


def read(path):
    """The configuration as a dict; its strings are JSON's own, see `system.from_protocol`.

    JSON is an expression of Python but for three names, and for what is written as two surrogates.
    """
    text = system.read_file(path).decode('utf-8').strip()
    value = eval(text, {'__builtins__': _NAMES})
    return _whole(value) if '\\ud' in text else value


def _whole(value):
    """The same with each pair of surrogates as the character that it means."""
    if isinstance(value, str):
        return value.encode('utf-16', 'surrogatepass').decode('utf-16', 'surrogatepass')
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {name: _whole(item) for name, item in value.items()}
    return value
