import importlib
import os
import sys


def load(name):
    sys.path.insert(0, os.getcwd())
    module, _, attribute = name.partition(':')
    return getattr(importlib.import_module(module), attribute)


if __name__ == '__main__':
    load(sys.argv[1])()
