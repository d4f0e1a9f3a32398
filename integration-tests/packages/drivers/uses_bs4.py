# python: 3.6+
# debian: python3-bs4 python3-soupsieve python3-html5lib python3-six python3-webencodings
import re
import warnings

warnings.simplefilter('ignore')
import bs4
import soupsieve

TEXT = '''<html><head><title>The story</title></head><body><p class="title big" id="t"><b>Bold</b></p>
<p class="story">Once <a href="http://e.org/1" class="sister" id="link1">Elsie</a>, <a href="http://e.org/2" class="sister" id="link2">Lacie</a> and
<a href="http://e.org/3" class="sister x" id="link3" lang="en-US">Tillie</a>;<!-- comment --></p><ul><li>1<li>2<ul><li>2a</ul><li>3</ul><form><input type=checkbox checked disabled><input name=a required></form>&copy; &lt;</body></html>'''
for parser in ('html.parser', 'html5lib'):
    soup = bs4.BeautifulSoup(TEXT, parser)
    print(
        soup.title.string,
        soup.p['class'],
        soup.find(id='link2').get_text(),
        [one['id'] for one in soup.find_all('a', href=re.compile('[12]$'))],
    )
    print(
        soup.prettify()[:300],
        len(soup.find_all(True)),
        soup.find_all(string=lambda text: isinstance(text, bs4.Comment)),
    )
    for selector in (
        'p > a.sister',
        'a[href$="3"]',
        'li:nth-child(2n+1)',
        'p:not(.title) a:first-of-type',
        'a:is(#link1, #link3)',
        'p:has(> b)',
        'ul li:last-child',
        'a:lang(en)',
        ':checked',
        'input:disabled, input:required',
        'a ~ a',
        'a + a',
        ':root > body',
        'p:-soup-contains("Once")',
        'li:only-child',
        '*|a',
        '[class~=x]',
        '[id|=link1]',
        '[lang|="en"]',
        'li:nth-last-of-type(1)',
        ':empty',
        'li:nth-child(2 of li)',
        'a:where(.x)',
        '[id="LINK1" i]',
        ':any-link',
        'p:dir(ltr)',
    ):
        print(selector, [one.name for one in soup.select(selector)])
    for selector in ('p >', ':nothing', '[a', 'a:nth-child(x)', '..', 'p:not('):
        try:
            soup.select(selector)
        except (soupsieve.SelectorSyntaxError, NotImplementedError) as error:
            print(str(error).splitlines()[0])
    link = soup.a
    print(
        link.next_sibling,
        link.parent.name,
        [one.name for one in link.parents],
        link.find_next('a')['id'],
        link.find_previous('p') is not None,
        [str(one) for one in soup.ul.stripped_strings],
    )
    link.string = 'New & <old>'
    link['data-x'] = 'a"b'
    del link['class']
    tag = soup.new_tag('i', title='x')
    tag.append('inserted')
    link.insert_before(tag)
    link.wrap(soup.new_tag('span'))
    soup.b.unwrap()
    soup.ul.li.decompose()
    soup.form.extract()
    soup.find(id='link3').replace_with('gone')
    soup.smooth()
    print(soup.decode(formatter='minimal'), soup.p.encode('ascii'), soup.find('nothing'))
    try:
        soup.p.nothing.other
    except AttributeError as error:
        print(error)
only = bs4.BeautifulSoup(TEXT, 'html.parser', parse_only=bs4.SoupStrainer('a', class_='sister'))
print(
    only,
    bs4.BeautifulSoup(b'<p>\xe9', 'html.parser', from_encoding='latin-1').original_encoding,
    bs4.UnicodeDammit('caf\xe9'.encode(), ['utf-8']).unicode_markup,
)
print(
    soupsieve.match('p', only.a),
    soupsieve.escape('1a b'),
    soupsieve.compile('a > b').selectors is not None,
    bs4.BeautifulSoup('<a><b></a></b><br></p>', 'html.parser'),
)
