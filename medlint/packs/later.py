"""Collections that are made when somebody looks into them. They equal the plain ones with the same content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class Later(Sequence[T]):
    """A tuple that is made at the first look."""

    __slots__ = ("_made", "_make")

    def __init__(self, make: Callable[[], Iterable[T]]) -> None:
        self._make: Callable[[], Iterable[T]] | None = make
        self._made: tuple[T, ...] = ()

    @property
    def now(self) -> tuple[T, ...]:
        """The tuple."""
        if self._make is not None:
            self._made, self._make = tuple(self._make()), None
        return self._made

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[T, ...]: ...
    def __getitem__(self, index: int | slice) -> T | tuple[T, ...]:
        return self.now[index]

    def __len__(self) -> int:
        return len(self.now)

    def __iter__(self) -> Iterator[T]:
        return iter(self.now)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Later):
            return self.now == other.now
        return self.now == other if isinstance(other, tuple) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.now)

    def __repr__(self) -> str:
        return repr(self.now)


class Kept(Mapping[str, T], Generic[T]):
    """A mapping whose values are made when they are asked for, once each.

    Each of the `parts` is what is kept of some values by their names, and what makes a value of it.
    """

    def __init__(self, *parts: tuple[Mapping[str, Any], Callable[[Any], T]]) -> None:
        self._parts = parts
        self._made: dict[str, T] = {}

    def __getitem__(self, name: str) -> T:
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def _make(self, name: str) -> T:
        for kept, make in self._parts:
            if name in kept:
                return make(kept[name])
        raise KeyError(name)

    def __contains__(self, name: object) -> bool:
        return any(name in kept for kept, _ in self._parts)

    def __iter__(self) -> Iterator[str]:
        return (name for kept, _ in self._parts for name in kept)

    def __len__(self) -> int:
        return sum(len(kept) for kept, _ in self._parts)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.made} of {len(self)} made)"

    @property
    def made(self) -> int:
        """How many of the values have been asked for."""
        return len(self._made)
