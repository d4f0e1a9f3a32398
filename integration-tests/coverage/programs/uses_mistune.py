import mistune

TEXT = """# Title

Some *emphasis* and **strong**, `code`, [a link](https://example.org "title") and ![image](x.png).

> quote
> goes on

1. one
2. two
   - nested

| a | b |
|---|--:|
| 1 | 2 |

```python
print("x")
```

<div>html</div>

~~gone~~ text[^1] and https://example.org

[^1]: The note.

***
"""

markdown = mistune.create_markdown(plugins=["table", "strikethrough", "footnotes", "url"])
print(markdown(TEXT))
print(mistune.html("*x* <b>\n\n---\n\n\tcode\n"))
