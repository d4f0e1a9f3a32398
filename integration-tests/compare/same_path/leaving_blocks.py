"""Ends of blocks: up to 3.9 and in 3.11 some are reported at a line that did not run."""


class Scope:
    def __init__(self, quiet):
        self.quiet = quiet

    def __enter__(self):
        return self

    def __exit__(self, *what):
        return self.quiet


def raised_in_finally(a):
    try:
        try:
            a += 1
        finally:
            raise ValueError(a)
            a = {
                "not": "run",
            }
    except ValueError:
        return a


def left_by_exception(a):
    try:
        with Scope(quiet=False):
            b = 1 // a
            if b:
                b = 3
            return b
    except ZeroDivisionError:
        return None


def taken_by_the_manager(a):
    with Scope(quiet=True):
        b = 1 // a
        if b:
            b = 3
    return a


def constant_at_the_end_of_a_loop(values):
    for value in values:
        if value > 1:
            continue
        elif value:
            assert (
                value
                or not value
            ), "message"
        else:
            ...
    return values


def nothing_behind_finally(a):
    for i in range(2):
        try:
            a += i
        finally:
            assert (
                a > 0
                or i >= 0
            )
            if 0:
                a = 3
    return a


def targets_over_lines(a):
    if a:
        (
            b,
            c,
        ) = a


def raised_twice_before_a_loop(a):
    try:
        a[7]
    finally:
        try:
            raise ValueError(a)
        finally:
            len(a)
        b = 2
        while (b > 0
                and a):
            b -= 1


try:
    raised_twice_before_a_loop([])
except ValueError:
    pass
for number in 0, 1:
    raised_in_finally(number)
    left_by_exception(number)
    taken_by_the_manager(number)
    nothing_behind_finally(number)
constant_at_the_end_of_a_loop([0, 1, 2])
targets_over_lines(())
targets_over_lines((1, 2))
