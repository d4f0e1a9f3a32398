"""Runs another interpreter on a script, a module and code, and becomes that one. usage: starts.py PYTHON"""
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SCRIPT = os.path.join(HERE, "script.py")


def other(*args):
    command = [sys.argv[1]] + list(args)
    return subprocess.check_output(command, cwd=os.path.dirname(HERE)).decode().split("\n")


def becomes():
    os.execv(sys.argv[1], [sys.argv[1], SCRIPT, "in place"])


print(other(SCRIPT, "plain"))
print(other("-m", "started", "module"))
print(other("-c", "from started import script", "imported"), flush=True)
becomes()
