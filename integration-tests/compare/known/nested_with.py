class Lock:
    def __enter__(self):
        return self

    def __exit__(self, *what):
        return None


def work(items):
    for item in items:
        with Lock():  #: differs=with-exit 3.9/3.10
            if item:
                continue
            break
    return items


work([1, 0])
