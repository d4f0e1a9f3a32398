"""64 children at once: all are there before one of them works."""
# processes: start=1 fork=64

import os


def work(n):  #: calls=64
    return n * n  #: lines=64


def child(n, ready, go):  #: calls=64
    os.write(ready, b"x")
    os.read(go, 1)
    work(n)
    os._exit(0)


def main():  #: calls=1
    ready, ready_end = os.pipe()
    go, go_end = os.pipe()
    children = []
    for n in range(64):
        pid = os.fork()
        if pid == 0:
            os.close(go_end)
            child(n, ready_end, go)
        children.append(pid)
    arrived = 0
    while arrived < 64:
        arrived += len(os.read(ready, 64))
    os.close(go_end)
    return sum(os.waitpid(pid, 0)[1] for pid in children)


print(main())
