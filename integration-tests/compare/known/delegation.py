def tree(depth):
    if depth:
        yield from tree(depth - 1)  #: differs=await-stop-iteration 3.9/3.10,3.11/3.12
        yield depth


def chained():
    try:
        {}["missing"]
    except KeyError as error:
        raise ValueError("no key") from error  #: differs=leaving-try 3.8/3.9,3.9/3.10


def caller(n):
    return [lambda: n + i for i in range(2)][0]()  #: differs=pep-709 3.11/3.12


list(tree(2))
try:
    chained()
except ValueError:
    pass
caller(1)
