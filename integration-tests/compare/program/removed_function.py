import platform


def machine():
    if hasattr(platform, "java_ver"):
        return with_java()  #: differs=program 3.14/3.15
    return without()


def with_java():
    return 1


def without():
    return 2


machine()
