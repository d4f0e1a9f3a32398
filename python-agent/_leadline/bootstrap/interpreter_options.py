"""What a command line of CPython's says before its program."""

_WITH_VALUE = '--check-hash-based-pycs'
_ANSWERING = frozenset((
    'h', 'V', '?', '--help', '--help-all', '--help-env', '--help-xoptions', '--version'))
_ISOLATING = frozenset('IES')


def options(argv):
    """(letters, words, index): of the options, and where the rest begins, at -c and -m with them."""
    letters, words, index = [], [], 1
    while index < len(argv) and argv[index][:1] == '-' and argv[index] not in ('-', '--'):
        word = argv[index]
        if word.startswith('--'):
            words.append(word)
            index += word == _WITH_VALUE
        else:
            for place, letter in enumerate(word[1:], 2):
                letters.append(letter)
                if letter in 'cm':
                    return letters, words, index
                if letter in 'WX':
                    index += place == len(word)
                    break
        index += 1
    return letters, words, index


def runs_program(argv):
    """Whether it does not just answer, as with --version."""
    letters, words, _index = options(argv)
    return _ANSWERING.isdisjoint(letters + words)


def is_isolated(argv):
    """Whether it runs a program that does not find the agent.

    -E and -I ignore PYTHONPATH, and -S does not import sitecustomize.
    """
    return runs_program(argv) and not _ISOLATING.isdisjoint(options(argv)[0])


def script(argv):
    """The script, directory or zip that it runs; None for anything else."""
    letters, _words, index = options(argv)
    if letters[-1:] in (['c'], ['m']) or index >= len(argv) or argv[index] in ('-', '--'):
        return None
    return argv[index]
