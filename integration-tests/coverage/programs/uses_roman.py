import roman

print([roman.toRoman(n) for n in (1, 4, 9, 1994, 4999)], roman.fromRoman("MCMXCIV"))
for text in ("IIII", ""):
    try:
        roman.fromRoman(text)
    except roman.RomanError as error:
        print(type(error).__name__)
