# python: 3.10+
"""Ends of cases: 3.10 and 3.11.2 report some at a line that did not run."""


def ends_with_a_condition(a):
    match a:
        case 0:
            if a:
                a = [a, 0]
                del a[0]
        case 1:
            match a + 1:
                case 2:
                    a = 3
                case 3:
                    a = 4
        case _:
            if a > 5:
                pass
    return a


def ends_with_an_alternative(a):
    match a:
        case 0 | 1 | 2:
            if a > 5:
                a = 1
            else:
                if a > 1:
                    a = [a, 0]
                    del a[0]
    try:
        a = [a]
    finally:
        a = 1
    return a


def unreachable_in_finally(a):
    try:
        a[7]
    finally:
        assert a
        if a != 4:
            try:
                b = a
            except ValueError:
                b = 2
            return a or 3
            match {"k": a}:
                case 0:
                    a = 1
                case {"k": b, **rest}:
                    c = {}
                    c[7]


for number in range(7):
    ends_with_a_condition(number)
    ends_with_an_alternative(number)
for values in [], [1]:
    try:
        unreachable_in_finally(values)
    except AssertionError:
        pass
