import tomli

print(tomli.loads("""
title = "shop"  # comment
[owner]
since = 1979-05-27T07:32:00Z
day = 1979-05-27
[[things]]
name = 'tea'
price = 3.5
tags = ["a", "b", ["c"]]
[[things]]
name = \"\"\"long
text \\u00e9\"\"\"
price = 0x1F
inline = {x = 1, y.z = true}
"""))
for text in ("a = ", "a = 1\na = 2", "[a\n", "a = [1, 2", 'a = "\\q"'):
    try:
        tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        print(error)
