"""A burst of work, then a long wait in which its events are held."""
import time

import marks


def burst():
    for _ in range(50):
        marks.mark()


try:
    burst()
    time.sleep(1.5 if marks.SHORT else 600)
    burst()
except KeyboardInterrupt:
    pass
marks.ends()
