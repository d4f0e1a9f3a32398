def never():
    x = 1
    if 0:
        x = 2
    while 0:
        x = 3
    return x


never()
