def pairs(items):
    source = iter(items)
    while 1:  #: differs=endless-loops 3.7/3.8; differs=pep-626 3.9/3.10
        yield next(source), next(source)


def collect(items):
    try:
        return list(pairs(items))  #: differs=program-pep-479 3.6/3.7
    except RuntimeError:
        return None


collect([1, 2, 3])
