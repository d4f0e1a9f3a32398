"""Secrets among the arguments of a command: values of options and variables, and in URLs."""

_SCHEME = '://'
_ENDS_AUTHORITY = '/?#"\'<>\\ \t\n'


def _may_hide(word):
    """Most programs have no such argument, and do without what looks at names."""
    return word.startswith('-') or '=' in word or ':' in word


class Arguments:
    """patterns: `redact` of a recording."""

    def __init__(self, patterns):
        self._patterns = patterns
        self._hides = self._replacement = None

    def load(self):
        """Import what looks at names: once the program runs, the agent imports nothing."""
        if self._patterns and self._hides is None:
            from _leadline.values.redaction import REDACTED, Redaction
            self._hides, self._replacement = Redaction(self._patterns).hides, REDACTED

    def redacted(self, words):
        """The words, with what the globs hide replaced."""
        if not self._patterns or not any(map(_may_hide, words)):
            return words
        self.load()
        return self._without_secrets(words)

    def _without_secrets(self, words):
        shown, is_secret = [], False
        for word in words:
            is_option = word[:1] == '-' and len(word) > 1
            if is_secret and not is_option:
                shown.append(self._replacement)
                is_secret = False
                continue
            name, separator = _assigned(word)
            if separator and self._is_secret(name):
                shown.append(name + separator + self._replacement)
                is_secret = False
            else:
                shown.append(self._in_url(word))
                is_secret = is_option and not separator and self._is_secret(word)
        return shown

    def _is_secret(self, name):
        """An option, or a variable; `--db-pass` is named as `db_pass`, `db.pass` as its last part."""
        name = name.lstrip('-')
        return any(map(self._hides, (
            name, name.replace('-', '_'), name.rpartition('.')[2].replace('-', '_'))))

    def _in_url(self, word):
        """Without the users of URLs, and the values of queries that are secrets."""
        if _SCHEME not in word:
            return word
        if self._hides('password'):
            first, *urls = word.split(_SCHEME)
            word = _SCHEME.join([first] + [self._without_user(url) for url in urls])
        address, mark, query = word.partition('?')
        return address + mark + '&'.join(map(self._field, query.split('&')))

    def _without_user(self, url):
        end = 0
        while end < len(url) and url[end] not in _ENDS_AUTHORITY:
            end += 1
        user = url[:end].rpartition('@')[0]
        return self._replacement + url[len(user):] if user else url

    def _field(self, field):
        name, separator = _assigned(field)
        secret = separator and self._is_secret(name)
        return name + separator + self._replacement if secret else field


def _assigned(word):
    """The name in `--name=value`, `name=value` or `Name: value`, and what follows it; or two empty texts."""
    for separator in '=', ': ':
        name, found, _value = word.partition(separator)
        if found and name.strip('-') and name.replace('-', '_').replace('.', '_').isidentifier():
            return name, separator
    return '', ''
