def last(items, wanted):
    x = 0
    for x in (items or ()) if wanted else ():  #: differs=conditional-header 3.9/3.10,3.11/3.12,3.12/3.13
        pass
    return x


last([3], True)
last([3], False)
