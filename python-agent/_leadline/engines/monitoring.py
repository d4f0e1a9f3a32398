"""A tool of `sys.monitoring` (3.12+) beside the trace function: it hears what that one cannot."""

import sys

_NUMBERS = (5, 4, 3)  # those that no other kind of tool has by custom


class Tool:
    """Callbacks for events of all threads. Without a free number it hears nothing."""

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
        self.only()

    def usually(self, event, callback):
        """Have a callback called for an event, as long as nothing else is asked for."""
        self._usual = event
        self._register(callback, event)
        self.only()

    def only(self, event=0, callback=None, *more):
        """Hear of this event alone; more: (event, callback) of each that comes with it. Of none: as usual again.

        Other events beside calls would take opcode events away from a debugger (seen on 3.13 to
        3.15, and with different events on each).
        """
        if event:
            for one, heard in [(event, callback), *more]:
                self._register(heard, one)
        self._set(event or self._usual)

    def locally(self, code, event, callback):
        """Hear of an event of this one code object; it costs nothing elsewhere."""
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
