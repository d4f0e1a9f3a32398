def paired(one, other):
    try:
        return list(zip(one, other, strict=True))  #: differs=program 3.9/3.10
    except TypeError:
        return list(zip(one, other))
    except ValueError:
        return None


paired([1], [1, 2])
