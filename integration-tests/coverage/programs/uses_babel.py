import io

from babel import plural
from babel.messages import extract, jslexer

rule = plural.PluralRule({"one": "n is 1", "few": "n in 2..4 and n mod 100 not in 12..14"})
print([rule(n) for n in (1, 3, 9, 112, 1.5)], plural.to_python(rule)(2), len(plural.to_javascript(rule)), rule.rules)
print(plural.to_gettext(rule), rule == plural.PluralRule.parse(rule), plural.extract_operands(1.5))
for text in ("n is", "n = 1 or", "x is 1"):
    try:
        plural.PluralRule({"one": text})
    except plural.RuleError as error:
        print(error)
SOURCE = b"_('tea')\nngettext('cup', 'cups', 2)  # comment\n# note: asked\ngettext('a' 'b')\n_(f'{x}', \"y\")\n"
print(list(extract.extract("python", io.BytesIO(SOURCE), comment_tags=["note:"])))
print(list(extract.extract("javascript", io.BytesIO(b"_('js'); /* note: x */ gettext(`x${1}`, /re/g)"))))
print(len(list(jslexer.tokenize("var a = /x/.test('y') ? 1.5e3 : a / 2; // z"))))
