def shown(value):
    try:
        return format(value, "z.1f")  #: differs=program 3.10/3.11
    except ValueError:
        return plain(value)


def plain(value):
    return "%.1f" % value


shown(-0.01)
