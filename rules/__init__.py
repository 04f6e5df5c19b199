"""The rule packs and facts that ship with medlint, as data."""
