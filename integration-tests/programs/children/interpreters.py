"""Interpreters that a program starts: a script, a module, code, one that becomes another, one that outlives it."""
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SCRIPT = os.path.join(HERE, "started", "script.py")


def python(*args):  #: calls=5 level=1
    return subprocess.check_output([sys.executable] + list(args), cwd=HERE).decode().split("\n")


print(python(SCRIPT, "plain"))
print(python("-m", "started", "module"))
print(python("-c", "import sys; from started.script import as_script", "imported")[:1])
print(python(SCRIPT, "exec"))
print(python("-I", "-c", "print('isolated')"))
subprocess.check_call(["sh", "-c", '"$0" -m started "by a shell"', sys.executable], cwd=HERE)
