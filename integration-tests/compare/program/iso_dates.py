# python: 3.7+
import datetime


def parsed(text):
    try:
        return datetime.datetime.fromisoformat(text)  #: differs=program 3.10/3.11
    except ValueError:
        return by_hand(text)


def by_hand(text):
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ")


parsed("2024-05-06T07:08:09Z")
