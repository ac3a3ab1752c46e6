"""Reads a command line and speaks Vietnamese about it; argparse by itself speaks English."""

import argparse
from typing import NoReturn

from console import SetupError


class Arguments(argparse.ArgumentParser):
    """A parser whose help and complaints the officer can read."""

    def __init__(self, purpose: str, usage: str) -> None:
        super().__init__(
            description=f"{purpose}\n\nCách dùng: {usage}",
            usage=argparse.SUPPRESS,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            add_help=False,
            allow_abbrev=False,
        )
        self._usage = usage
        # One group of our own, so that argparse writes no English headings.
        self.options = self.add_argument_group("Tham số")
        self.options.add_argument("-h", "--help", action="help", help="hiện lời hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        """Say how the command is meant to be written."""
        raise SetupError(f"Lệnh chưa đúng. Cách dùng: {self._usage}")
