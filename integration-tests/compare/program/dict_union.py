def merged(one, other):
    try:
        return one | other  #: differs=program 3.8/3.9
    except TypeError:
        return dict(one, **other)


merged({"a": 1}, {"b": 2})
