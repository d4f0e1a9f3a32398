from concurrent.futures import ThreadPoolExecutor


def work(x):
    return x + 1


with ThreadPoolExecutor(1) as pool:  #: differs=with-exit 3.9/3.10
    list(pool.map(work, [1, 2]))
