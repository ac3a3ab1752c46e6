"""Vietnamese, Markdown, YAML and tables as text: nothing here knows the town."""
