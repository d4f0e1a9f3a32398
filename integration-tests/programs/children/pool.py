"""Squares, worked out by one other process."""
import multiprocessing


def square(n):  #: calls=3
    return n * n


def main():  #: calls=1
    with multiprocessing.get_context("fork").Pool(1) as pool:
        print(pool.map(square, [2, 3, 4]))
        pool.close()
        pool.join()


if __name__ == "__main__":
    main()
