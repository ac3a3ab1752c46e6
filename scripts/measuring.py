"""Runs a program that lives with the tests, with the tools that the tests have."""

import os

import environment
import npm_tools
from console import ROOT, run


def measure(module: str, *arguments: str) -> int:
    """Prepare the tools, run a module of tests/ and give back its exit code."""
    environment.prepare(environment.TEST_LOCK)
    npm_tools.prepare()
    os.environ["PYTHONPATH"] = os.pathsep.join(str(ROOT / name) for name in ("tests", "scripts"))
    return run(environment.PYTHON, "-m", module, *arguments)
