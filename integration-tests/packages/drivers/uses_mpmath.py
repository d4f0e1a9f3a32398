# python: 3.8+
# debian: python3-mpmath
import mpmath
from mpmath import iv, mp, mpf

mp.dps = 30
print(mp.pi, mp.e, mpf('0.1') + mpf(1) / 3, mpmath.sqrt(-2), mpmath.mpc(1, 2) ** 3, mpf('-inf'), mpf('nan'))
print(
    mpmath.exp(1.5),
    mpmath.log(10, 2),
    mpmath.sin(mp.pi / 6),
    mpmath.atan2(1, -1),
    mpmath.gamma(4.5),
    mpmath.zeta(3),
    mpmath.erf(0.5),
    mpmath.besselj(0, 1),
    mpmath.hyp2f1(1, 2, 3, 0.25),
    mpmath.lambertw(1),
)
print(
    mpmath.quad(lambda x: x**2, [0, 1]),
    mpmath.diff(mpmath.cos, 1, 2),
    mpmath.findroot(lambda x: x**3 - 2, 1),
    mpmath.nsum(lambda n: 1 / n**2, [1, mp.inf]),
    mpmath.limit(lambda n: (1 + 1 / n) ** n, mp.inf),
    mpmath.taylor(mpmath.exp, 0, 3),
    mpmath.polyroots([1, 0, -2]),
    mpmath.odefun(lambda x, y: y, 0, 1)(0.5),
)
matrix = mpmath.matrix([[4, 1], [2, 3]])
print(matrix.T, mpmath.det(matrix), matrix**-1, mpmath.lu_solve(matrix, [1, 2]), mpmath.eig(matrix)[0])
print(iv.mpf([1, 2]) / iv.mpf(3), mpmath.nstr(mpf(2) ** 200, 8), mpmath.identify(mpf('1.41421356237309504880168872421')))
for action in (
    lambda: mpf('x'),
    lambda: mpf(1) / 0,
    lambda: mpmath.gamma(0),
    lambda: mpmath.findroot(lambda x: x**2 + 1, 1),
    lambda: mpmath.lu_solve(mpmath.matrix([[1, 1], [1, 1]]), [1, 2]),
    lambda: matrix[5, 5],
    lambda: mpmath.zeta(1),
    lambda: mpmath.quad(lambda x: 1 / x, [0, 'x']),
):
    try:
        print(action())
    except (ValueError, ZeroDivisionError, IndexError, TypeError) as error:
        print(type(error).__name__)
