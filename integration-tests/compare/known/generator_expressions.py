def f(n):
    return sum(i for i in range(n)) + max(  #: differs=comprehension-lines 3.7/3.8,3.10/3.11,3.11/3.12,3.12/3.13
        i
        for i in range(n)
    )


f(3)
