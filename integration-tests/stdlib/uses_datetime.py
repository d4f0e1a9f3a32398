import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import calendar
import sys

if sys.version_info >= (3, 12):
    import _pydatetime as datetime
else:
    sys.modules["_datetime"] = None  # so that the version in Python is taken
    import datetime

start = datetime.datetime(2024, 2, 28, 23, 30, tzinfo=datetime.timezone.utc)
later = start + datetime.timedelta(days=2, minutes=45)
print(later.isoformat(), later - start, start.strftime("%Y/%m/%d"), datetime.date(2024, 1, 31).isocalendar()[1])
print(later.astimezone(datetime.timezone(datetime.timedelta(hours=-5))).hour, datetime.time(1, 2) < datetime.time(1, 3))
print(calendar.monthrange(2024, 2), calendar.TextCalendar().formatmonth(2024, 2))
try:
    datetime.date(2024, 2, 30)
except ValueError as error:
    print(error)
