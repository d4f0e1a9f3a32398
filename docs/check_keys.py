"""Writes the reference of check-file keys, Markdown, from the JSON Schema on stdin.

usage: ./leadline check --schema | python3 docs/check_keys.py > docs/check-keys.md
"""

import json
import sys

HEAD = """# Keys of the check file

Generated from the JSON Schema by `./leadline check --schema | python3 docs/check_keys.py > docs/check-keys.md`; a test fails
where this page and the schema differ. [Checks](checks.md) explains the file and its expectations.
"""


def variants(schema):
    """The schemas that a value may match, nested `anyOf`s flattened."""
    if 'anyOf' not in schema:
        return [schema]
    return [each for one in schema['anyOf'] for each in variants(one)]


def is_object_with_keys(schema):
    return schema.get('type') == 'object' and 'properties' in schema


def value(schema):
    """What a value looks like, in words."""
    words = []
    for one in variants(schema):
        word = single(one)
        if one.get('type') == 'array' and words == [value(one['items'])]:
            word = 'a list of them'
        if word not in words:
            words.append(word)
    return ', or '.join(words)


def single(schema):
    if 'enum' in schema:
        return ', '.join('`%s`' % word for word in schema['enum'])
    kind = schema.get('type')
    if isinstance(kind, list):
        return 'a text'
    if kind == 'array':
        return 'a list of ' + plural(schema['items'])
    if kind == 'object':
        if is_object_with_keys(schema):
            return 'keys'
        return 'a mapping of names to ' + plural(schema['additionalProperties'])
    if kind == 'string':
        return 'percent, `80%`' if '%' in schema['pattern'] else 'a duration, `30s`'
    return {'boolean': '`true` or `false`', 'integer': 'a whole number', 'number': 'a number',
            'null': '`null`'}[kind]


def plural(schema):
    words = {'a text': 'texts', 'keys': 'mappings', 'a whole number': 'whole numbers',
             'a number': 'numbers'}
    parts = []
    for one in variants(schema):
        word = single(one)
        word = words.get(word, word.replace('a list of ', 'lists of '))
        if word not in parts:
            parts.append(word)
    return ' or '.join(parts)


def nested(schema):
    """The objects with keys of their own within a value: in it, in its lists."""
    for one in variants(schema):
        if one.get('type') == 'array':
            one = one['items']
        elif one.get('type') == 'object' and 'additionalProperties' in one and 'properties' not in one:
            one = one['additionalProperties']
        for each in variants(one):
            if is_object_with_keys(each):
                return each
    return None


def table(properties, required=()):
    print('| key | value | meaning |')
    print('|---|---|---|')
    for key, schema in properties.items():
        need = ' (required)' if key in required else ''
        meaning = schema['description'].replace('<', '&lt;')
        print('| `%s`%s | %s | %s |' % (key, need, value(schema), meaning))


def main():
    schema = json.load(sys.stdin)
    print(HEAD)
    print('## The file\n')
    table(schema['properties'], schema['required'])
    run = schema['properties']['runs']['items']
    print('\n## A run: `runs`\n')
    names = [one['required'][0] for one in run['oneOf']]
    print('Exactly one of %s is required. `defaults` takes the other keys except `name`.\n'
          % ', '.join('`%s`' % name for name in names))
    table(run['properties'])
    expect = run['properties']['expect']
    print('\n## Expectations of a run: `expect`\n')
    table(expect['properties'])
    for key, one in expect['properties'].items():
        inner = nested(one)
        if inner:
            print('\n### `%s`\n' % key)
            table(inner['properties'], inner.get('required', ()))


main()
