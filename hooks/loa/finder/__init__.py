"""The policy finder: a few questions, and what may follow from the answers.

Rules come from ``data/policies.yml``. :mod:`loa.finder.compiled` turns them into one plain form;
:mod:`loa.finder.judge` and ``hooks/theme/assets/js/finder.js`` judge a household by that form, and
a test holds the two to the same answers.
"""
