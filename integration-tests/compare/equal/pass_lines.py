def empty(flag):
    if flag:
        pass
    else:
        pass
    return flag


empty(True)
