"""Prints which of the modules named on the command line run for too many lines, or end the process.

usage: python stops.py MOST MODULE...      in the directory of the modules
"""

import sys


class TooLong(BaseException):
    pass


def main(most, names):
    sys.path.insert(0, '')
    for name in names:
        lines = 0

        def trace(frame, event, arg):
            nonlocal lines
            lines += event == 'line'
            if lines > most:
                raise TooLong
            return trace

        out, sys.stdout = sys.stdout, None
        sys.settrace(trace)
        try:
            __import__(name)
            good = True
        except Exception:
            good = True
        except BaseException:
            good = False
        sys.settrace(None)
        sys.stdout = out
        if not good or lines > most:
            print(name)


main(int(sys.argv[1]), sys.argv[2:])
