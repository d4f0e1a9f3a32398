"""Processes that their parent ends by a signal, in each way that the standard library has."""
# ended: SIGKILL=2 SIGTERM=7
import multiprocessing
import os
import signal
import subprocess
import sys

WAITING = "print('ready', flush=True); import time; time.sleep(600)"


def square(n):  #: calls=3
    return n * n


def begin(event):
    global ready
    ready = event


def stay():
    ready.set()
    signal.pause()


def wait(event):
    event.set()
    signal.pause()


def pool(method):
    context = multiprocessing.get_context(method)
    event = context.Event()
    with context.Pool(1, begin, (event,)) as workers:
        print(workers.apply(square, (3,)))
        workers.apply_async(stay)
        event.wait()


def process(end):
    context = multiprocessing.get_context("fork")
    ready = context.Event()
    child = context.Process(target=wait, args=(ready,))
    child.start()
    ready.wait()
    end(child)
    child.join()
    print(child.exitcode)


def command(end, **how):
    with subprocess.Popen([sys.executable, "-c", WAITING], stdout=subprocess.PIPE, **how) as child:
        child.stdout.readline()
        end(child)
    print(child.returncode)


def main():
    for method in "fork", "spawn", "forkserver":
        pool(method)
    process(lambda child: child.terminate())
    process(lambda child: os.kill(child.pid, signal.SIGKILL))
    command(lambda child: child.terminate())
    command(lambda child: child.kill())
    command(lambda child: os.killpg(child.pid, signal.SIGTERM), start_new_session=True)
    command(lambda child: os.kill(-child.pid, signal.SIGTERM), start_new_session=True)
    try:
        os.kill(2 ** 22 + 1, signal.SIGTERM)
    except ProcessLookupError as fault:
        print(fault, fault.__traceback__.tb_next)


if __name__ == "__main__":
    main()
