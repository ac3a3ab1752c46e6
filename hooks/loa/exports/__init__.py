"""One story on every channel; each module makes one format, from the model, never a page."""
