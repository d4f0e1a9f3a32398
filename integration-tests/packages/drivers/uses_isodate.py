# python: 3.6+
# debian: python3-isodate python3-six
import datetime

import isodate
from isodate import Duration, tzinfo

for text in (
    '2024',
    '2024-02',
    '20',
    '2024-02-29',
    '20240229',
    '2024-060',
    '2024060',
    '2024-W09-4',
    '2024W094',
    '2024-W09',
    '+0024-02-03',
    '2024-13-01',
    'x',
    '',
    '2024-02-30',
):
    try:
        print(text, isodate.parse_date(text))
    except (isodate.ISO8601Error, ValueError) as error:
        print(type(error).__name__, error)
for text in (
    '10:15',
    '101530',
    '10:15:30.125',
    '10.5',
    '10:15.5Z',
    '10:15:30+01:30',
    '101530-0500',
    '10+01',
    '24:00',
    '25:00',
    'T10:15',
    'x',
):
    try:
        print(text, isodate.parse_time(text))
    except (isodate.ISO8601Error, ValueError) as error:
        print(type(error).__name__, error)
for text in ('2024-02-29T10:15:30Z', '20240229T101530,5+02', '2024-02-29', '2024-W09-4T10', 'T', 'xTy'):
    try:
        moment = isodate.parse_datetime(text)
        print(
            moment,
            isodate.datetime_isoformat(moment),
            isodate.strftime(moment, '%Y-%j %W %Z %z %f'),
            isodate.date_isoformat(moment, isodate.DATE_BAS_WEEK_COMPLETE),
            isodate.time_isoformat(moment.time(), isodate.TIME_EXT_MINUTE),
        )
    except (isodate.ISO8601Error, ValueError) as error:
        print(type(error).__name__, error)
for text in (
    'P1Y2M3DT4H5M6.5S',
    'P3W',
    '-P1D',
    'PT36H',
    'P0.5Y',
    'P0001-02-03T04:05:06',
    'P',
    'PT',
    'P1S',
    '+P1M',
    'P1.5M',
    'x',
    'P2Y10M15DT10H30M20S',
):
    try:
        span = isodate.parse_duration(text)
        print(text, repr(span), isodate.duration_isoformat(span), isodate.duration_isoformat(span, isodate.D_WEEK))
    except (isodate.ISO8601Error, ValueError) as error:
        print(type(error).__name__, error)
day = datetime.datetime(2024, 1, 31)
month = Duration(months=1, days=2)
for action in (
    lambda: day + month,
    lambda: day - month,
    lambda: month + month,
    lambda: month * 3,
    lambda: -month,
    lambda: month == Duration(months=1),
    lambda: month != datetime.timedelta(2),
    lambda: month - datetime.timedelta(1),
    lambda: datetime.timedelta(1) - month,
    lambda: datetime.timedelta(1) + month,
    lambda: month.totimedelta(start=day),
    lambda: month.totimedelta(),
    lambda: Duration(years=1.5) + day,
    lambda: Duration(1) == datetime.timedelta(1),
    lambda: str(month),
    lambda: month + 'x',
    lambda: 'x' - month,
    lambda: hash(month) == hash(Duration(months=1, days=2)),
    lambda: Duration(years=1, months=14) + day,
    lambda: month * 1.5,
    lambda: isodate.build_time_regexps() if False else tzinfo.FixedOffset(1, 30, 'X').utcoffset(None),
    lambda: isodate.parse_tzinfo('+01:30'),
    lambda: isodate.tz_isoformat(datetime.datetime(2024, 1, 1, tzinfo=isodate.UTC), '%Z'),
    lambda: isodate.tz_isoformat(day),
    lambda: month.tdelta,
):
    try:
        print(action())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
