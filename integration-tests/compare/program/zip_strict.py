def paired(one, other):
    try:
        return list(zip(one, other, strict=True))
    except TypeError:
        return list(zip(one, other))
    except ValueError:
        return None


paired([1], [1, 2])
