"""Reads CONFIG.json (PROTOCOL.md) without loading `json` into the program's process."""

from _leadline import system

try:
    from _json import make_scanner
except ImportError:
    make_scanner = None


class _Rules:
    """What the C scanner of `_json` asks of its context."""
    strict = True
    object_hook = None
    object_pairs_hook = None
    array_hook = None  # 3.15
    parse_float = float
    parse_int = int
    parse_constant = float
    memo = {}


def read(path):
    """The configuration as a dict; its strings are JSON's own, see `system.native`."""
    text = system.read_file(path).decode('utf-8')
    if make_scanner is None:
        import json
        return json.loads(text)
    value, _end = make_scanner(_Rules())(text.strip(), 0)
    return value
