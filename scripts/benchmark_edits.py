"""What happens to a town before a build is measured: each edit is real, and none comes twice."""

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from benchmark_peers import Generator
from benchmark_towns import Story, photo
from console import SetupError

COLD, COLD_PHOTOS, UNCHANGED = "cold", "cold-photos", "unchanged"
EDITS = ("post", "title", "amount", "photo", "template", "withdrawn")
CASES = {
    COLD: "cold, nothing kept",
    COLD_PHOTOS: "cold, photos made before",
    UNCHANGED: "nothing changed",
    "post": "one post edited",
    "title": "one title edited",
    "amount": "one amount edited",
    "photo": "one photo replaced",
    "template": "one template edited",
    "withdrawn": "one post taken away",
}
_FIRST_NUMBER = 20  # a number below ten could count people, which a rule forbids


def change(case: str, generator: Generator, stories: Sequence[Story], turn: int) -> str:
    """Do to a generator's town what a case says; return words that the build must publish.

    Args:
        case: one of ``CASES``.
        generator: whose town it is.
        stories: the posts of the town as it was written.
        turn: the number of the round; every round does something that no other did.
    """
    if case in (COLD, COLD_PHOTOS):
        _forget(generator, generator.photo_caches if case == COLD_PHOTOS else ())
    if case not in EDITS:
        return ""
    number = _FIRST_NUMBER + turn * len(EDITS) + EDITS.index(case)
    story = _picked(case, stories, turn)
    post = generator.folder / generator.post(story)
    if case == "title":
        return _retitle(post, f"Tiêu đề thay lần thứ {number} để đo tốc độ")
    if case == "amount" and generator.amounts:
        return _raise_amount(generator.folder / generator.amounts, f"1.{500 + number}.000")
    if case == "photo":
        (generator.folder / generator.photo(story)).write_bytes(photo(1_000_000 + number))
        return ""
    if case == "template":
        return _stamp(generator.folder / generator.template, f"Lần dựng thứ {number}")
    if case == "withdrawn":
        post.unlink()
        return ""
    return _append(post, f"Câu thêm thứ {number} để đo tốc độ.")


def _picked(case: str, stories: Sequence[Story], turn: int) -> Story:
    """Return the post that a case is about in a round, the same for every generator."""
    if case == "photo":
        found = [story for story in stories if story.photo]
    elif case == "amount":
        found = [story for story in stories if story.section == "chinh-sach"]
    else:
        # Of one half posts are edited, of the other they go away.
        found = [story for story in stories if story.section == "tin-tuc" and not story.photo]
        edited, leaving = found[: len(found) // 2], found[len(found) // 2 :]
        found = [one for one in leaving if one.invented] if case == "withdrawn" else edited
    if not found or (case == "withdrawn" and turn >= len(found)):
        raise SetupError(f"Thị trấn này không có bài nào để đo trường hợp «{case}».")
    return found[turn % len(found)]


def _forget(generator: Generator, kept: Sequence[str]) -> None:
    aside = generator.folder.with_name(f"{generator.folder.name}-kept")
    for number, name in enumerate(kept):
        if (generator.folder / name).exists():
            aside.mkdir(exist_ok=True)
            (generator.folder / name).rename(aside / str(number))
    for name in (*generator.outputs, *generator.caches):
        place = generator.folder / name
        if place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)
    for number, name in enumerate(kept):
        if (aside / str(number)).exists():
            (generator.folder / name).parent.mkdir(parents=True, exist_ok=True)
            (aside / str(number)).rename(generator.folder / name)
    shutil.rmtree(aside, ignore_errors=True)


def _append(path: Path, words: str) -> str:
    _write(path, f"{_read(path).rstrip()}\n\n{words}\n")
    return words


def _retitle(path: Path, title: str) -> str:
    text = re.sub(r"(?mi)^(title): .*$", rf"\1: {title}", _read(path), count=1)
    _write(path, re.sub(r"(?m)^# .*$", f"# {title}", text, count=1))
    return title


def _raise_amount(path: Path, amount: str) -> str:
    _write(path, re.sub(r"(?m)^( +amount: )[\d.]+$", rf"\g<1>{amount}", _read(path), count=1))
    return amount


def _stamp(path: Path, words: str) -> str:
    _write(path, _read(path).replace("</footer>", f"</footer><p>{words}</p>", 1))
    return words


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")
