"""Loa: one story, written once, goes out on every channel of the town.

Reading order: clock, problems, vietnamese, source_text, yaml_text, fields, model, load, facts,
views, check, showing, blocks, pages, feeds, open_data, outputs; the whole order stands in
``tests/test_house.py``. MkDocs is known to one file only, ``hooks/mkdocs_events.py``.
"""
