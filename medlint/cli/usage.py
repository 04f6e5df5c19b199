"""What a command raises when it is used in a way that it cannot be."""

from __future__ import annotations


class UsageError(Exception):
    """Something that ends the run with exit status 2, told in one or more lines."""
