"""A tool of `sys.monitoring` (3.12+) beside the trace function: it receives what that one cannot."""

import sys

_NUMBERS = (5, 4, 3)  # those that no other kind of tool has by custom


class Tool:
    """Callbacks for events of all threads. Without a free number it receives nothing."""

    def __init__(self):
        self._monitoring = sys.monitoring
        self.events = sys.monitoring.events
        self._number = None
        self._wanted = self._usual = 0
        self._local = []

    def start(self):
        for number in _NUMBERS:
            if self._monitoring.get_tool(number) is None:
                self._monitoring.use_tool_id(number, 'leadline')
                self._number = number
                return

    def is_there(self):
        return self._number is not None

    def always(self, callbacks):
        """Have these called, each for its event, for as long as the tool is there."""
        for event, callback in callbacks.items():
            self._register(callback, event)
            self._usual |= event
        self.as_usual()

    def usually(self, event, callback):
        """Have a callback called for an event, as long as the tool is there, beside a trace function."""
        self._usual |= event
        self._register(callback, event)
        self.as_usual()

    def share(self):
        """From here on, have an event of the trace function's, too, with no callback.

        Code that reports opcodes to one tool reports them to none once it has an event of two tools
        (update_instrumentation_data() in CPython's Python/instrumentation.c): it has one from the start.
        """
        self._usual |= self.events.STOP_ITERATION
        self._set(self._wanted | self.events.STOP_ITERATION)

    def share_opcodes(self, code):
        """The same for one code object, while it has an event of two tools, and no opcodes yet."""
        if self._number is not None:
            local = self._monitoring.get_local_events(self._number, code)
            self._monitoring.set_local_events(self._number, code, local | self.events.INSTRUCTION)
            self._monitoring.set_local_events(self._number, code, local)

    def also(self, callbacks):
        """Have these called, too, each for its event, until as_usual()."""
        wanted = self._usual
        for event, callback in callbacks.items():
            self._register(callback, event)
            wanted |= event
        self._set(wanted)

    def as_usual(self):
        self._set(self._usual)

    def locally(self, code, event, callback):
        """Receive an event of this one code object; it costs nothing elsewhere."""
        self._register(callback, event)
        if self._number is not None:
            self._monitoring.set_local_events(self._number, code, event)
            self._local.append(code)

    def _register(self, callback, event):
        if self._number is not None:
            self._monitoring.register_callback(self._number, event, callback)

    def _set(self, wanted):
        if self._number is not None and wanted != self._wanted:
            self._wanted = wanted
            self._monitoring.set_events(self._number, wanted)

    def stop(self):
        if self._number is not None:
            self._set(0)
            for code in self._local:
                self._monitoring.set_local_events(self._number, code, 0)
            self._monitoring.free_tool_id(self._number)
            self._number = None
