import sys

# whatever an odd minor version does, its neighbours do in another way
P = sys.version_info[1] % 2


class Door:
    def __enter__(self):
        return self

    def __exit__(self, *what):
        return True


def other_with_body(p):
    with Door():
        if p:
            x = 1
        else:
            x = 2
    return x


def other_long_expressions(p):
    if p:
        x = max(
            1,
            2,
        )
    else:
        x = [
            p,
            3,
        ]
    return x


def other_raising_in_with(p):
    with Door():
        if p:
            raise ValueError
        x = 1
    return 2


def other_leaving_try(p):
    try:
        if p:
            return 1
        return 2
    finally:
        x = 1


def other_rounds(p):
    x = 0
    for i in range(2 + p):
        x += 1
    return x


def other_endless_rounds(p):
    n = 2 + p
    while True:
        n -= 1
        if not n:
            break
    return n


def other_long_condition(p):
    if (p
            and len("a")):
        return 1
    return 2


def other_rounds_of_with(p):
    for i in range(2 + p):
        with Door():
            x = i
    return x


def other_rounds_of_nothing(p):
    for i in range(2 + p):
        pass


def other_handlers(p):
    try:
        1 / p
    except ZeroDivisionError:
        pass
    try:
        {}["a"]
    except (KeyError if p else
            LookupError):
        x = 1
    return x


def gen(n):
    for i in range(n):
        yield i


def other_generators_rounds(p):
    x = 0
    for i in gen(2 + p):
        x = i
    return x


def other_end_of_generator(p):
    try:
        next(gen(p))
    except StopIteration:
        return 1
    return 2


def other_end_within_loop(p):
    for i in gen(2):
        if p:
            try:
                next(iter(()))
            except StopIteration:
                return 1


def other_decorators(p):
    def mark(f):
        return f
    if p:
        @mark
        def g():
            return 1
    else:
        @mark
        def g():
            return 2
    return g()


def other_annotations(p):
    class K:
        if p:
            x: int = 1
        else:
            y: int = 2
    return K


def other_values(p):
    return sum(i for i in range(2 + p))


def other_functions_handed_over(p):
    return p and max(1, 2, key=lambda x: -x)


def other_handler(p):
    try:
        try:
            {}["a"]
        except (KeyError if p else ValueError):
            return 1
    except KeyError:
        return 2


for f in (
    other_with_body,
    other_long_expressions,
    other_raising_in_with,
    other_leaving_try,
    other_rounds,
    other_endless_rounds,
    other_long_condition,
    other_rounds_of_with,
    other_rounds_of_nothing,
    other_handlers,
    other_generators_rounds,
    other_end_of_generator,
    other_end_within_loop,
    other_decorators,
    other_annotations,
    other_values,
    other_functions_handed_over,
    other_handler,
):
    f(P)
