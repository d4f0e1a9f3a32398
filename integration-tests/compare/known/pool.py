from concurrent.futures import ThreadPoolExecutor


def work(x):
    return x + 1


with ThreadPoolExecutor(1) as pool:
    list(pool.map(work, [1, 2]))
