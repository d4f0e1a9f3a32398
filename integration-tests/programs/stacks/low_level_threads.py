"""Threads of _thread: no frame is below their function, and they are not joined."""
import _thread
import itertools
import time


def helper(name):  #: calls=3 level=1,2
    return "helped " + name  #: lines=3


def target(name, done):  #: calls=2 level=0
    said.append(helper(name))  #: lines=2
    done.release()


def with_keywords(name="", done=None):  #: calls=1 level=0
    target_of_keywords(name)
    done.release()


def target_of_keywords(name):  #: calls=1 level=1
    said.append(helper(name))  #: lines=1


def numbers(done):  #: calls=1 level=0
    said.append(list(squares(3)))
    done.release()


def squares(limit):  #: calls=4 level=1 resumes=3 nodes=1
    for n in range(limit):
        yield n * n  #: lines=3


def starter(done):  #: calls=1 level=0
    start(target, "by a thread")  #: lines=1
    said.append("the starter is done")
    done.release()


def leaves(done):  #: calls=1 level=0
    try:
        _thread.exit()
    finally:
        done.release()  #: lines=1
    print("this cannot be")  #: never


def start(function, *args, **keywords):  #: calls=7 level=1
    done = _thread.allocate_lock()
    done.acquire()
    if keywords:
        _thread.start_new_thread(function, (), dict(keywords, done=done))
    else:
        _thread.start_new_thread(function, args + (done,))
    done.acquire()  #: lines=7


class Worker:
    def work(self, done):  #: calls=1 level=0
        said.append("a method")
        done.release()


said = []
start(target, "plain")
start(with_keywords, name="keywords")
start(numbers)
start(starter)
start(leaves)
start(Worker().work)
# until no thread is left, without a line of Python: its number is another each time
list(zip(iter(_thread._count, 0), map(time.sleep, itertools.repeat(0.001))))
print(said)
