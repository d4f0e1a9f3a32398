import platform


def machine():
    if hasattr(platform, "java_ver"):
        return with_java()
    return without()


def with_java():
    return 1


def without():
    return 2


machine()
