"""A trained second opinion on sentences that no pattern found anything in."""
