"""What is known of treatments, conditions and sources, and finding their names in a text."""
