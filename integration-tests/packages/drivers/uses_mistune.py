# python: 3.7-3.14
# debian: python3-mistune
import mistune

TEXT = '''# Title

Some *emphasis*, **strong**, `code`, ~~gone~~, [a link](http://example.org "title"), ![image](a.png), <http://auto.link>, [ref][one] and a footnote[^1].

[one]: http://ref.example 'Ref'
[^1]: The note
    continues.

> quoted
> > twice

* one
* two
    1. inner
    2. inner two

      paragraph in item
* [ ] task
* [x] done

```python
def f(): pass
```

    indented

| a | b |
|:--|--:|
| 1 | 2 |
| x \\| y | z |

term
: definition

*[HTML]: Hyper Text
HTML

<div class="x">raw</div>

Line  
break\\
http://example.com/x_y

Setext
------

***
'''


class Renderer(mistune.HTMLRenderer):
    def heading(self, text, level):
        return '[%d %s]\n' % (level, text)

    def block_code(self, code, info=None):
        return '<%s>%s' % (info, mistune.escape(code))


plugins = ['strikethrough', 'footnotes', 'table', 'url', 'task_lists', 'def_list', 'abbr']
print(mistune.html(TEXT))
print(mistune.create_markdown(renderer=Renderer(escape=False), plugins=plugins)(TEXT))
print(mistune.create_markdown(renderer='ast', plugins=plugins)(TEXT))
markdown = mistune.create_markdown(escape=True, hard_wrap=True)
for text in (
    '',
    '*',
    '**a',
    '[a](',
    '<b',
    '`a',
    '# ',
    '1) x\n2) y',
    '- a\n\n- b',
    'a\n=\nb\n-',
    '&amp; &copy; &',
    '<script>x</script>',
    '[x](javascript:alert)',
    '\\*a\\*',
    '***a** b*',
    '> a\nb',
):
    print(repr(markdown(text)))
