def inner():
    try:
        yield 1
    finally:
        done()


def done():
    return 1


def drive():
    g = inner()
    next(g)
    g.close()
    for x in inner():
        break
    del x


drive()
