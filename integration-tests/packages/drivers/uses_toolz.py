# python: 3.6+
# debian: python3-toolz
import operator

import toolz
from toolz import curried
from toolz.sandbox import core, fold, unzip

show = print
show(
    toolz.accumulate(operator.add, [1, 2, 3], 5).__next__(),
    list(toolz.accumulate(operator.mul, [1, 2, 3])),
    toolz.groupby(len, ['a', 'bb', 'c']),
    toolz.groupby('k', [{'k': 1}, {'k': 2}]),
    toolz.countby(str.lower, 'aAb'),
    toolz.frequencies('aab'),
    toolz.reduceby(lambda n: n % 2, operator.add, range(5), 0),
    toolz.reduceby(lambda n: n % 2, operator.add, range(5)),
)
show(
    list(toolz.merge_sorted([1, 4], [2, 3])),
    list(toolz.merge_sorted([1, 4], [3, 2][::-1], [0], key=lambda x: x)),
    list(toolz.merge_sorted()),
    list(toolz.interleave(['ab', 'c'])),
    list(toolz.unique('aAb', key=str.lower)),
    toolz.isiterable(1),
    toolz.isdistinct([1, 1]),
    toolz.isdistinct(iter('ab')),
    list(toolz.take_nth(2, 'abcde')),
    toolz.first('ab'),
    toolz.nth(1, iter('ab')),
    toolz.last('ab'),
    toolz.get([0, 5], 'ab', '-'),
    toolz.get('x', {}, 1),
)
show(
    list(toolz.concatv([1], [2])),
    list(toolz.mapcat(str.split, ['a b'])),
    list(toolz.cons(0, [1])),
    list(toolz.interpose('-', 'ab')),
    list(toolz.sliding_window(2, 'abc')),
    list(toolz.partition(2, 'abc')),
    list(toolz.partition(2, 'abc', pad=None)),
    list(toolz.partition_all(2, 'abc')),
    list(toolz.partition_all(2, iter('abc'))),
    toolz.count(iter('ab')),
    toolz.pluck([0, 1], ['ab', 'cd']).__next__(),
    list(toolz.pluck('x', [{'x': 1}, {}], 0)),
)
show(
    list(toolz.join(0, [(1, 'a'), (2, 'b')], 0, [(1, 'c'), (3, 'd')], left_default=None, right_default=None)),
    list(toolz.join(len, ['a', 'bb'], len, ['c'])),
    list(toolz.diff([1, 2], [1, 3])),
    list(toolz.diff([1], [1, 2], default=0)),
    list(toolz.topk(2, [3, 1, 2])),
    toolz.peek(iter('ab'))[0],
    toolz.peekn(1, 'ab')[0],
    list(toolz.random_sample(0.5, range(10), random_state=1)),
)
show(
    toolz.merge({1: 1}, {1: 2, 3: 4}),
    toolz.merge_with(sum, {1: 1}, {1: 2}),
    toolz.valmap(str, {1: 2}),
    toolz.keymap(str, {1: 2}),
    toolz.itemmap(reversed, {1: 2}),
    toolz.valfilter(bool, {1: 0}),
    toolz.keyfilter(bool, {1: 0}),
    toolz.itemfilter(all, {1: 0}),
    toolz.assoc({}, 1, 2),
    toolz.dissoc({1: 2, 3: 4}, 1),
    toolz.dissoc(dict.fromkeys(range(9)), *range(8)),
    toolz.assoc_in({}, [1, 2], 3),
    toolz.update_in({1: {2: 3}}, [1, 2], str),
    toolz.update_in({}, [1, 2], str, 0),
    toolz.get_in([0, 'x'], [{'x': 1}]),
    toolz.get_in([5], [], 'd'),
)


@toolz.curry
def add(a, b, c=0):
    return a + b + c


def broken(a):
    raise TypeError('own')


for action in (
    lambda: add(1)(2),
    lambda: add(c=1)(1)(2),
    lambda: add(1, 2, 3, 4),
    lambda: toolz.curry(broken)(1),
    lambda: toolz.curry(3),
    lambda: toolz.get_in([5], [], no_default=True),
    lambda: toolz.first([]),
    lambda: toolz.nth(9, 'a'),
    lambda: toolz.compose(str, add(1))(2),
    lambda: toolz.compose()(1),
    lambda: toolz.pipe(3, add(1), str),
    lambda: toolz.thread_first(1, (add, 2), str),
    lambda: toolz.thread_last(1, (map, add(1)), list) if False else 0,
    lambda: toolz.juxt(min, max)([1, 2]),
    lambda: toolz.complement(bool)(0),
    lambda: toolz.do(show, 1),
    lambda: toolz.flip(operator.sub, 1, 2),
    lambda: toolz.excepts(KeyError, {}.__getitem__, lambda _: 'none')(1),
    lambda: toolz.apply(add, 1, 2),
    lambda: curried.map(add(1))([1]).__next__(),
    lambda: curried.get(1)('ab'),
    lambda: curried.merge_with(sum)({1: 2}, {1: 3}),
    lambda: core.EqualityHashKey(None, [1]) == core.EqualityHashKey(None, [1]),
    lambda: list(unzip([(1, 2), (3, 4)])[0]),
    lambda: add.call(1) if hasattr(add, 'call') else 0,
    lambda: toolz.compose_left(str, len).__name__,
    lambda: toolz.memoize(add)(1, 2),
    lambda: toolz.is_arity(1, len) if hasattr(toolz, 'is_arity') else toolz.functoolz.is_arity(2, lambda a, b: 0),
    lambda: toolz.functoolz.num_required_args(broken),
    lambda: toolz.functoolz.has_varargs(print),
    lambda: toolz.functoolz.is_valid_args(broken, (1, 2), {}),
    lambda: toolz.functoolz.is_partial_args(add, (1,), {}),
    lambda: toolz.functoolz.has_keywords(add),
):
    try:
        show(action())
    except (TypeError, IndexError, KeyError, StopIteration) as error:
        show(type(error).__name__, str(error)[:40].split('0x')[0])
