seen = []


def key(i):
    seen.append("key")
    return i


def value(i):
    seen.append("value")
    return i


def table(n):
    return {key(i): value(i) for i in range(n)}  #: differs=pep-709 3.11/3.12; differs=program-keys-first 3.7/3.8


table(1)
