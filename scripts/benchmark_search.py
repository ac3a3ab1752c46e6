"""Measures what the first answer of a search costs, and how long answers take on a slow phone.

`python scripts/benchmark_search.py` prints one table; --help tells the rest.
"""

import sys

from console import guarded
from measuring import measure

if __name__ == "__main__":
    sys.exit(guarded(lambda: measure("search.benchmark", *sys.argv[1:])))
