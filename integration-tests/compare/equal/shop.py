class OutOfStock(Exception):
    pass


class Shop:
    def __init__(self):
        self.stock = {"tea": 2}

    def sell(self, item):
        if not self.stock.get(item):
            raise OutOfStock(item)
        self.stock[item] -= 1
        return item


def day():
    shop = Shop()
    sold = 0
    for customer in ("tea", "milk", "tea", "tea"):
        try:
            shop.sell(customer)
        except OutOfStock:
            continue
        sold += 1
    return sold


day()
