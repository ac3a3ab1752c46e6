"""What the kit asks of whoever remembers what was made before."""

from typing import Protocol

from loa.plan.trace import Trace


class Memory(Protocol):
    """Remembers what was made, and what it was made from."""

    def holds(self, name: str) -> bool:
        """Say whether what was made under a name would come out the same today."""
        ...

    def remember(self, name: str, mark: bytes, trace: Trace) -> None:
        """Remember what was made, by the mark of its result and what it read."""
        ...


class _NoMemory:
    def holds(self, name: str) -> bool:
        return False

    def remember(self, name: str, mark: bytes, trace: Trace) -> None:
        return None


FORGETFUL = _NoMemory()
