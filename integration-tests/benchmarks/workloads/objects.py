"""Of ordinary shape: calls, instances, dicts, short strings and lists of ten; about 60 lines run for each of `scale` orders."""
import sys

GOODS = ['apple', 'bread', 'cheese', 'dates', 'eggs', 'flour', 'ginger', 'honey', 'ice', 'jam']
PRICES = dict(zip(GOODS, [0.5, 2.25, 4.0, 3.5, 1.75, 1.0, 2.5, 6.0, 0.25, 3.0]))


class Customer:
    def __init__(self, name, town):
        self.name = name
        self.town = town
        self.bought = {}
        self.spent = 0.0

    def note(self, what, cost):
        self.bought[what] = self.bought.get(what, 0) + 1
        self.spent += cost


class Order:
    def __init__(self, number, customer):
        self.number = number
        self.customer = customer
        self.amounts = []
        self.state = 'new'

    def fill(self, goods):
        for position, what in enumerate(goods):
            amount = (self.number + position) % 4
            self.amounts.append(amount)
        self.state = 'filled'

    def lines(self, goods):
        return [(what, amount) for what, amount in zip(goods, self.amounts) if amount]


def price(what, amount):
    cost = PRICES[what] * amount
    if amount > 2:
        cost *= 0.9
    return round(cost, 2)


def address(customer):
    name = customer.name.title()
    town = customer.town.upper()
    return '%s, %s' % (name, town)


def bill(order, customer):
    total = 0.0
    found = {'number': order.number, 'to': address(customer)}
    for what, amount in order.lines(GOODS)[:4]:
        cost = price(what, amount)
        customer.note(what, cost)
        total += cost
    found['total'] = total
    return found


def main(scale):
    customers = [Customer('customer %d' % number, 'town %d' % (number % 3)) for number in range(10)]
    largest = 0.0
    for number in range(scale):
        customer = customers[number % len(customers)]
        order = Order(number, customer)
        order.fill(GOODS)
        found = bill(order, customer)
        largest = max(largest, found['total'])
    return largest


if __name__ == '__main__':
    main(int(sys.argv[1]))
