class Door:
    def __enter__(self):
        return self

    def __exit__(self, *what):
        return False


def two():
    with Door(  #: differs=multi-line 3.7/3.8; differs=with-exit 3.9/3.10; differs=with-items 3.12/3.13~
    ) as one, Door(
    ) as two:
        x = one
    return x


two()
