"""An exception that ends the program is shown as if the agent's frames were not there.

The exception goes on to the interpreter, so that exit statuses and `sys.last_exc` are CPython's own.
Only `sys.excepthook` is stood in for, at the last moment, to give the hook the program's traceback.
"""

import sys

from _leadline import versions
from _leadline.internals.starting import traceback_of_runpy

_display = sys.__excepthook__


def hide_frames(traceback, afterwards):
    """Have the interpreter show what ends the program with this traceback (None for no frames).

    afterwards: called when the program's hook is through.
    """
    missing = not hasattr(sys, 'excepthook')
    hook = None if missing else sys.excepthook

    def stand_in(kind, value, _with_agent):
        if missing:
            del sys.excepthook
        else:
            sys.excepthook = hook
        value.__traceback__ = traceback
        sys.last_traceback = traceback
        if missing:
            sys.stderr.write('sys.excepthook is missing\n')
            _display(kind, value, traceback)
        else:
            _call(hook, kind, value, traceback)
        afterwards()

    sys.excepthook = stand_in


def _call(hook, kind, value, traceback):
    """What PyErr_PrintEx does around the hook; a SystemExit of the hook goes through."""
    try:
        hook(kind, value, traceback)
    except SystemExit:
        raise
    except BaseException as fault:
        failed = fault.with_traceback(fault.__traceback__.tb_next)
    else:
        return
    sys.stderr.write('Error in sys.excepthook:\n')
    _display(type(failed), failed, failed.__traceback__)
    sys.stderr.write('\nOriginal exception was:\n')
    _display(kind, value, traceback)


def without(traceback, directory):
    """The traceback less the frames of code in a directory; before 3.7 it cannot be changed.

    A trace function that finds no room on the stack leaves its frame in the program's traceback.
    """
    if not versions.TRACEBACKS_CAN_BE_MADE:
        return traceback
    entry = traceback
    while entry is not None and entry.tb_next is not None:
        if str.startswith(entry.tb_next.tb_frame.f_code.co_filename, directory):
            entry.tb_next = entry.tb_next.tb_next
        else:
            entry = entry.tb_next
    return traceback


def after_runpy(traceback, running):
    """The traceback under the frames of runpy that a plain `-m` shows; 3.7+.

    running: whether the program ran, or was still looked for.
    """
    top = traceback_of_runpy(running)
    if top is None:
        return traceback
    last = top.tb_next if running else top
    last.tb_next = traceback
    return top
