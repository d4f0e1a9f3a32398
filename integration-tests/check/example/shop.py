"""Adds up what an order costs; the check file beside it says what that has to look like."""
import sys

PRICES = {'tea': 3, 'cup': 8}


class Order:
    def __init__(self):
        self.things = []

    def add(self, thing):
        self.things.append(thing)

    def total(self):
        return sum(self.price(thing) for thing in self.things)

    def price(self, thing):
        return PRICES[thing]


def main(things):
    order = Order()
    for thing in things:
        order.add(thing)
    try:
        print(order.total())
    except KeyError as missing:
        print('no price for', missing)
        return 3
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
