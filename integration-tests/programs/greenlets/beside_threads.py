"""Greenlets of several threads: each thread has its own, and some are dropped by another thread."""
import _thread
import threading

from greenlet import getcurrent, greenlet


def leaf(n):
    return n + 1


def waits(n, main):
    try:
        while True:
            main.switch(leaf(n))
    finally:
        leaf(-n)


def works(n, forever=False):
    main = getcurrent()
    mine = [greenlet(waits) for _ in range(n)]
    for one in mine:
        one.switch(n, main)
        leaf(n)
        one.switch()
    del one, mine[1:]
    shared.append(mine.pop())
    ready.release()
    go.acquire()
    leaf(0)
    greenlet(leaf).switch(n)  # what another thread has dropped ends at a switch
    go.release()
    return ready.release(), forever and go_on.acquire()  # one line: it ends with the process


def plain(n):
    leaf(n)
    return ready.release(), go_on.acquire()


shared = []
ready, go, go_on = threading.Semaphore(0), threading.Lock(), threading.Lock()
go.acquire()
go_on.acquire()
threads = [threading.Thread(target=works, args=(n,)) for n in (1, 2, 3)]
for thread in threads:
    thread.start()
    ready.acquire()
_thread.start_new_thread(plain, (4,))
ready.acquire()
_thread.start_new_thread(works, (5, True))
ready.acquire()
del shared[1:]
leaf(100)
go.release()
for _ in range(4):
    ready.acquire()
for thread in threads:
    thread.join()
shared.clear()  # its thread is gone
leaf(200)
