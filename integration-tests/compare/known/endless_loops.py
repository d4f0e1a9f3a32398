def spin(n):
    while True:  #: differs=endless-loops 3.7/3.8; differs=pep-626 3.9/3.10
        n -= 1
        if n < 0:
            break
    return n


def spin_one(n):
    while 1:  #: differs=endless-loops 3.7/3.8; differs=pep-626 3.9/3.10
        n -= 1
        if n < 0:
            return n


spin(2)
spin_one(2)
