def squares(n):
    return [i * i for i in range(n)]  #: differs=pep-709 3.11/3.12


def table(n):
    return {i: i for i in range(n)}, {i for i in range(n)}  #: differs=pep-709 3.11/3.12


squares(3)
table(3)
