import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import fractions
import statistics

print(sum(fractions.Fraction(1, n) for n in range(1, 8)), fractions.Fraction("3.25").limit_denominator(3))
data = [1, 2, 2, 3.5, 9]
print(statistics.mean(data), statistics.median(data), statistics.mode(data), round(statistics.stdev(data), 3))
try:
    statistics.mean([])
except statistics.StatisticsError as error:
    print(error)
