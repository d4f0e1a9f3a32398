"""Runs a script from a function of its own, as launchers and debuggers do: two more frames."""
import sys


def run(path):
    with open(path, 'rb') as source:
        code = compile(source.read(), path, 'exec', dont_inherit=True)
    exec(code, {'__name__': '__main__', '__file__': path})


del sys.argv[0]
run(sys.argv[0])
