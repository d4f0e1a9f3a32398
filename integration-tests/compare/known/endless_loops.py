def spin(n):
    while True:
        n -= 1
        if n < 0:
            break
    return n


def spin_one(n):
    while 1:
        n -= 1
        if n < 0:
            return n


spin(2)
spin_one(2)
