# python: 3.6+
# debian: python3-dateutil python3-six
import datetime

from dateutil import easter, parser, relativedelta, rrule, tz, utils

default = datetime.datetime(2003, 9, 25)
zones = {'BRST': tz.tzoffset('BRST', -10800), 'EST': -18000}
for text in (
    'Thu Sep 25 10:36:28 2003',
    '2003-09-25T10:49:41.5-03:00',
    '20030925T104941',
    '10h36m28.5s',
    'Sep 03',
    '10.03.2003',
    '10/09/03',
    "3rd of May 2001",
    'July 4, 1976 12:01:02 am',
    '1996.July.10 AD 12:08 PM',
    'Wed, July 10, \'96',
    '0:01:02 BRST',
    '2003 10:36:28 EST',
    '13 Jan',
    '99',
    'nothing',
    '',
    '32/13/2003',
    'today at 5pm',
    '2003-09-25 25:00',
    '10pm',
    '12 am',
    'a.m. 13',
    '1.5.6.7',
    '2003-W01-1',
    'Jan 29, 1945 14:45 AM I going',
    '090107',
    '100 hours 5 minutes',
):
    for options in (
        dict(default=default, tzinfos=zones),
        dict(default=default, dayfirst=True, yearfirst=True, fuzzy=True, ignoretz=True),
    ):
        try:
            print(repr(text), parser.parse(text, **options))
        except (parser.ParserError, OverflowError) as error:
            print(type(error).__name__, error)
for text in (
    '2014',
    '2014-02',
    '2014-W05-2',
    '2014-030',
    '2014-04-10T12:30:45.123456Z',
    '2014-04-10T24:00',
    '20140410T1230+0530',
    '2014-1',
    '2014-04-10T12:61',
    'x',
):
    try:
        print(parser.isoparse(text))
    except ValueError as error:
        print(error)
start = datetime.datetime(1997, 9, 2, 9)
for rule in (
    rrule.rrule(rrule.DAILY, count=3, dtstart=start),
    rrule.rrule(rrule.MONTHLY, bymonthday=-1, count=3, dtstart=start),
    rrule.rrule(rrule.YEARLY, byweekday=rrule.MO(1), bymonth=(1, 3), count=4, dtstart=start),
    rrule.rrule(rrule.WEEKLY, interval=2, wkst=rrule.SU, byweekday=(rrule.TU, rrule.TH), count=4, dtstart=start),
    rrule.rrule(
        rrule.MONTHLY, byweekday=(rrule.MO, rrule.TU, rrule.WE, rrule.TH, rrule.FR), bysetpos=-2, count=3, dtstart=start
    ),
    rrule.rrule(rrule.HOURLY, interval=5, until=start + datetime.timedelta(1), dtstart=start),
    rrule.rrule(rrule.YEARLY, byweekno=20, count=2, dtstart=start),
    rrule.rrule(rrule.YEARLY, byeaster=0, count=2, dtstart=start),
    rrule.rrule(rrule.MINUTELY, byhour=9, byminute=(0, 30), count=3, dtstart=start),
    rrule.rrule(rrule.YEARLY, byyearday=(1, 100), count=3, dtstart=start),
    rrule.rrule(rrule.SECONDLY, interval=90, count=3, dtstart=start),
):
    print(
        [str(one) for one in rule],
        str(rule).splitlines()[-1],
        rule.after(start),
        rule.before(start),
        rule.count(),
        start in rule,
    )
print(
    list(
        rrule.rrulestr(
            'DTSTART:19970902T090000\nRRULE:FREQ=DAILY;COUNT=5\nEXDATE:19970903T090000\nRDATE:19970910T090000'
        )
    )
)
for text in ('FREQ=NEVER', 'FREQ=DAILY;COUNT=x', 'BYDAY=MO', 'FREQ=DAILY;UNTIL=1;COUNT=1', ''):
    try:
        print(rrule.rrulestr(text, dtstart=start))
    except (ValueError, KeyError, TypeError) as error:
        print(repr(error))
delta = relativedelta.relativedelta
day = datetime.date(2024, 1, 31)
print(
    day + delta(months=1),
    day + delta(months=+1, day=1, weekday=relativedelta.FR(-1)),
    delta(datetime.datetime(2024, 3, 1), datetime.datetime(2000, 2, 29, 5)),
    delta(hours=49, minutes=-130).normalized(),
    delta(years=1.0) * 2,
    -delta(days=1.5),
    delta(yearday=260),
    delta(leapdays=-1, months=2) + day,
    bool(delta()),
    delta(days=8).weeks,
)
for action in (
    lambda: delta(years=1.5),
    lambda: delta(yearday=400),
    lambda: delta(1, 2),
    lambda: easter.easter(2024, 4),
):
    try:
        action()
    except (ValueError, TypeError) as error:
        print(error)
print(
    [easter.easter(2024, method) for method in (1, 2, 3)],
    utils.within_delta(day, day, datetime.timedelta(1)),
    tz.tzstr('EST5EDT,M3.2.0,M11.1.0').utcoffset(datetime.datetime(2024, 7, 1)),
    tz.tzrange('A', -3600, 'B').tzname(start),
    tz.UTC.dst(start),
    tz.resolve_imaginary(start.replace(tzinfo=tz.UTC)),
    tz.datetime_ambiguous(start, tz.tzoffset(None, 60)),
)
print(
    tz.tzical(
        __import__('io').StringIO(
            'BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:19971026T020000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nTZOFFSETFROM:-0400\nTZOFFSETTO:-0500\nTZNAME:EST\nEND:STANDARD\nEND:VTIMEZONE\n'
        )
    )
    .get()
    .utcoffset(start)
)
