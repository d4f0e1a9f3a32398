"""Children that end when their parent has ended; one that is interrupted ends them, since it waits for them."""
import os
import signal

import marks

parent = os.getpid()
children = []
try:
    for _ in range(3):
        child = os.fork()
        if child == 0:
            marks.work(.01, lambda: os.getppid() == parent and marks.goes_on())
            os._exit(0)
        children.append(child)
    marks.work(.01)
except KeyboardInterrupt:
    if os.getpid() == parent:
        for child in children:
            os.kill(child, signal.SIGINT)
if os.getpid() == parent:
    for child in children:
        os.waitpid(child, 0)
    marks.ends()
