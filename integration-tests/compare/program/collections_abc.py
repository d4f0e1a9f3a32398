import collections


def is_mapping(value):
    if hasattr(collections, "Mapping"):
        return isinstance(value, collections.Mapping)  #: differs=program 3.9/3.10
    return by_abc(value)


def by_abc(value):
    from collections.abc import Mapping
    return isinstance(value, Mapping)


is_mapping({})
