def f(n):
    for i in range(n):
        if i == 1:
            continue
        if i == 2:
            break
    else:
        n = 0
    return n


def g(n):
    while n:
        n -= 1
    else:
        n = 5
    return n


def h(n):
    while n > 0:
        n -= 1
        if n % 2:
            continue


def nested(n):
    for i in range(n):
        for j in range(n):
            if j:
                n += 1


f(1)
f(4)
g(2)
h(3)
nested(2)
