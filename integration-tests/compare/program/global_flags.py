import re
import warnings

warnings.simplefilter("ignore")


def pattern(text):
    try:
        return re.compile(text)  #: differs=renamed-exception 3.12/3.13; differs=program 3.10/3.11
    except re.error:
        return re.compile("(?i)" + text.replace("(?i)", ""))


pattern("a(?i)b")
