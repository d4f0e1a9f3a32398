def squares(n):
    values = [  #: differs=comprehension-lines 3.7/3.8,3.9/3.10,3.12/3.13; differs=pep-709 3.11/3.12
        i * i
        for i in range(n)
        if i % 2
    ]
    return values


squares(4)
