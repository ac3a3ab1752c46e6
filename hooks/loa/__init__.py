"""Loa: one story, written once, goes out on every channel of the town.

Reading order: clock, problems, vietnamese, yaml_text, fields, model, load, check, views, paths,
pages, feeds, outputs. MkDocs is known to one file only, ``hooks/mkdocs_events.py``.
"""
