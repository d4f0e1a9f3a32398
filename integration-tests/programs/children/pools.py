"""multiprocessing with each start method, and an executor on top of it."""
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


def square(n):  #: calls=19
    return n * n  #: lines=19


def by(method):  #: calls=3
    context = multiprocessing.get_context(method)
    process = context.Process(target=square, args=(3,))
    process.start()
    process.join()
    with context.Pool(2) as pool:
        return process.exitcode, pool.map(square, range(4))


def main():  #: calls=1
    for method in ("fork", "spawn", "forkserver"):
        print(method, by(method))
    with ProcessPoolExecutor(2) as executor:
        print(list(executor.map(square, range(4))))


if __name__ == "__main__":
    main()
