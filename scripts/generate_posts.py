"""Makes a town of any size: the repository's own posts and as many invented ones as are wanted.

The invented posts speak like the shipped ones, word after word, and mean nothing. The same size
gives the same town, byte for byte: `python scripts/generate_posts.py 1000 FOLDER`.
"""

import re
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import project_python  # noqa: F401  must come before everything that imports loa
from arguments import Arguments
from console import ROOT, SetupError, guarded
from loa.load import load_content

SOURCES = ("mkdocs.yml", "docs", "stories", "data", "hooks")
TODAY = date(2026, 11, 24)
SEED = 84
SYLLABLES = range(300, 801)  # of one post
INVENTED = 0.02  # of all syllables: a larger town has names that no other text has
NUMBERS = 0.01

# fmt: off
_ONSETS = ("b", "ch", "d", "đ", "g", "h", "kh", "l", "m", "n", "ng", "ph", "r", "s", "t", "kl")
_RIMES = ("ăp", "ĕch", "iêm", "oăng", "ôm", "ơk", "uôt", "ưng", "âyh", "ĭt", "ŏng", "ŭk", "iu")
# fmt: on
_TOPICS = ("vay-von", "y-te", "giao-duc", "nha-o", "nuoc-sach", "viec-lam", "san-xuat", "an-sinh")

# No post may tell of fewer than ten people or households, so nobody is counted in words.
_COUNTS = frozenset(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"))
_COUNTED = frozenset(("hộ", "người", "gia", "nhà", "em", "trẻ"))

_END = ""
Model = Mapping[str, Sequence[str]]


def write_town(folder: Path, posts: int) -> None:
    """Write a whole repository with ``posts`` posts into an empty folder."""
    for name in SOURCES:
        source = ROOT / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, folder / name)
    shipped = len(list((folder / "stories").rglob("*.md")))
    if posts < shipped:
        raise ValueError(f"the repository alone has {shipped} posts")
    model = word_model(_shipped_texts())
    for number in range(posts - shipped):
        _write_post(folder, number, model)


def word_model(texts: Iterable[str]) -> Model:
    """Return, for each word, the words that follow it in the texts; "" ends and begins."""
    model: dict[str, list[str]] = {_END: []}
    for text in texts:
        for sentence in re.split(r"[.!?:;|]", text):
            words = [word.lower() for word in re.findall(r"[^\W\d_]+", sentence)]
            for word, following in zip([_END, *words], [*words, _END], strict=True):
                if word or following:
                    model.setdefault(word, []).append(following)
    return model


def _write_post(folder: Path, number: int, model: Model) -> None:
    # Its own source of chance, so that a post is the same in every town.
    chance = Random(SEED * 1_000_000 + number)
    section, kind, code = (
        ("guong-dien-hinh", "subject: group\n", "GD") if number % 10 >= 7 else ("tin-tuc", "", "TT")
    )
    day = TODAY - timedelta(days=chance.randrange(1, 900))
    head = (
        f"---\nid: {code}-{number:04d}\ntitle: {_sentence(model, chance, 6, 12)}\n"
        f"date: {day.isoformat()}\nsummary: {_sentence(model, chance, 20, 40)}\n"
        "author: Bài đặt ra để đo tốc độ\n"
        f"topics: [{_TOPICS[chance.randrange(len(_TOPICS))]}]\nstatus: published\n{kind}---\n"
    )
    body = _body(model, chance, chance.choice(SYLLABLES))
    path = folder / "stories" / section / f"bai-dat-ra-{number:05d}.md"
    path.write_text(head + body, encoding="utf-8", newline="\n")


def _body(model: Model, chance: Random, syllables: int) -> str:
    parts: list[str] = []
    written = 0
    while written < syllables:
        if len(parts) % 5 == 2:
            parts.append(f"## {_sentence(model, chance, 4, 9)}")
        sentences = [_sentence(model, chance, 8, 25) for _ in range(4)]
        parts.append(" ".join(f"{sentence}." for sentence in sentences))
        written += len(parts[-1].split())
    return "\n\n".join(parts) + "\n"


def _sentence(model: Model, chance: Random, shortest: int, longest: int) -> str:
    words: list[str] = []
    wanted = chance.randrange(shortest, longest + 1)
    while len(words) < wanted:
        # Invented words and numbers are followed by the beginning of a sentence.
        following = chance.choice(model.get(words[-1] if words else _END, model[_END]))
        following = following or chance.choice(model[_END])
        while words and words[-1] in _COUNTS and following in _COUNTED:
            words.pop()
        words.append(following)
        if chance.random() < INVENTED:
            syllables = chance.randrange(1, 3)
            words.append("".join(map(chance.choice, (_ONSETS, _RIMES) * syllables)))
        if chance.random() < NUMBERS:
            words.append(str(chance.randrange(10, 1000)))
    text = " ".join(words)
    return text[0].upper() + text[1:]


def _shipped_texts() -> list[str]:
    content = load_content(ROOT).content
    if content is None:
        raise SetupError("Dữ liệu đang có chỗ sai; hãy chạy make check rồi sửa.")
    return [re.sub(r"\{\{.*?\}\}|[#>*_`]", " ", post.body) for post in content.posts]


def main() -> int:
    """Write the town that the command line asks for."""
    parser = Arguments("Viết một kho bài giả để đo tốc độ.", "generate_posts.py SỐ_BÀI THƯ_MỤC")
    parser.options.add_argument("posts", type=int, metavar="SỐ_BÀI", help="số bài, ví dụ 1000")
    parser.options.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="thư mục mới")
    options = parser.parse_args()
    if options.folder.exists():
        raise SetupError(f"Đã có «{options.folder}»; hãy chọn thư mục chưa có.")
    options.folder.mkdir(parents=True)
    write_town(options.folder, options.posts)
    print(f"Đã viết {options.posts} bài vào {options.folder}.")
    return 0


if __name__ == "__main__":
    sys.exit(guarded(main))
