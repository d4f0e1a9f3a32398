def pairs(items):
    source = iter(items)
    while 1:
        yield next(source), next(source)


def collect(items):
    try:
        return list(pairs(items))
    except RuntimeError:
        return None


collect([1, 2, 3])
