"""A content-compliance linter for clinic marketing copy."""

__version__ = "0.1.0"

HOME = "https://github.com/medlint/medlint"
"""Where medlint is at home; its pages about the rules are below."""
