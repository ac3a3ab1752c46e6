"""One story on every channel: each module makes one format, from the model and never from a page."""
