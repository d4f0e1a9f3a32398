"""Threads by target, by subclass, by Timer, daemons, and threads that are started by threads."""
import threading


def helper(name):  #: calls=5 level=1
    return "helped " + name  #: lines=5


def target(name, times=1):  #: calls=4 level=0,1
    for _ in range(times):  #: lines=8
        said.append(helper(name))  #: lines=4


class Worker(threading.Thread):  #: calls=1 level=1
    def __init__(self, name):  #: calls=1 level=1
        super().__init__(name=name)
        self.result = None

    def run(self):  #: calls=1 level=0
        self.result = helper(self.name)  #: lines=1


class Failing(threading.Thread):
    def run(self):  #: calls=1 level=0
        try:
            self.fail()
        except KeyError as error:  #: lines=1
            said.append(repr(error))

    def fail(self):  #: calls=1 level=1
        raise KeyError(self.name)  #: raises=KeyError


def parent():  #: calls=1 level=0
    child = threading.Thread(target=target, args=("grandchild",), name="grandchild")
    child.start()  #: lines=1
    child.join()
    said.append("parent is done")  #: lines=1


def ticking():  #: calls=1 level=0
    said.append("tick")  #: lines=1


def waits_for_ever():  #: calls=1 level=0
    ready.set() or never.wait()  # one line: how far it comes past this is not known
    print("this cannot be")  #: never


def run(thread):  #: calls=7 level=1
    thread.start()
    thread.join()


said = []
ready, never = threading.Event(), threading.Event()
run(threading.Thread(target=target, args=("one",)))
run(threading.Thread(target=target, args=("two",), kwargs={"times": 2}, daemon=True))
worker = Worker("worker")
run(worker)
run(Failing(name="failing"))
run(threading.Thread(target=parent))
run(threading.Timer(0, ticking))
run(threading.Thread(target=lambda: target("lambda", 0), name="lambda"))  #: calls=1 level=0
threading.Thread(target=waits_for_ever, daemon=True).start()
ready.wait()
print(said, worker.result, threading.active_count())
