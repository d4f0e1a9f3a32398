# python: 3.6+
# debian: python3-more-itertools
import more_itertools as mi


def plain(result):
    """Without iterators, and without what has an address in its text."""
    if hasattr(result, '__next__'):
        return [plain(one) for one in result]
    if isinstance(result, (list, tuple)):
        return type(result)(map(plain, result))
    return type(result).__name__ if callable(result) or ' at 0x' in repr(result) else result


def show(name, *arguments, **options):
    try:
        print(name, plain(getattr(mi, name)(*arguments, **options)))
    except (ValueError, IndexError, TypeError, StopIteration) as error:
        print(name, repr(error))


for name, arguments, options in (
    ('chunked', [range(7), 3], {}),
    ('chunked', [range(7), 3], {'strict': True}),
    ('divide', [3, range(7)], {}),
    ('windowed', [range(4), 3], {'step': 2, 'fillvalue': 0}),
    ('windowed', [[], 0], {}),
    ('first', [[]], {}),
    ('first', [[], 1], {}),
    ('last', [[1, 2]], {}),
    ('nth_or_last', [[1], 5], {}),
    ('one', [[1]], {}),
    ('one', [[]], {}),
    ('one', [[1, 2]], {}),
    ('only', [[]], {}),
    ('only', [[1, 2]], {}),
    ('distinct_permutations', [[1, 1, 2]], {}),
    ('distinct_combinations', [[1, 1, 2], 2], {}),
    ('collapse', [[1, [2, (3, 'ab')]]], {}),
    ('collapse', [[1, [2, [3]]]], {'levels': 1}),
    ('interleave_longest', [[1, 2], [3]], {}),
    ('intersperse', [0, [1, 2, 3, 4]], {'n': 2}),
    ('spy', [range(5), 2], {}),
    ('split_at', ['abcdc', lambda c: c == 'c'], {'maxsplit': 1, 'keep_separator': True}),
    ('split_before', ['OneTwo', str.isupper], {}),
    ('split_after', ['a1b2', str.isdigit], {}),
    ('split_when', [[1, 2, 5, 6], lambda a, b: b != a + 1], {}),
    ('split_into', [range(6), [1, 2, None]], {}),
    ('padded', [[1], 0, 3], {}),
    ('padded', [[1, 2], 0], {'n': 3, 'next_multiple': True}),
    ('padded', [[], 0, 0], {}),
    ('stagger', [range(3)], {'longest': True}),
    ('zip_equal', [[1], [2, 3]], {}),
    ('zip_equal', [iter([1]), [2, 3]], {}),
    ('zip_offset', [[1, 2], [3, 4]], {'offsets': (0, 1)}),
    ('sort_together', [[(3, 1), (1, 2)]], {'reverse': True}),
    ('adjacent', [lambda x: x == 3, range(6)], {}),
    ('groupby_transform', ['aAb', str.lower], {}),
    ('numeric_range', [1, 3, 0.5], {}),
    ('count_cycle', ['ab', 2], {}),
    ('locate', [[0, 1, 1], bool], {}),
    ('locate', [[0, 1, 1, 0, 1, 1], lambda *x: x == (1, 1)], {'window_size': 2}),
    ('rstrip', [[1, 0, 0], lambda x: not x], {}),
    ('lstrip', [[0, 1], lambda x: not x], {}),
    ('islice_extended', [range(10), -4, -1, 2], {}),
    ('islice_extended', [range(10), 8, 2, -3], {}),
    ('consecutive_groups', [[1, 2, 4]], {}),
    ('difference', [[1, 3, 6]], {'initial': 0}),
    ('exactly_n', [[1, 1], 2], {}),
    ('map_reduce', [range(5), lambda x: x % 2], {'reducefunc': sum}),
    ('rlocate', [[1, 0, 1]], {}),
    ('replace', [[1, 0, 1], bool, [2]], {'count': 1}),
    ('partitions', ['abc'], {}),
    ('set_partitions', ['abc', 2], {}),
    ('unique_to_each', ['ab', 'bc'], {}),
    ('run_length', [], {}),
    ('ichunked', [range(5), 2], {}),
    ('substrings', ['abc'], {}),
    ('substrings_indexes', ['ab'], {'reverse': True}),
    ('make_decorator', [map], {}),
    ('all_unique', [[1, [2], 1]], {}),
    ('nth_product', [5, 'ab', 'cd', 'ef'], {}),
    ('nth_permutation', ['abc', 2, 9], {}),
    ('nth_combination', [range(4), 2, 3], {}),
    ('product_index', ['a', 'ab'], {}),
    ('combination_index', ['ad', 'abcd'], {}),
    ('permutation_index', [[1, 3], range(4)], {}),
    ('value_chain', [1, [2], 'ab'], {}),
    ('minmax', [[3, 1, 2]], {'key': lambda x: -x}),
    ('unzip', [[(1, 2), (3, 4)]], {}),
    ('always_iterable', [None], {}),
    ('mark_ends', ['abc'], {}),
    ('longest_common_prefix', [['abc', 'abd']], {}),
    ('zip_broadcast', [1, [2, 3]], {'strict': True}),
    ('unique_in_window', [[1, 2, 1, 3, 1], 2], {}),
    ('duplicates_everseen', ['aab'], {}),
    ('chunked_even', [range(7), 3], {}),
    ('constrained_batches', [['a', 'bb', 'ccc'], 4], {}),
    ('strictly_n', [[1], 2], {}),
    ('ilen', [range(3)], {}),
    ('sieve', [30], {}),
    ('convolve', [[1, 2], [1, 1]], {}),
    ('grouper', ['abc', 2], {'incomplete': 'fill'}),
    ('triplewise', ['abcd'], {}),
    ('sliding_window', [range(5), 3], {}),
    ('before_and_after', [str.isupper, 'ABc'], {}),
    ('flatten', [[[1], [2]]], {}),
    ('roundrobin', ['ab', 'c'], {}),
    ('powerset', [[1, 2]], {}),
    ('unique_everseen', ['aAb', str.lower], {}),
    ('random_product', [[1]], {}),
    ('tail', [2, range(5)], {}),
    ('quantify', [[1, 0]], {}),
    ('partition', [bool, [0, 1]], {}),
    ('consume', [iter([1])], {}),
):
    if hasattr(mi, name):
        show(name, *arguments, **options)
peek = mi.peekable('abc')
peek.prepend('x', 'y')
print(peek.peek(), peek[1:3], next(peek), list(peek), peek.peek(None), bool(peek))
seek = mi.seekable(iter('abcd'), maxlen=3)
print(next(seek), next(seek), seek.elements(), seek.seek(0), list(seek), seek.peek('end'))
box = mi.bucket('a1b2', key=str.isdigit)
print(
    sorted(box),
    list(box[True]),
    False in box,
    list(mi.callback_iter(lambda callback=None: callback(1))) if False else '',
)
print(
    mi.SequenceView([1, 2])[0],
    list(mi.islice_extended('abc')[::-1]),
    mi.numeric_range(10)[::-3],
    4 in mi.numeric_range(0, 9, 2),
    list(mi.run_length.decode(mi.run_length.encode('aab'))),
)


@mi.consumer
def total():
    found = 0
    while True:
        found += yield found


counter = total()
print(
    counter.send(1),
    counter.send(2),
    list(mi.with_iter(__import__('io').StringIO('a\nb'))),
    list(mi.iter_except([1, 2].pop, IndexError)),
    mi.first_true([0, 2]),
)
