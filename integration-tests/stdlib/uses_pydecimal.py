import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import _pydecimal as decimal

with decimal.localcontext() as context:
    context.prec = 12
    print(decimal.Decimal(2).sqrt(), decimal.Decimal("1.10") + decimal.Decimal("2.205"))
    try:
        decimal.Decimal(1) / 0
    except decimal.DivisionByZero:
        print("division by zero")
print(decimal.Decimal("1e3").quantize(decimal.Decimal("0.01")), decimal.Decimal("nan").is_nan())
