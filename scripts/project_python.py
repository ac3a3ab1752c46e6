"""Import this first in a script that needs ``loa``: any Python may start the script then.

Where ``loa`` cannot be found, the script goes on in the project's own environment.
"""

import importlib.util
import sys

if importlib.util.find_spec("loa") is None:
    import environment
    from console import guarded

    sys.argv.insert(1, sys.argv[0])
    sys.exit(guarded(environment.main))
