"""medlint inside other systems. Each module needs the extra of its name."""
