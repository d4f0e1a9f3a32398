"""The exit status that a SystemExit asks for."""

_code = SystemExit.__dict__['code'].__get__
_RETURN = (lambda: None).__code__.co_code[-2]  # the instruction that a module ends with
_begins_with, _bits = int.__and__, int.bit_length
_BITS_OF_LONG = 64  # CPython asks for a C long, and -1 says that it is none


def status_of(leaving):
    """The status as a decimal number."""
    code = _code(leaving)
    if code is None:
        return '0'
    if not issubclass(type(code), int):
        return '1'
    return '%d' % _begins_with(code, 255) if _bits(code) < _BITS_OF_LONG else '255'


class LastExit:
    """Receives the events of a `<module>`, whose last exception ends the process."""

    def __init__(self):
        self.began = False
        self.status = None  # as status_of(), None where it was not left by a SystemExit
        self._raised = None

    def note(self, frame, event, arg):
        """As a local trace function. An exception is not kept, it would keep the program's objects."""
        self.began = True
        if event == 'exception':
            self._raised = status_of(arg[1]) if issubclass(arg[0], SystemExit) else None
        elif event == 'return' and frame.f_code.co_code[frame.f_lasti] != _RETURN:
            self.status = self._raised
