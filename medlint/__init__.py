"""A content-compliance linter for clinic marketing copy."""

__version__ = "0.1.0"
