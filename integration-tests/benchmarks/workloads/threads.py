"""The calls of calls.py in `threads` threads at once, `scale` rounds in all."""
import os
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import calls  # noqa: E402


def main(scale, threads):
    running = [threading.Thread(target=calls.main, args=(scale // threads,)) for _ in range(threads)]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()


if __name__ == '__main__':
    main(int(sys.argv[1]), int(sys.argv[2]))
