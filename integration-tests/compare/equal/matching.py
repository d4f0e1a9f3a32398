# python: 3.10+
def f(x):
    match x:
        case 1:
            return "one"
        case [a, b] if a > b:
            return "pair"
        case {"k": v}:
            return v
        case _:
            pass
    return None


f(1)
f([2, 1])
f([1, 2])
f({"k": 1})
f(9)
