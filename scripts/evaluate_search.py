"""Measures how well the site's search answers, beside other search engines.

`python scripts/evaluate_search.py` prints one table; --help tells the rest.
"""

import sys

from console import guarded
from measuring import measure

if __name__ == "__main__":
    sys.exit(guarded(lambda: measure("search.evaluate", *sys.argv[1:])))
