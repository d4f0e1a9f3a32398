"""What has changed among the variables of one frame, found without making the texts of most that have not."""

from itertools import repeat

from _leadline.values.textcache import may_be_kept

_MISSING = object()
_missing = repeat(_MISSING)


class Variables:
    """The variables of a frame as they were written last.

    A value has the same text if it is the same object and cannot change; it is kept for that, since another may
    get its place.
    """
    __slots__ = '_names', '_texts', '_atoms'

    def __init__(self, names):
        """names: of variables.names_of()."""
        self._names = names
        self._texts = {}
        self._atoms = {}  # name -> value

    def changed(self, values, total, text_of):
        """{name: text, None if it is gone} of what is new or changed; of `...`, how many more there are.

        values, total: of variables.variables(). text_of: makes the text of a name and a value.
        """
        texts, atoms, found = self._texts, self._atoms, {}
        names = self._names
        if names is None:
            more = total - len(values)
            if more:
                values['...'] = more
            names = {**texts, **values}
        for name, value in zip(names, map(values.get, names, _missing)):
            if atoms.get(name) is value and (value is not None or name in atoms):
                continue
            if may_be_kept(value):
                atoms[name] = value
            elif name in atoms:
                del atoms[name]
            if value is _MISSING:
                if name in texts:
                    del texts[name]
                    found[name] = None
                continue
            text = text_of(name, value) if name != '...' else '<%d more>' % value
            if texts.get(name) != text:
                texts[name] = found[name] = text
        return found
