def label(name, size):
    return "%s: %s" % (  #: differs=multi-line 3.7/3.8; differs=percent-format 3.10/3.11
        name,
        size,
    )


label("a", 1)
