def f(n):
    return sum(i for i in range(n)) + max(
        i
        for i in range(n)
    )


f(3)
