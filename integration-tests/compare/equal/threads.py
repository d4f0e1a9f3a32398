import threading


def work(numbers):
    for number in range(3):
        numbers.append(double(number))


def double(number):
    return number * 2


def main():
    numbers = []
    thread = threading.Thread(target=work, args=(numbers,))
    thread.start()
    thread.join()
    return numbers


main()
