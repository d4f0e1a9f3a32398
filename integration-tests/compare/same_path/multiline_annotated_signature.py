# python: 3.7+
from __future__ import annotations

class A:
    def f(
        self,
        a: str | None = None,
        b: int = 3,
        c: str = 'x',
    ) -> None:
        pass
