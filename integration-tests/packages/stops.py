"""Prints which of the modules named on the command line run for too many lines, or end the process.

usage: python stops.py MOST MODULE...      in the directory of the modules

A tracer that raises is switched off, and the program may hold what it raised back: so the process begins anew with
the next module instead.
"""

import os
import sys


def main(most, names):
    sys.path.insert(0, '')
    out, sys.stdout = sys.stdout, None
    for at, name in enumerate(names):
        lines = 0

        def trace(frame, event, arg):
            nonlocal lines
            lines += event == 'line'
            if lines > most:
                print(name, file=out, flush=True)
                os.execv(sys.executable, [sys.executable, '-S', '-W', 'ignore', __file__, str(most)] + names[at + 1 :])
            return trace

        sys.settrace(trace)
        try:
            __import__(name)
        except Exception:
            pass
        except BaseException:
            print(name, file=out)
        sys.settrace(None)


main(int(sys.argv[1]), sys.argv[2:])
