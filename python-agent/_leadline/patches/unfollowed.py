"""Which Python programs that a command starts do not find the agent, as far as the command shows it.

A note must be true: what may not run, or is not known before it runs, is passed over.
"""

import sys

from _leadline import shell_text, system
from _leadline.bootstrap import interpreter_options

_SHELLS = frozenset(('sh', 'bash', 'dash', 'zsh', 'ksh', 'ash'))
_PREFIXES = frozenset(('command', 'exec', 'nohup', 'setsid', 'time'))
_VARIABLES = 'PYTHONPATH', 'LEADLINE_FOLLOW'
_DEEPEST = 5  # commands of commands
_LINE = 256  # bytes of a file's first line that Linux looks at
_TYPE, _REGULAR, _EXECUTABLE = 0o170000, 0o100000, 0o111

_BY_OPTION = 'an option of its interpreter (-E, -I or -S) keeps the agent out'
_BY_ENVIRONMENT = 'it is started with another PYTHONPATH'


def of_command(words, path):
    """(words, why) of each program. words: the command's. path: where bare names are looked up."""
    return _of(list(words), path, '', 0)


def of_shell(text, path):
    """The same of a text that `sh -c` runs."""
    return [found for words in shell_text.commands(text) for found in _of(words, path, '', 1)]


def is_python(word):
    """Whether a command is CPython by its name."""
    name = word.rpartition(system.SEPARATOR)[2]
    return word == sys.executable or (
        name[:6] == 'python' and name[6:].rstrip('dt').replace('.', '').isdigit()) or name == 'python'


def _of(words, path, why, depth):
    words, assigned = _without_assignments(words) if depth else (words, False)
    why = _BY_ENVIRONMENT if assigned else why
    if depth > _DEEPEST or not words or words[0] is None:
        return []
    file = _find(words[0], path)
    if file is None:
        return []
    name = words[0].rpartition('/')[2]
    if is_python(words[0]):
        return _of_python(words, why)
    if name in _SHELLS:
        return _of_shell(words, path, why, depth)
    if name == 'env':
        return _of_env(words, path, why, depth)
    if name in _PREFIXES:
        return _of(_without_options(words), path, why, depth + 1)
    line = _shebang(file)
    return _of(line + [file] + words[1:], path, why, depth + 1) if line else []


def _of_python(words, why):
    known = words[:words.index(None)] if None in words else words
    if interpreter_options.is_isolated(known):
        why = _BY_OPTION
    elif not interpreter_options.runs_program(known):
        why = ''
    return [(['...' if word is None else word for word in words], why)] if why else []


def _of_shell(words, path, why, depth):
    for place, word in enumerate(words[1:], 2):
        if word is None or word[:1] not in ('-', '+') or word[:2] == '--':
            return []
        if 'c' in word:
            text = words[place] if place < len(words) else None
            return [] if text is None else [
                found for inner in shell_text.commands(text)
                for found in _of(inner, path, why, depth + 1)]
    return []


def _of_env(words, path, why, depth):
    at = 1
    while at < len(words) and words[at] is not None and words[at][:1] == '-':
        word = words[at]
        at += 1
        if word in ('-S', '--split-string') and at < len(words) and words[at] is not None:
            return _of_env(['env'] + words[at].split() + words[at + 1:], path, why, depth + 1)
        if word[:2] == '-S':
            return _of_env(['env'] + word[2:].split() + words[at:], path, why, depth + 1)
        if word in ('-i', '-', '--ignore-environment'):
            why = _BY_ENVIRONMENT
        elif word in ('-u', '--unset') and at < len(words):
            why = _BY_ENVIRONMENT if words[at] in _VARIABLES else why
            at += 1
        elif word not in ('-v', '--debug', '-0', '--'):
            return []
    return _of(words[at:], path, why, depth + 1)


def _without_assignments(words):
    """(the words behind NAME=value, whether one of these hides the agent)"""
    hides = False
    while words and words[0] is not None and words[0].partition('=')[0].isidentifier() \
            and '=' in words[0]:
        hides = hides or words[0].partition('=')[0] in _VARIABLES
        words = words[1:]
    return words, hides


def _without_options(words):
    at = 1
    while at < len(words) and words[at] is not None and words[at][:1] == '-':
        at += 1
    return words[at:]


def _find(command, path):
    """The file of a command; None where there is none that can be executed."""
    if command in ('exec', 'command', 'time'):  # of the shell
        return command
    places = [command] if '/' in command else [
        (directory or '.') + '/' + command for directory in path.split(':')]
    for place in places:
        try:
            mode = system.calls.stat(place).st_mode
        except (OSError, ValueError):
            continue
        if mode & _TYPE == _REGULAR and mode & _EXECUTABLE:
            return place
    return None


def _shebang(file):
    """The words that Linux puts in front of a script: an interpreter and at most one argument."""
    try:
        with system.FileIO(file) as stream:
            line = stream.read(_LINE).partition(b'\n')[0]
    except OSError:
        return []
    if line[:2] != b'#!':
        return []
    return line[2:].decode(system.ENCODING, 'surrogateescape').strip().split(None, 1)
