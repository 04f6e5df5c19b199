"""Values with something changed."""

import dataclasses
from typing import Any


def replace(value: Any, /, **changes: Any) -> Any:
    """A copy of a named tuple, a dataclass, a library or its facts with other values in some fields."""
    if isinstance(value, tuple):
        return value._replace(**changes)  # type: ignore[attr-defined]
    return value.having(**changes) if hasattr(value, "having") else dataclasses.replace(value, **changes)
