# python: 3.7+
# debian: python3-chardet
import chardet
from chardet.universaldetector import UniversalDetector

TEXTS = {
    'ascii': 'plain text of some length',
    'utf-8': 'Gr\u00f6\u00dfe \u20ac \u4f60\u597d',
    'utf-8-sig': 'mark',
    'utf-16': 'wide',
    'utf-32': 'wider',
    'cp1251': '\u041f\u0440\u0438\u0432\u0435\u0442, \u043a\u0430\u043a \u0434\u0435\u043b\u0430? \u042d\u0442\u043e \u0440\u0443\u0441\u0441\u043a\u0438\u0439 \u0442\u0435\u043a\u0441\u0442 \u0434\u043b\u044f \u043f\u0440\u043e\u0432\u0435\u0440\u043a\u0438',
    'koi8-r': '\u041f\u0440\u0438\u0432\u0435\u0442, \u043a\u0430\u043a \u0434\u0435\u043b\u0430? \u042d\u0442\u043e \u0440\u0443\u0441\u0441\u043a\u0438\u0439 \u0442\u0435\u043a\u0441\u0442',
    'shift_jis': '\u3053\u308c\u306f\u65e5\u672c\u8a9e\u306e\u6587\u7ae0\u3067\u3059\u3002\u6f22\u5b57\u3082\u3042\u308a\u307e\u3059',
    'euc-jp': '\u3053\u308c\u306f\u65e5\u672c\u8a9e\u306e\u6587\u7ae0\u3067\u3059\u3002',
    'iso2022_jp': '\u65e5\u672c\u8a9e',
    'gb2312': '\u8fd9\u662f\u4e2d\u6587\u7684\u6587\u7ae0\u3002\u6211\u4eec\u5728\u8fd9\u91cc',
    'big5': '\u9019\u662f\u4e2d\u6587\u7684\u6587\u7ae0',
    'euc-kr': '\uc774\uac83\uc740 \ud55c\uad6d\uc5b4 \ubb38\uc7a5\uc785\ub2c8\ub2e4',
    'iso8859-7': '\u0391\u03c5\u03c4\u03cc \u03b5\u03af\u03bd\u03b1\u03b9 \u03b5\u03bb\u03bb\u03b7\u03bd\u03b9\u03ba\u03cc \u03ba\u03b5\u03af\u03bc\u03b5\u03bd\u03bf',
    'latin-1': 'caf\u00e9 d\u00e9j\u00e0 vu na\u00efve',
    'iso8859-8': '\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd \u05d6\u05d4 \u05d8\u05e7\u05e1\u05d8',
    'cp1254': '\u0130stanbul \u015fehir \u011f\u00fc\u00e7',
    'hz': '\u4e2d\u6587',
}
for encoding, text in TEXTS.items():
    data = text.encode(encoding)
    found = chardet.detect(data)
    print(
        encoding,
        found['encoding'],
        round(found['confidence'], 3),
        found['language'],
        [one['encoding'] for one in chardet.detect_all(data, ignore_threshold=True)][:4],
    )
detector = UniversalDetector()
for line in (b'abc\n', b'\xc3\xa9\n', b'\xe4\xbd\xa0\xe5\xa5\xbd'):
    detector.feed(line)
    if detector.done:
        break
print(detector.close(), detector.done)
detector.reset()
detector.feed(b'')
print(
    detector.close(),
    chardet.detect(b''),
    chardet.detect(b'\xff'),
    chardet.detect(b'\x1b$)A~{'),
    chardet.detect(b'<html>\xe9</html>', should_rename_legacy=True),
)
try:
    chardet.detect('text')
except TypeError as error:
    print(error)
