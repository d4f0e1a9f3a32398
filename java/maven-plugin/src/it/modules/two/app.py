import os
import sys


def meet(us, other):
    """Opens a pipe for reading and the other's for writing: both wait until both are there."""
    ends = [(us, os.O_RDONLY), (other, os.O_WRONLY)]
    for name, flag in sorted(ends):
        try:
            os.mkfifo("../" + name)
        except FileExistsError:
            pass
        os.close(os.open("../" + name, flag))


meet("to-two", "to-one")
print(sys.argv[1], "met one")
