"""What the programs of the sweep share: a traced function that logs each of its calls with its time."""

import os
import sys
import time

SHORT = sys.argv[1:] == ['short']
_log = os.open('log', os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
if not os.path.exists('main'):  # a child imports this, or is forked, when it is there
    with open('main', 'w') as main:
        main.write('%d' % os.getpid())
_end = time.monotonic() + (1.5 if SHORT else 600)


def mark():
    os.write(_log, b'%d %d\n' % (os.getpid(), time.monotonic() * 1e9))


def goes_on():
    return time.monotonic() < _end


def work(pause=0.0, goes_on=goes_on):
    while goes_on():
        mark()
        if pause:
            time.sleep(pause)


def ends():
    """Say that the program is about to end."""
    os.close(os.open('ends', os.O_WRONLY | os.O_CREAT, 0o600))
