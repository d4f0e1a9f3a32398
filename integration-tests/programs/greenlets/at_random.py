"""Greenlets that do what a seeded generator says: switch, throw, drop, adopt, share generators, start threads."""
import gc
import random
import threading

from greenlet import GreenletExit, error, getcurrent, greenlet


def leaf(n):
    return n + 1


class Own(greenlet):
    def __init__(self, world, *more):
        greenlet.__init__(self, None, *more)
        self.world = world

    def run(self, *given):
        return self.world.act(0)


class World:
    def __init__(self, seed, budget, threads):
        self.choose = random.Random(seed)
        self.table = []
        self.pool = []
        self.budget = budget
        self.threads = threads
        self.main = getcurrent()

    def some(self):
        return self.choose.choice(self.table + [self.main]) if self.table else self.main

    def begin(self, *given):
        leaf(0)
        return self.act(0)

    def act(self, depth):
        total = 0
        style = self.choose.randrange(4)
        for _ in range(self.choose.randrange(1, 7)):
            self.budget -= 1
            if self.budget < 0:
                return total
            if style == 0:
                total += self.one(depth)
            elif style == 1:
                try:
                    total += self.one(depth)
                except ValueError:
                    total += leaf(1)
            elif style == 2:
                try:
                    total += self.one(depth)
                finally:
                    total = leaf(total)
            else:
                try:
                    total += self.one(depth)
                except (LookupError, GreenletExit):
                    leaf(2)
                    if self.choose.random() < .5:
                        raise
        return total

    def one(self, depth):
        choose = self.choose
        kind = choose.randrange(14)
        if kind < 2:
            return leaf(depth)
        if kind < 4 and depth < 8:
            return self.act(depth + 1)
        if kind < 7:
            target = self.some()
            if target is not getcurrent():
                target.switch(1)
            return 1
        if kind == 7 and len(self.table) < 12:
            parent = self.some()
            made = choose.choice([
                lambda: greenlet(self.begin), lambda: greenlet(self.begin, parent),
                lambda: Own(self), lambda: Own(self, parent),
                lambda: greenlet(lambda *given: list(map(self.act, [1, 2])))])()
            self.table.append(made)
            return leaf(2)
        if kind == 8 and self.table:
            self.table.pop(choose.randrange(len(self.table)))
            return leaf(3)
        if kind == 9:
            target = self.some()
            if target is not getcurrent():
                target.throw(choose.choice([ValueError, LookupError, GreenletExit, ValueError(3)]))
            return leaf(4)
        if kind == 10:
            self.pool.append(choose.choice([self.generate, self.delegate])(depth))
            return next(self.pool[-1], 0) or 0
        if kind == 11 and self.pool:
            one = choose.choice(self.pool)
            return choose.choice([
                lambda: next(one, 0) or 0, lambda: one.throw(ValueError()) or 0, lambda: one.close() or 0,
                lambda: greenlet(next).switch(one, 0) or 0, lambda: self.pool.remove(one) or 1])()
        if kind == 12:
            if choose.random() < .3:
                raise choose.choice([ValueError, LookupError])()
            return leaf(5)
        if kind == 13 and self.threads and choose.random() < .3:
            self.threads -= 1
            other = World(choose.random(), 60, 0)
            thread = threading.Thread(target=other.start)
            thread.start()
            thread.join()
            other.table, other.pool = [], []
            del other, thread
            gc.collect()
        return 0

    def generate(self, depth):
        for n in range(3):
            leaf(n)
            yield self.act(depth + 1)
        leaf(6)

    def delegate(self, depth):
        got = yield from self.generate(depth)
        try:
            yield (got or 0) + leaf(7)
            yield from self.generate(depth + 1)
        finally:
            leaf(8)

    def start(self):
        self.main = getcurrent()
        while self.budget > 0:
            try:
                leaf(self.act(0))
            except (ValueError, LookupError, GreenletExit, StopIteration, TypeError):
                leaf(9)
            except (RuntimeError, error):
                leaf(10)
        return leaf(11)


gc.disable()
for seed in range(4):
    world = World(seed, 120, 1)
    world.start()
    kept = world.table if seed % 2 else []
    world.table, world.pool = [], []
    print(seed, leaf(12))
