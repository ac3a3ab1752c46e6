"""How a build is planned: every file is a recipe, and what it reads is noted while it is made.

``trace`` takes the notes, ``day`` and ``records`` are what is read, ``question`` keeps answers that
many files share, ``store`` remembers notes from one build to the next, ``works`` decides what is
still valid, ``tree`` puts the new site together.
"""
