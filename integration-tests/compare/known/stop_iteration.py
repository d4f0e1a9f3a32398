def count(n):
    for i in range(n):
        yield i


def total():
    result = 0
    for i in count(3):  #: differs=stop-iteration 3.9/3.10
        result += i
    return result


total()
