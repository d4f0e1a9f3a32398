import multiprocessing
import sys

import by_name


def work(name):
    by_name.load(name)()


if __name__ == '__main__':
    worker = multiprocessing.get_context('spawn').Process(target=work, args=(sys.argv[1],))
    worker.start()
    worker.join()
