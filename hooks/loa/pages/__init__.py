"""Pages of the site: Markdown with front matter, which is the only contract with templates."""
