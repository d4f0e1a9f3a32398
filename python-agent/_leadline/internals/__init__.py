"""CPython's private parts, each known by its shape and not by a version.

A part that is missing or different is reported once, and the program runs all the same.
"""

_early = []  # reports that were made before the stream was there
_reported = set()
_report = _early.append


def report_to(trouble):
    """trouble: takes the text of each report, also of those that were made before."""
    global _report
    _report = trouble
    for text in _early:
        trouble(text)
    del _early[:]


def differs(part, effect):
    """Report a part that is not as it is known. effect: what is not recorded, or not as in a plain run."""
    if part not in _reported:
        _reported.add(part)
        _report('%s is missing or different in this CPython: %s' % (part, effect))


def parameters(function):
    """The names of a function's positional parameters; None where it does not show them."""
    code = getattr(function, '__code__', None)
    if code is not None:
        return code.co_varnames[:code.co_argcount]
    signature = getattr(function, '__text_signature__', None)
    if not signature:
        return None
    names = [part.strip() for part in signature.strip('()').split(',')]
    return tuple(name for name in names if name not in ('$module', '$self', '/'))
