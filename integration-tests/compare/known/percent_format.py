def label(name, size):
    return "%s: %s" % (
        name,
        size,
    )


label("a", 1)
