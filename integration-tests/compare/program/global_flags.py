import re
import warnings

warnings.simplefilter("ignore")


def pattern(text):
    try:
        return re.compile(text)
    except re.error:
        return re.compile("(?i)" + text.replace("(?i)", ""))


pattern("a(?i)b")
