"""Values with something changed."""

import dataclasses
from typing import Any


def replace(value: Any, /, **changes: Any) -> Any:
    """A copy of a named tuple or a dataclass with other values in some fields."""
    return value._replace(**changes) if isinstance(value, tuple) else dataclasses.replace(value, **changes)
