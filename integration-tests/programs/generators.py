"""Generators: yield is a return, resuming is a call; send, throw, close, yield from."""


def numbers(limit):  #: calls=5 level=1 @!unstarted_close_is_a_call; calls=6 level=1 @unstarted_close_is_a_call
    for n in range(limit):
        yield n  #: lines=4


def running_mean():  #: calls=5 level=1
    total, count, mean = 0, 0, None
    while True:
        total += yield mean
        count += 1  #: lines=3
        mean = total / count


def careful():  #: calls=3 level=1
    try:
        yield "first"
    except KeyError:
        yield "caught"
    finally:
        print("careful is over")  #: lines=1


def inner():  #: calls=3 level=2
    received = yield 1
    yield received * 10
    return "result of inner"


def outer():  #: calls=3 level=1
    result = yield from inner()
    print(result)  #: lines=1


def tree(depth):  #: calls=12 level=1,2,3
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


print(list(numbers(4)))
mean = running_mean()
next(mean)
print(mean.send(10), mean.send(20), mean.send(60))
try:
    mean.throw(KeyError("enough"))
except KeyError as error:
    print(error)  #: lines=1
case = careful()
print(next(case), case.throw(KeyError("thrown in")))
case.close()
delegate = outer()
next(delegate)
print(delegate.send(5), next(delegate, "exhausted"))
print(list(tree(2)))
never_started = numbers(9)
del never_started
