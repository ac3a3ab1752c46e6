"""Texts of one sign after another, which would take a converter minutes, and how long they take."""

from time import process_time

from each import each
from loa.text.typed import mended
from typed_html import converted

# As long as a plain text may take for the same length, so many times longer may these.
RATIO = 400
# Below that a clock says nothing.
LEAST = 0.05
_PLAIN = "Bà con mang theo giấy tờ đến xã.\n\n"


def seconds(typed: str) -> float:
    """Return how long mending and converting take the processor."""
    start = process_time()
    converted(mended(typed).text)
    return process_time() - start


def _texts(times: int) -> dict[str, str]:
    units = ("[", "]", "![", "![a](b", "[a](", "[a](<", '[a](b "', "[[a](b)", "`", "` ", "<", "<a")
    units += (
        "</",
        "<!--",
        "<div>\n",
        "*",
        "a*",
        " *a",
        "**a ",
        "**a** ",
        "[a](b.md) ",
        "_a ",
        "*_",
        "***a",
        "> ",
        ">",
        "- ",
    )
    units += ("- \t", "1. ", "• ", "#", "\\", "&", "{", "{: ", "{{", "|", "| a ", "```a\n", "[^a]")
    units += (
        "[^a]: b\n",
        "[x]: y\n",
        "https://a.vn ",
        "a@",
        "a.",
        "-\n",
        "a\n=\n",
        " ",
        "\t",
        "a\n",
    )
    units += ("1. a\n\n", "5. a\n", "a) b\n", '"', "(", "<p>x\n", "> - ")
    cases = {repr(unit): unit * (times if len(unit) < 5 else times // 4) for unit in units}
    cases["brackets in brackets"] = "[" * times + "a" + "]" * times
    cases["runs of backticks"] = " ".join("`" * (1 + run % 300) for run in range(400))
    cases["lists in lists"] = "\n".join(" " * (2 * depth) + "- a" for depth in range(300))
    cases["in a list"] = "- " + "[" * (times // 4)
    return cases


def no_text_takes_longer_than_its_length(times: int) -> None:
    """Judge texts of so many signs beside plain ones of the same length."""

    def judge(typed: str) -> None:
        length = len(typed)
        usual = max(seconds((_PLAIN * (length // len(_PLAIN) + 1))[:length]), LEAST)
        taken = seconds(typed)
        assert taken < RATIO * usual, f"{taken:.2f} s for {length} letters, plain {usual:.3f} s"

    each(_texts(times), judge)


def twice_the_text_takes_twice_the_time(times: int) -> None:
    """Judge what grows faster than its length."""

    def judge(unit: str) -> None:
        short, long = (seconds(unit * times * more) for more in (1, 4))
        assert long < 8 * max(short, LEAST), f"{short:.2f} s, then {long:.2f} s"

    each({unit: unit for unit in ("![a](b", "`", "<", "*a ", "[", "_")}, judge)
