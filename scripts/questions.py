"""Asks a person for one thing after another, and takes an answer only when the content would."""

from collections.abc import Callable, Mapping

from console import SetupError
from loa.fields import Kind, Reader, Rejected, Text, nearest
from loa.text.yaml_text import Scalar

Ask = Callable[[str], str]


class Questions:
    """The questions of one run; without anybody to ask, what is missing is told at the end."""

    def __init__(self, ask: Ask | None) -> None:
        self._ask = ask
        self._missing: list[str] = []

    def text(self, option: str, label: str, given: str | None, kind: Kind, default: str) -> str:
        """Return what the option says, or what the person types, once ``kind`` accepts it.

        A ``default`` that does not fit, such as a title too long, is not offered.
        """
        default = default if _fits(kind, default) else ""
        hint = f"Enter: {default}" if default else kind.describe()
        return self._accepted(
            option, f"{label} ({hint}): ", given, lambda said: _read(kind, option, said), default
        )

    def choice(
        self,
        option: str,
        label: str,
        given: str | None,
        known: Mapping[str, str],
        default: str = "",
    ) -> str:
        """Return one of the ``known`` codes, chosen by its number or the code itself."""
        if given is None and self._ask is not None:
            print(f"\n{label}:")
            for number, (code, title) in enumerate(known.items(), 1):
                print(f"  {number:>2}. {title} [{code}]")
        hint = f"Enter: {default}" if default else "gõ số hoặc mã"
        return self._accepted(
            option, f"Chọn ({hint}): ", given, lambda said: _chosen(said, known), default
        )

    def finish(self) -> None:
        """Stop when something was not given and nobody could be asked."""
        if self._missing:
            options = ", ".join(self._missing)
            raise SetupError(f"Không có bàn phím để hỏi; hãy thêm vào lệnh: {options}.")

    def _accepted(
        self,
        option: str,
        prompt: str,
        given: str | None,
        accept: Callable[[str], str],
        default: str,
    ) -> str:
        if given is not None:
            try:
                return accept(given)
            except Rejected as rejected:
                raise SetupError(f"«{option}»: {rejected}") from None
        if self._ask is None:
            if not default:
                self._missing.append(option)
            return default
        while True:
            said = self._ask(prompt).strip()
            if not said and default:
                return default
            try:
                return accept(said)
            except Rejected as rejected:
                print(f"  Chưa được: {rejected}")


def _read(kind: Kind, option: str, said: str) -> str:
    value = kind.read(Scalar(said, 1, plain=False), option, Reader(option))
    # Words are kept as they are read: one spelling, no needless blanks.
    return value if isinstance(kind, Text) else said.strip()


def _fits(kind: Kind, said: str) -> bool:
    try:
        kind.read(Scalar(said, 1, plain=False), "", Reader(""))
    except Rejected:
        return False
    return True


def _chosen(said: str, known: Mapping[str, str]) -> str:
    codes = list(known)
    said = said.strip()
    if said.isdecimal() and 1 <= int(said) <= len(codes):
        return codes[int(said) - 1]
    if said in known:
        return said
    raise Rejected(f"«{said}» không có trong danh sách; {nearest(said, known)}")
