"""Values beside the events of one thread: arguments, local variables, what is returned."""

from _leadline import native, wire
from _leadline.codes import watch
from _leadline.engines import reading
from _leadline.engines.native_values import NativeValues
from _leadline.values.changes import Variables
from _leadline.values.variables import names_of, variables
from _leadline.versions import F_LOCALS_HAS_EFFECTS

_FUNCTION = 0x1  # CO_OPTIMIZED: not the body of a class or module
_MOST_KEYS = 5000  # that are remembered
_UNKNOWN = None, None
_GENERATOR = 0x20 | 0x80 | 0x200  # CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR


def maker(texts, recording, trouble):
    """Makes the Shown of a thread, of its `add` and `is_noted`."""
    told = 'locals' not in recording['values']  # arguments alone are read where a function begins

    def unreadable(frame):
        nonlocal told
        if not told:
            told = True
            code = frame.f_code
            trouble('some variables are not recorded, since to read them would change what the program sees (its own '
                    'locals(), vars(), dir(), exec() or f_locals): first in %s, %s:%d' % (
                        str.__str__(code.co_name), str.__str__(code.co_filename), code.co_firstlineno))
    written = {}
    codes, frames = native.IdTable(), native.IdTable()  # of native.Values: of all threads

    def make(add, is_noted):
        return Shown(texts, recording, unreadable, add, is_noted, written, codes, frames)
    return make


class _Latest:
    """unwinds: whether the latest event is an exception. A native.Trace has this, too."""
    unwinds = False


class Shown:
    """texts: a values.Texts. recording: as in PROTOCOL.md.

    unreadable: called with a frame, the variables of which are not read from here on. add: takes a piece of
    JSON. is_noted: called with an exception; whether it is a fault of the agent's. written: a dict of all threads. codes,
    frames: as NativeValues has them.
    """

    def __init__(self, texts, recording, unreadable, add, is_noted, written, codes, frames):
        wanted = recording['values']
        self._texts = texts
        self.unreadable = unreadable
        self._add = add
        self.is_noted = is_noted
        self.lines = 'line' in recording['events']
        self.arguments = 'args' in wanted and 'call' in recording['events']  # they are shown beside calls alone
        self.locals = 'locals' in wanted and self.lines
        self.returned = 'return' in wanted
        self.reads = F_LOCALS_HAS_EFFECTS and (self.arguments or self.locals)
        self.namespace = None  # where `reads`, of the function whose event is recorded
        self._thread = object()
        self._written = written  # id of a frame that has not ended -> (its Variables, the thread they were written for)
        self._names = {}  # id of a code object -> its names_of(), and what takes the entry out
        self._keys = {}  # name -> JSON of it as a key
        self.native = NativeValues(texts, self, codes, frames) if native.Values else None  # where frames are read in C
        self.latest = _Latest()

    def begin_in_c(self, trace, unfinished, line_text):
        """Have a native.Trace record values; see NativeValues.begin()."""
        self.json_of = self.native.begin(trace, unfinished, line_text, self.is_noted).json_of
        self.latest = trace

    def read_from(self, namespace):
        """The variables of the function whose event is recorded are in this dict; None: it is recorded."""
        self.namespace = namespace

    def json_of(self, name, value):
        """JSON of the text of a variable. C does the same, where it is there."""
        return wire.quote(self._texts.of(name, value))

    def stand_in(self, frame, local, begins):
        """What is to be in `f_trace` of a frame for a trace function in Python of ours; begins: it is new."""
        if not self.reads or not (self.locals or frame.f_code.co_flags & _FUNCTION):
            return local
        return reading.attach(frame, local, self, begins)

    def entered(self, frame, local, resumed, followed):
        """Behind a call; resumed: a generator goes on; followed: its variables are known from before."""
        self.latest.unwinds = False
        if type(local) is native.Local:
            if not followed:
                self.native.entered(frame, resumed)
            return
        if not followed:
            self._written.pop(id(frame), None)
        if self.arguments and not resumed and not (self.reads and frame.f_code.co_flags & _FUNCTION):
            self._add_arguments(frame, None)

    def is_to_begin(self, local, resumed):
        """Whether values of the call of a frame with this trace function are read behind the call."""
        if type(local) is native.Local:
            return self.arguments and not resumed
        return type(local) is reading.Reading and not local.begun

    def begins(self, frame):
        """In front of the first event of a frame: nothing of the program ran since its call."""
        if self.arguments and frame.f_code.co_flags & _FUNCTION:
            self._add_arguments(frame, self.namespace)
        frame.f_trace_lines = self.lines
        if not self.locals:
            frame.f_trace = frame.f_trace.local

    def _add_arguments(self, frame, namespace):
        arguments = {name: wire.quote(text) for name, text in self._texts.arguments(frame, namespace).items()}
        self._add_pairs('args', arguments)
        if self.locals:
            self._begun(frame).begin(arguments)

    def after(self, frame, event, arg):
        """Behind an event of a frame."""
        if event == 'line':
            if self.lines:  # on 3.6 it comes anyway
                self._after_line(frame)
            return
        if event == 'return':
            unwinds = self.latest.unwinds and arg is None
            if self.returned and not unwinds and frame.f_code.co_flags & _FUNCTION:
                text = self._texts.of(frame.f_code.co_name, arg)
                self._add('["value",%s]' % wire.quote(text))
            if not frame.f_code.co_flags & _GENERATOR:
                self._written.pop(id(frame), None)
        if event != 'opcode':
            self.latest.unwinds = event == 'exception'

    def _after_line(self, frame):
        self.latest.unwinds = False
        if self.locals and not (self.reads and self.namespace is None):  # it is not readable here
            known, owner = self._written.get(id(frame), _UNKNOWN)
            if owner is not self._thread:
                known = self._begun(frame)
            changed = known.changed(*variables(frame, self.namespace), self.json_of)
            if changed:
                self._add_pairs('locals', changed)

    def _begun(self, frame):
        known = Variables(self._names_of(frame.f_code))
        self._written[id(frame)] = known, self._thread
        return known

    def _names_of(self, code):
        known = self._names.get(id(code))
        if known is None:
            known = self._names[id(code)] = names_of(code), watch(code, self._names)
        return known[0]

    def _add_pairs(self, kind, pairs):
        texts = []
        for name, text in pairs.items():
            key = self._keys.get(name)
            if key is None:
                if len(self._keys) >= _MOST_KEYS:
                    self._keys.clear()
                key = self._keys[name] = wire.quote_key(name) + ':'
            texts.append(key + ('null' if text is None else text))
        self._add('["%s",{%s}]' % (kind, ','.join(texts)))
