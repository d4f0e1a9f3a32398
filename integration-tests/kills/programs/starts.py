"""Interpreters that end when their parent closes their stdin."""
import select
import subprocess
import sys

import marks

CHILD = '''
import select, sys
sys.path.insert(0, %r)
import marks
marks.work(.01, lambda: not select.select([0], [], [], 0)[0] and marks.goes_on())
''' % sys.path[0]

children = [subprocess.Popen([sys.executable, '-c', CHILD], stdin=subprocess.PIPE) for _ in range(2)]
try:
    marks.work(.01)
except KeyboardInterrupt:
    pass
for child in children:
    child.stdin.close()
    child.wait()
marks.ends()
