"""Loa: one story, written once, goes out on every channel of the town.

Reading order, from what asks nobody to what asks everybody:

    clock problems
    text disk styles
    rendered reading fields
    model
    plan load ask.paths
    kept_reading apart
    media
    ask
    check finder drawn structured
    pages
    exports.article search
    exports.town_page exports.word exports.radio exports.leaflet exports.social machines
    exports.kit
    guide desk.preview_bar
    recipes
    instead report
    layout made_apart outputs
    planned
    build
    desk

What each holds is told in ``loa.guide.house``. MkDocs is known to one file only,
``hooks/mkdocs_events.py``.
"""
