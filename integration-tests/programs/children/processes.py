"""Processes and pools of multiprocessing, by fork, spawn and forkserver, and of concurrent.futures."""
import concurrent.futures
import multiprocessing


def target(results, name):  #: calls=3
    results.put(named(name))  #: lines=3


def named(name):  #: calls=3
    return "by " + name


def square(n):  #: calls=16
    return n * n  #: lines=16


def one(method):  #: calls=3 level=2
    context = multiprocessing.get_context(method)
    results = context.Queue()
    process = context.Process(target=target, args=(results, method))
    process.start()
    found = results.get()
    process.join()
    return found, process.exitcode


def pooled(method):  #: calls=3 level=2
    with multiprocessing.get_context(method).Pool(2) as pool:
        found = pool.map(square, range(4))
        pool.close()
        pool.join()
    return found


def by_executor():  #: calls=1 level=2
    with concurrent.futures.ProcessPoolExecutor(1) as pool:
        return list(pool.map(square, range(4)))


def main():  #: calls=1 level=1
    for method in "fork", "spawn", "forkserver":
        print(one(method), pooled(method), flush=True)
    print(by_executor())


if __name__ == "__main__":
    main()
