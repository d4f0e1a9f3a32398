# python: 3.6+
# debian: python3-html5lib python3-six python3-webencodings
import html5lib
from html5lib import serializer, treewalkers
from html5lib.filters import alphabeticalattributes, inject_meta_charset, optionaltags, whitespace

TEXTS = [
    '<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>T</title></head><body class="b a"><p>One<p>Two &amp; &copy &notit; &#x80; <b><i>x</b>y</i></body></html>',
    '<table><tr><td>a<td>b<tr><p>foster</table><select><option>1<option selected>2</select><ul><li>x<li>y</ul>',
    '<svg viewbox=0><path/><foreignObject><p>x</foreignObject></svg><math><mi>x</mi></math>',
    '<script>if (a < b) { "<!--" }</script><style>a > b {}</style><textarea>\n<x></textarea><plaintext>a<b>',
    '<a href=1><a href=2>x</a></a><button><button><form><form><h1><h2>y',
    '<!-- c --><!-x><?pi?></x></br></p><br/ x="1\'2" y=\'"\' z=`q x>',
    '',
    '<',
    '<a',
    '</',
    '<!',
    '&',
    '&#;',
    '<p\x00>\x00',
    '<frameset><frame></frameset>x',
    '<body><frameset>',
    '<b><p></b>x</p>',
    '<nobr><nobr>',
    '<dl><dt>a<dd>b',
    '<ruby>a<rt>b<rp>c',
    '<input type=hidden><table><input type=hidden></table>',
    '<template><td>x</template>',
    '<isindex prompt=x>',
    '<table><caption>c<col><tbody><tr><th>d',
]
for text in TEXTS:
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    document = parser.parse(text)
    print(len(parser.errors), [code for _, code, _ in parser.errors][:4], parser.documentEncoding)
    walker = treewalkers.getTreeWalker('etree')
    print(
        serializer.HTMLSerializer(
            omit_optional_tags=True, quote_attr_values='legacy', alphabetical_attributes=True
        ).render(walker(document))
    )
    print(
        serializer.HTMLSerializer(
            omit_optional_tags=False,
            minimize_boolean_attributes=False,
            use_trailing_solidus=True,
            strip_whitespace=True,
            escape_lt_in_attrs=True,
            resolve_entities=False,
        ).render(walker(document))
    )
for tree in ('dom', 'etree'):
    document = html5lib.parse(TEXTS[0], treebuilder=tree)
    walker = treewalkers.getTreeWalker(tree)
    tokens = list(
        whitespace.Filter(
            alphabeticalattributes.Filter(optionaltags.Filter(inject_meta_charset.Filter(walker(document), 'ascii')))
        )
    )
    print(len(tokens), [token['type'] for token in tokens][:12])
print(
    html5lib.serialize(html5lib.parseFragment('<td>x</td><p>y', container='tr')),
    treewalkers.pprint(treewalkers.getTreeWalker('etree')(html5lib.parseFragment('<p a=b>x<!--c-->'))),
)
for data in (
    b'\xef\xbb\xbf<p>x',
    b'<meta charset=iso-8859-2><p>\xb1',
    b'<meta http-equiv=content-type content="text/html; charset=shift_jis">\x83\x41',
    b'<p>\xff',
):
    print(ascii(html5lib.serialize(html5lib.parse(data, likely_encoding='windows-1252'))))
try:
    html5lib.HTMLParser(strict=True).parse('<p></b>')
except html5lib.html5parser.ParseError as error:
    print(error)
