"""Rule packs: reading YAML into rules, and telling every mistake in it."""
