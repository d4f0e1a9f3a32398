def merged(one, other):
    try:
        return one | other
    except TypeError:
        return dict(one, **other)


merged({"a": 1}, {"b": 2})
