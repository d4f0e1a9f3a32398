"""Counts the frames of its module and of a function, and writes them down with its arguments."""
import os
import sys


def depth():
    frame, count = sys._getframe(1), 0
    while frame is not None:
        frame, count = frame.f_back, count + 1
    return count


MODULE = depth()


def app():
    with open(os.environ['COUNTED'], 'w') as out:
        out.write('%d %d %s' % (MODULE, depth(), ' '.join(sys.argv[1:])))
