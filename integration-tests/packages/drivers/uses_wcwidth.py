# python: 3.6+
# debian: python3-wcwidth
import wcwidth
from wcwidth import wcwidth as one

for text in (
    'plain',
    '\u4f60\u597d',
    'e\u0301',
    '\u200b',
    'a\x00b',
    'a\x1bb',
    '\U0001f600',
    '\xad',
    '',
    '\u0300',
    '\u1100\u1161',
):
    print(ascii(text), wcwidth.wcswidth(text), wcwidth.wcswidth(text, 1), [one(char) for char in text])
for version in ('4.1.0', '9.0', '1.0', '99', 'auto', 'latest', '12.1.0', 'x', '8'):
    try:
        print(version, one('\U0001f600', version), wcwidth.wcwidth('\u231a', version))
    except Exception as error:
        print(type(error).__name__, error)
print(len(wcwidth.list_versions()))
