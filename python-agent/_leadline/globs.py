"""Globs as PROTOCOL.md has them: `*`, `?`, `[a-z]`, `[!a]`; whole strings, with case.

`fnmatch` would load `re` into the program's process.
"""


def matches(pattern, text):
    """Whether the whole text matches. Linear in time but for the last `*` seen, which backs up."""
    at = star = -1
    i = j = 0
    while j < len(text):
        step = _one(pattern, i, text[j]) if i < len(pattern) and pattern[i] != '*' else 0
        if i < len(pattern) and pattern[i] == '*':
            star, at = i, j
            i += 1
        elif step:
            i += step
            j += 1
        elif star >= 0:
            at += 1
            i, j = star + 1, at
        else:
            return False
    return not pattern[i:].strip('*')


def _one(pattern, i, character):
    """Length of the pattern element at i if it takes the character, else 0."""
    if pattern[i] == '?':
        return 1
    end = _class_end(pattern, i)
    if end < 0:
        return 1 if pattern[i] == character else 0
    members = pattern[i + 1:end]
    negated = members.startswith('!')
    return end + 1 - i if _in_class(members[negated:], character) != negated else 0


def _class_end(pattern, i):
    """Index of the `]` that closes the class opened at i, or -1 where none is opened."""
    if pattern[i] != '[':
        return -1
    first = i + 2 if pattern[i + 1:i + 2] == '!' else i + 1
    return pattern.find(']', first + 1)  # a `]` in first place stands for itself


def _in_class(members, character):
    i = 0
    while i < len(members):
        if members[i + 1:i + 2] == '-' and i + 2 < len(members):
            if members[i] <= character <= members[i + 2]:
                return True
            i += 3
        else:
            if members[i] == character:
                return True
            i += 1
    return False
