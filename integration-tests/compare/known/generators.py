def inner():
    x = yield 1  #: differs=generator-close 3.12/3.13~,3.13/3.14~
    try:
        yield 2
    except ValueError:
        yield 3
    return 4


def outer():
    result = yield from inner()
    return result


def drive():
    g = outer()
    a = next(g)
    b = g.send(1)
    c = g.throw(ValueError)
    try:
        next(g)
    except StopIteration as stop:
        d = stop.value
    h = inner()
    next(h)
    h.close()
    return a, b, c, d


drive()


def unstarted():
    unused()


def unused():  #: differs=unstarted-generator 3.11/3.12
    yield 1


unstarted()
