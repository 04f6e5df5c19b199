"""What plain objects with parts that can be set have in common.

`dataclasses` does more of this, but importing it and making a class with it takes longer than it helps a short run.
"""

from __future__ import annotations

from typing import Any, Self


class Parts:
    """An object that equals others of its class with equal parts."""

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return vars(self) == vars(other) if type(self) is type(other) else NotImplemented

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={part!r}' for name, part in vars(self).items())})"

    def having(self, **parts: Any) -> Self:
        """The same with some parts in the place of its own."""
        new = object.__new__(type(self))
        vars(new).update(vars(self), **parts)
        return new
