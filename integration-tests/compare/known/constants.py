def constants():
    x = 1
    "a string"  #: differs=pep-626 3.9/3.10
    42
    ...
    return x


constants()
