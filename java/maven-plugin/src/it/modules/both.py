def work(number):
    return number + 1


print(work(work(work(0))))
