import multiprocessing


def work(x):
    return x + 1


if __name__ == "__main__":
    worker = multiprocessing.Process(target=work, args=(1,))
    worker.start()
    worker.join()
