"""Values beside the events of one thread: arguments, local variables, what is returned."""

from _leadline import wire

_FUNCTION = 0x1  # CO_OPTIMIZED: not the body of a class or module
_GENERATOR = 0x20 | 0x80 | 0x200  # CO_GENERATOR, CO_COROUTINE, CO_ASYNC_GENERATOR


class Shown:
    """texts: a values.Texts. wanted: of `args`, `locals`, `return`. add: takes a piece of JSON."""

    def __init__(self, texts, wanted, add):
        self._texts = texts
        self._add = add
        self._arguments = 'args' in wanted
        self._locals = 'locals' in wanted
        self._returned = 'return' in wanted
        self._written = {}  # id of a frame that has not ended -> name -> text of its variables
        self._unwinds = False  # whether the latest event is an exception

    def entered(self, frame, resumed):
        """Behind a call; resumed: a generator goes on, and has shown its arguments."""
        self._unwinds = False
        if resumed:
            return
        self._written.pop(id(frame), None)
        if self._arguments:
            self._add_pairs('args', self._texts.arguments(frame))

    def after(self, frame, event, arg):
        """Behind an event of a frame."""
        if event == 'line' and self._locals:
            self._add_changed(frame)
        elif event == 'return':
            unwinds = self._unwinds and arg is None
            if self._returned and not unwinds and frame.f_code.co_flags & _FUNCTION:
                text = self._texts.of(frame.f_code.co_name, arg)
                self._add('["value",%s]' % wire.quote(text))
            if not frame.f_code.co_flags & _GENERATOR:
                self._written.pop(id(frame), None)
        if event != 'opcode':
            self._unwinds = event == 'exception'

    def _add_changed(self, frame):
        texts = self._texts.locals(frame)
        before = self._written.get(id(frame), {})
        changed = {name: text for name, text in texts.items() if before.get(name) != text}
        changed.update((name, None) for name in before if name not in texts)
        self._written[id(frame)] = texts
        if changed:
            self._add_pairs('locals', changed)

    def _add_pairs(self, name, pairs):
        self._add('["%s",%s]' % (name, wire.json_text(pairs)))
