from .money import rounded


class Account:  #: calls=1
    def __init__(self, owner):  #: calls=2 level=1
        self.owner = owner
        self.balance = 0

    def pay_in(self, amount):  #: calls=2 level=1
        self.balance += rounded(amount)
        return self
