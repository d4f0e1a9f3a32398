"""The simple commands of a shell's text that are certain to run, up to where that is not certain."""

# What may keep the rest from running, or have other commands run.
_NOT_SIMPLE = frozenset((
    '!', '{', '}', '[[', 'case', 'for', 'function', 'if', 'select', 'until', 'while', 'exit', 'return',
    'set', 'eval', '.', 'source', 'alias', 'cd', 'export', 'unset'))
_ENDS = ('\n', ';', '&', '|')
_CONDITIONAL = '&&', '||'
_OPEN = -2  # quotes that do not close: the shell refuses the text


def commands(text):
    """A list of words for each; a word of which something is not known before it runs is None."""
    found, words, certain = [], [], True
    for token, is_operator in _tokens(text):
        if not is_operator:
            words.append(token)
            continue
        if words and certain:
            if words[0] in _NOT_SIMPLE or token == '(':
                return found
            found.append(words + [None] if token == '?' else words)
            if words[0] == 'exec':
                return found
        words = []
        if token in _CONDITIONAL:
            certain = False
        elif token in _ENDS:
            certain = certain or token != '|'
        else:
            return found
    return found


def _tokens(text):
    """(word, False) or (operator, True).

    The last is a line's end, `(` where the words before it are no command, or `?` where the text is not
    understood any more.
    """
    at, end = 0, len(text)
    while at < end:
        letter = text[at]
        if letter in ' \t':
            at += 1
        elif letter == '#':
            at = text.find('\n', at)
            at = end if at < 0 else at
        elif text[at:at + 2] in _CONDITIONAL:
            yield text[at:at + 2], True
            at += 2
        elif letter in _ENDS and text[at:at + 2] not in (';;', '|&', '&>'):
            yield letter, True
            at += 1
        else:
            word, known, at = _word(text, at)
            if at < end and text[at] in '<>' and (not word or word.isdigit()):
                at = _redirected(text, at)
            elif word is not None:
                yield word if known else None, False
            if at < 0 or word is None:
                yield ('(' if at == end or text[at:at + 1] == '(' else '?'), True
                return
    yield '\n', True


def _redirected(text, at):
    """Where a redirection ends; -1 where it is not one of a file or a descriptor."""
    operator = at
    while text[at:at + 1] in ('<', '>', '&', '|'):
        at += 1
    if text[operator:at] not in ('<', '>', '>>', '>|', '<>', '>&', '<&'):
        return -1
    while text[at:at + 1] in (' ', '\t'):
        at += 1
    word, _known, at = _word(text, at)
    return at if word else -1


def _word(text, at):
    """(the word, whether all of it is known, its end); the word is None where it is not understood."""
    letters, known, end = [], True, len(text)
    while at < end and text[at] not in ' \t\n;&|<>':
        letter = text[at]
        if letter == '\'':
            close = text.find('\'', at + 1)
            close = _OPEN if close < 0 else close
            letters.append(text[at + 1:close])
        elif letter == '"':
            close, inner, plain = _quoted(text, at + 1)
            letters.append(inner)
            known = known and plain
        elif letter == '\\':
            close = at + 1
            letters.append(text[close:close + 1])
        else:
            close = -1 if letter in '`()' or text[at:at + 2] == '$(' else at
            known = known and letter not in '$*?[~'
            letters.append(letter)
        if close < 0:
            return None, False, end if close == _OPEN else at
        at = close + 1
    return ''.join(letters), known, at


def _quoted(text, at):
    """(where the double quotes close, what is in them, whether all of it is known).

    In place of the first, _OPEN, or -1 where they hold a command.
    """
    letters, known = [], True
    while at < len(text) and text[at] != '"':
        if text[at] == '`' or text[at:at + 2] == '$(':
            return -1, '', False
        known = known and text[at] != '$'
        if text[at] == '\\' and text[at + 1:at + 2] in ('$', '`', '"', '\\'):
            at += 1
        letters.append(text[at])
        at += 1
    return (at if at < len(text) else _OPEN), ''.join(letters), known
