"""One page from Markdown to HTML, without a generator around it; the same bytes MkDocs makes.

Read in this order: ``addresses`` (where a file is found), ``links`` and ``converting`` (Markdown),
``page`` (what templates see), ``environment`` (templates), ``renderer`` (all of it together),
``settings`` (what ``mkdocs.yml`` says).
"""
