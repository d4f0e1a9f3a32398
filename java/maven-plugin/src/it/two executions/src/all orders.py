import os
import sys


def priced(name):
    return "%s for %s" % (name, os.environ["CURRENCY"])


print(priced(sys.argv[1]), sys.argv[2:], sys.argv[0])
print("\033[31mtab\there, empty %r, stdin %r" % (os.environ["EMPTY"], sys.stdin.read()), file=sys.stderr)
