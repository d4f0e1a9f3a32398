import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import csv
import io

table = io.StringIO()
writer = csv.DictWriter(table, ["name", "price"])
writer.writeheader()
writer.writerows([{"name": 'a "quoted" one', "price": 1}, {"name": "with, comma", "price": 2}])
table.seek(0)
print([dict(row) for row in csv.DictReader(table)])
print(csv.Sniffer().sniff("a;b;c\n1;2;3\n4;5;6\n").delimiter)
