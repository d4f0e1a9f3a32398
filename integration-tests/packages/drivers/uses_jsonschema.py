# python: 3.11-3.13
# debian: python3-jsonschema python3-attr python3-pyrsistent
import sys

sys.modules['pvectorc'] = None
import jsonschema
from jsonschema import (
    Draft3Validator,
    Draft4Validator,
    Draft7Validator,
    Draft202012Validator,
    FormatChecker,
    RefResolver,
    validators,
)

SCHEMA = {
    '$schema': 'https://json-schema.org/draft/2020-12/schema',
    '$id': 'http://example.org/root',
    'type': 'object',
    'required': ['name', 'kind'],
    'additionalProperties': False,
    'minProperties': 1,
    'maxProperties': 8,
    'properties': {
        'name': {'type': 'string', 'minLength': 2, 'maxLength': 5, 'pattern': '^[a-z]+$'},
        'kind': {'enum': ['a', 1, None]},
        'size': {'type': ['integer', 'null'], 'minimum': 0, 'exclusiveMaximum': 10, 'multipleOf': 2},
        'tags': {
            'type': 'array',
            'items': {'$ref': '#/$defs/tag'},
            'uniqueItems': True,
            'minItems': 1,
            'maxItems': 3,
            'contains': {'const': 'x'},
        },
        'pair': {'prefixItems': [{'type': 'number'}, {'type': 'string'}], 'items': False},
        'child': {'$ref': '#'},
        'any': {'anyOf': [{'type': 'string'}, {'type': 'number', 'not': {'const': 3}}]},
        'one': {'oneOf': [{'multipleOf': 2}, {'multipleOf': 3}]},
        'all': {'allOf': [{'minimum': 1}, {'maximum': 2}]},
        'when': {'format': 'date'},
    },
    'patternProperties': {'^x-': {'type': 'boolean'}},
    'dependentRequired': {'size': ['tags']},
    'propertyNames': {'maxLength': 6},
    'if': {'properties': {'kind': {'const': 1}}},
    'then': {'required': ['size']},
    'else': {'not': {'required': ['any']}},
    '$defs': {'tag': {'type': 'string'}},
}
validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker(['date', 'ipv4', 'email']))
for instance in (
    {'name': 'abc', 'kind': 'a'},
    {},
    {'name': 'A', 'kind': 2, 'size': 11},
    {'name': 'abcdef', 'kind': 1, 'tags': ['x', 'x', 3, 4]},
    {'name': 'ab', 'kind': None, 'pair': [1, 'b', 'c'], 'child': {'name': 3}},
    {'name': 'ab', 'kind': 'a', 'any': 3, 'one': 6, 'all': 3},
    {'name': 'ab', 'kind': 1, 'size': 4.0, 'tags': ['y']},
    {'name': 'ab', 'kind': 'a', 'x-a': 1, 'when': 'no date', 'other': 1},
    [],
    'text',
    {'name': 'ab', 'kind': 'a', 'size': 1.5},
):
    for error in sorted(validator.iter_errors(instance), key=lambda error: (list(map(str, error.path)), error.message)):
        print(
            error.json_path, list(error.schema_path), error.message[:120], [one.message[:60] for one in error.context]
        )
    tree = jsonschema.ErrorTree(validator.iter_errors(instance))
    print(
        validator.is_valid(instance),
        tree.total_errors,
        sorted(tree.errors),
        jsonschema.exceptions.best_match(validator.iter_errors(instance)) is not None,
    )
try:
    jsonschema.validate({'name': 3}, SCHEMA)
except jsonschema.ValidationError as error:
    print(str(error)[:200], error.validator)
for schema in ({'type': 'nothing'}, {'$ref': '#/nowhere'}, {'minimum': 'x'}, {'properties': 3}, True, False):
    try:
        jsonschema.validate(3, schema, cls=Draft7Validator)
        print('valid')
    except (jsonschema.SchemaError, jsonschema.RefResolutionError, jsonschema.ValidationError) as error:
        print(type(error).__name__, error.args[0][:60])
print(
    [
        error.message
        for error in Draft4Validator(
            {'items': [{'type': 'integer'}], 'additionalItems': False, 'dependencies': {'a': ['b']}}
        ).iter_errors(['x', 2])
    ],
    [
        error.message
        for error in Draft3Validator(
            {'extends': {'type': 'any'}, 'properties': {'a': {'required': True, 'divisibleBy': 2}}, 'disallow': 'null'}
        ).iter_errors({})
    ],
)


def even(validator, value, instance, schema):
    if value and instance % 2:
        yield jsonschema.ValidationError('%r is odd' % instance)


own = validators.extend(
    Draft7Validator,
    {'even': even},
    type_checker=Draft7Validator.TYPE_CHECKER.redefine('integer', lambda checker, instance: isinstance(instance, int)),
)
print(
    [error.message for error in own({'even': True, 'type': 'integer'}).iter_errors(3)],
    validators.validator_for(SCHEMA).__name__,
    own({'$ref': 'http://e.org/x'}, resolver=RefResolver('', {}, store={'http://e.org/x': {'const': 1}})).is_valid(1),
    jsonschema.draft7_format_checker.conforms('1.2.3.4', 'ipv4'),
)
