def squares(n):
    return [i * i for i in range(n)]


def table(n):
    return {i: i for i in range(n)}, {i for i in range(n)}


squares(3)
table(3)
