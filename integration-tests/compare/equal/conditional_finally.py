def work(fails, more):
    try:
        if fails:
            raise ValueError
        x = 1
    finally:
        if more:
            x = 2
    return x


def safely():
    try:
        work(True, True)
    except ValueError:
        return 1
    return 2


safely()
work(False, True)
work(False, False)
