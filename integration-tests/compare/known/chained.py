def f(a):
    x = y = (  #: differs=multi-line 3.7/3.8; differs=pep-709 3.11/3.12
        a
    )
    z = [  #: differs=comprehension-lines 3.7/3.8,3.9/3.10,3.12/3.13; differs=pep-709 3.11/3.12
        i for i in [
            1, 2]  #: differs=comprehension-lines 3.6/3.7,3.14/3.15
    ]
    return x, y, z


f(1)
