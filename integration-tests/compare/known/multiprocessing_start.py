import multiprocessing  #: differs=start-method 3.13/3.14; differs=library-layers 3.14/3.15


def work(x):
    return x + 1


if __name__ == "__main__":
    worker = multiprocessing.Process(target=work, args=(1,))
    worker.start()
    worker.join()
