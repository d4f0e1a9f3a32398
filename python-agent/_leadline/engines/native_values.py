"""What the trace functions in C need to record the values of one thread (native/variables.c)."""

from _leadline import native, wire
from _leadline.codes import watch
from _leadline.values.faults import fault_text
from _leadline.values.leaves import LEAVES
from _leadline.values.outlines import have_numbered, outline
from _leadline.values.variables import argument_names, names_of
from _leadline.values.writer import LABELS
from _leadline.versions import F_LOCALS_IS_A_SNAPSHOT, READING_CELLS_CRASHES

_FUNCTION = 0x1  # CO_OPTIMIZED: not the body of a class or module
_GENERATOR = 0x20 | 0x80 | 0x200  # CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR


class NativeValues:
    """texts: a values.Texts. shown: the thread's value_events.Shown. codes, frames: native.IdTables of all threads."""

    leaves, labels, no_name = LEAVES, LABELS, ''
    outline, have_numbered, fault_text = map(staticmethod, (outline, have_numbered, fault_text))

    def __init__(self, texts, shown, codes, frames):
        self.hides, self.hidden = texts.hides, texts.hidden
        self.text, self.part = texts.visible, texts.part
        self.codes, self.frames = codes, frames
        self.unreadable = shown.unreadable
        self._shown = shown

    def begin(self, trace, unfinished, line_text, is_noted):
        """Have a native.Trace record values: the native.Values. unfinished: a list that is not empty while values of a call
        are to come.
        """
        shown = self._shown
        self.unfinished = unfinished
        self._values = trace.values = native.Values(
            self, shown.arguments, shown.locals, shown.returned,
            F_LOCALS_IS_A_SNAPSHOT and (shown.arguments or shown.locals))
        trace.line_text, trace.is_noted = line_text, is_noted
        return self._values

    def entered(self, frame, resumed):
        """A call is recorded in Python, of a frame that was not known before."""
        if resumed:
            self._values.forget(frame)
        else:
            self._values.begin(frame)

    @staticmethod
    def serves(code):
        """Whether the variables of a code object can be read in C."""
        if not code.co_flags & _FUNCTION or names_of(code) is None:
            return False
        return not (READING_CELLS_CRASHES and (code.co_cellvars or code.co_freevars))

    def describe(self, code):
        """(variables, arguments, whether what is returned is a secret, whether it is a generator, index of the first of the
        variables among the fast locals of a frame or None, what drops the entry).

        Of each variable three items in a row: its name, JSON of it as a key, and whether it is a secret.
        """
        names = names_of(code)
        variables, arguments = self._flat([(name, name) for name in names]), self._flat(argument_names(code))
        known = self.codes[id(code)] = (
            variables, arguments, self.hides(code.co_name), bool(code.co_flags & _GENERATOR),
            _first_fast_local(code, tuple(names)), watch(code, self.codes))
        return known

    def _flat(self, pairs):
        return tuple([part for label, name in pairs for part in (name, wire.quote_key(label) + ':', self.hides(label))])


def _first_fast_local(code, names):
    """None where the names are not the last ones of co_varnames: some between them are not shown."""
    if not native.has_fast_locals or code.co_cellvars or code.co_freevars:
        return None
    first = len(code.co_varnames) - len(names)
    return first if code.co_varnames[first:] == names else None
