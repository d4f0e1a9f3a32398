"""A child goes on when its parent has ended."""
# processes: start=1 fork=1

import os
import time


def parent_is_gone(parent):  #: calls=1
    while os.getppid() == parent:
        time.sleep(0.001)
    return True


def afterwards():  #: calls=1
    return "afterwards"  #: lines=1


me = os.getpid()
if os.fork() == 0:
    if parent_is_gone(me):
        afterwards()
