"""A greenlet forks; the greenlets of its thread go on in the child, those of other threads do not."""
import os
import threading

from greenlet import getcurrent, greenlet


def leaf(n):
    return n + 1


def waits(n):
    n = leaf(n)
    main.switch()
    n = leaf(n)
    return n


def forks():
    leaf(0)
    child = os.fork()
    leaf(1 if child else 2)
    if not child:
        print("child", one.switch(), flush=True)
        main.switch()
        leaf(3)
        return
    os.waitpid(child, 0)
    main.switch()
    leaf(4)


def module():
    one.switch(1)
    two.switch()
    leaf(5)
    greenlet(leaf).switch(6)
    two.switch()
    leaf(7)


def elsewhere():
    mine = greenlet(lambda: (leaf(8), mine.parent.switch()))
    mine.switch()
    ready.release() or go_on.acquire()  # one line: how far it comes past this is not known


main = getcurrent()
ready, go_on = threading.Lock(), threading.Lock()
ready.acquire()
go_on.acquire()
threading.Thread(target=elsewhere, daemon=True).start()
ready.acquire()
done = greenlet(leaf)
done.switch(9)
one, two = greenlet(waits), greenlet(forks)
module()
leaf(10)
