def never():
    x = 1
    if 0:  #: differs=pep-626 3.9/3.10
        x = 2
    while 0:
        x = 3
    return x


never()
