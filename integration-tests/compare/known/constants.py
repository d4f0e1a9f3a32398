def constants():
    x = 1
    "a string"
    42
    ...
    return x


constants()
