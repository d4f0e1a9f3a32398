"""What has changed among the variables of one frame, found without making the texts of most that have not."""

from itertools import compress, repeat

from _operator import is_not

from _leadline.values.contents import may_be_kept

_MISSING, _UNSEEN = object(), object()
_missing, _unseen = repeat(_MISSING), repeat(_UNSEEN)


class Variables:
    """The variables of a frame as they were written last.

    A value has the same text if it is the same object and cannot change; it is kept for that, since another may
    get its place.
    """
    __slots__ = '_names', '_texts', '_seen'

    def __init__(self, names):
        """names: of variables.names_of()."""
        self._names = names
        self._texts = {}
        self._seen = {}  # name -> value that cannot change, or _MISSING

    def begin(self, arguments):
        """arguments: label -> JSON of the text, which have been written and are no changes; the label has the stars."""
        if self._names is not None:
            labelled = ((label.lstrip('*'), text) for label, text in arguments.items())
            self._texts.update((name, text) for name, text in labelled if name in self._names)

    def changed(self, values, total, text_of):
        """{name: JSON of its text, None if it is gone} of what is new or changed; of `...`, how many more there are.

        values, total: of variables.variables(). text_of: makes JSON of the text of a name and a value.
        """
        texts, seen, found = self._texts, self._seen, {}
        names = self._names
        if names is None:
            more = total - len(values)
            if more:
                values['...'] = more
            names = {**texts, **values}
        now = list(map(values.get, names, _missing))
        for name, value in compress(zip(names, now), map(is_not, now, map(seen.get, names, _unseen))):
            if value is _MISSING:
                if name in texts:
                    del texts[name]
                    found[name] = None
                if self._names is None:
                    seen.pop(name, None)
                else:
                    seen[name] = value
                continue
            text = text_of(name, value) if name != '...' else '"<%d more>"' % value
            if may_be_kept(value):
                seen[name] = value
            elif name in seen:
                del seen[name]
            if texts.get(name) != text:
                texts[name] = found[name] = text
        return found
