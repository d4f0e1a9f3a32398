"""Decorators: plain, with arguments, stacked, a class as one, one on a class, functools.wraps."""
import functools


def logged(function):  #: calls=2 level=1,2
    @functools.wraps(function)  #: calls=3 level=1,2 @inlined_comprehensions; calls=3 level=1,3 @!inlined_comprehensions
    def wrapper(*args, **named):
        log.append(function.__name__)
        return function(*args, **named)

    return wrapper


def repeat(times):  #: calls=1 level=1
    def decorate(function):  #: calls=1 level=1
        def again(*args):  #: calls=1 level=1
            return [function(*args) for _ in range(times)]  #: calls=1 level=2 @!inlined_comprehensions; calls=0 @inlined_comprehensions

        return again

    return decorate


class Counted:  #: calls=1 level=1
    def __init__(self, function):  #: calls=1 level=1
        self.function = function
        self.count = 0

    def __call__(self, *args):  #: calls=3 level=1
        self.count += 1
        return self.function(*args)


def registered(cls):  #: calls=1 level=1
    log.append(cls.__name__)
    return cls


log = []


@repeat(2)  #: calls=2
@logged
def greet(name):
    return "hello " + name  #: lines=2


@Counted  #: calls=3 level=2
def cube(n):
    return n ** 3


@registered  #: calls=1 level=1
class Plugin:
    @logged  #: calls=1 level=2
    def run(self):
        return "ran"


print(greet("you"), [cube(1), cube(2), cube(3)], cube.count, Plugin().run(), log)
