"""Two functions that call each other, and a small recursive descent parser of four."""


def even(n):  #: calls=4 level=1,3,5,7
    return n == 0 or odd(n - 1)


def odd(n):  #: calls=3 level=2,4,6
    return n != 0 and even(n - 1)


class Parser:  #: calls=1 level=1
    def __init__(self, text):  #: calls=1 level=1
        self.text = text + "$"
        self.at = 0

    def peek(self):
        return self.text[self.at]

    def take(self):  #: calls=9
        self.at += 1
        return self.text[self.at - 1]

    def expression(self):  #: calls=2 level=1,4
        value = self.term()
        while self.peek() == "+":
            self.take()
            value += self.term()
        return value

    def term(self):  #: calls=4 level=2,5
        value = self.factor()
        while self.peek() == "*":
            self.take()
            value *= self.factor()
        return value

    def factor(self):  #: calls=5 level=3,6
        if self.peek() == "(":
            self.take()
            value = self.expression()  #: lines=1
            self.take()
            return value
        return int(self.take())  #: lines=4


print(even(6), Parser("2*(3+4)+5").expression())
