def last(items, wanted):
    x = 0
    for x in (items or ()) if wanted else ():  #: differs=one-line-conditions 3.9/3.10,3.11/3.12,3.12/3.13
        pass
    return x


last([3], True)
last([3], False)


def even(n):
    return n == 0 or odd(n - 1)  #: differs=one-line-conditions 3.11/3.12~,3.12/3.13~


def odd(n):
    return n != 0 and even(n - 1)  #: differs=one-line-conditions 3.11/3.12~,3.12/3.13~


even(3)
