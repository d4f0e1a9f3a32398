"""python -m pkg_bank"""
from pkg_bank import Account

print(Account("module").pay_in(1.5).balance)
