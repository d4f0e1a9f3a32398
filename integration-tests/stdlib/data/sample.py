"""A small source for the tools of the standard library that read one."""
import os


class Account:
    """Holds money."""

    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def pay_in(self, amount: int) -> "Account":
        if amount < 0:
            raise ValueError("negative: %d" % amount)
        self.balance += amount
        return self


def main(names=("a", "b")):
    accounts = [Account(name) for name in names]
    return sum(account.pay_in(3).balance for account in accounts), os.sep


if __name__ == "__main__":
    print(main())
