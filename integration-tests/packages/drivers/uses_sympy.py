# python: 3.8+
# debian: python3-sympy python3-mpmath
import sympy
from sympy import I, Rational, Symbol, cos, diff, exp, expand, factor, log, oo, pi, simplify, sin, solve, sqrt, symbols

x, y = symbols('x y')
n = Symbol('n', integer=True, positive=True)
print(
    expand((x + y) ** 3),
    factor(x**4 - 1),
    simplify((x**2 - 1) / (x - 1)),
    sympy.apart(1 / (x * (x + 1))),
    sympy.cancel((x**2 + x) / x),
)
print(diff(sin(x) * exp(x), x), sympy.series(cos(x), x, 0, 5), sympy.limit(sin(x) / x, x, 0))
print(
    solve(x**2 - 2, x),
    solve([x + y - 3, x - y - 1], [x, y]),
    Rational(1, 3) + Rational(1, 6),
    sqrt(8),
    (1 + I) ** 2,
    sympy.gcd(12, 18),
)
print(
    sympy.Matrix([[1, 2], [3, 4]]).det(),
    sympy.Matrix([[1, 2], [3, 4]]).inv(),
    sympy.factorint(360),
    sympy.isprime(97),
    list(sympy.primerange(1, 20)),
    pi.evalf(20),
)
print(
    sympy.sympify('2*x + sin(y)/3'),
    sympy.latex(sqrt(x) / y + Rational(1, 2)),
    (x > 2).subs(x, 3),
    sympy.Poly(x**2 + 3 * x, x).all_coeffs(),
    sympy.pretty(x**2 / y),
    log(exp(n)),
    oo - 1,
)
for text in ('1 +', 'x y', '1/0'):
    try:
        print(sympy.sympify(text))
    except sympy.SympifyError as error:
        print(type(error).__name__)
try:
    sympy.Matrix([[1, 2]]).det()
except sympy.matrices.common.NonSquareMatrixError as error:
    print(type(error).__name__)
