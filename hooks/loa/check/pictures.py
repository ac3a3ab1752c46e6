"""Pictures and recordings that exist, stay inside the content folders, and say what they show."""

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from loa.check.prose import body, owners
from loa.check.values import parts, problem
from loa.media.attachments import attached, is_file, places
from loa.media.recordings import RecordingRefused, published_film, published_recording
from loa.model.content import Content
from loa.model.media import Audio, Image, Video
from loa.model.posts import Page, Post
from loa.problems import Level, Problem
from loa.text.vietnamese import size_text, slug

# A page's drawings go out as they are; everything else is made anew.
PAGE_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg")
# Whether this machine can read an iPhone's photo is told by its own rule, with the way out.
PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif")
RECORDINGS = (".mp3", ".m4a", ".ogg", ".wav")
FILMS = (".mp4", ".webm")
SHORTEST_ALT = 8
HEAVIEST_MINUTE = 1_000_000  # bytes; speech is clear at half of it

_EMPTY_ALT = re.compile(r"(hinh-)?(anh|image|img|photo|picture)(-minh-hoa|-dai-dien)?(-\d+)?|")
_SUFFIX = re.compile(r"\.[a-zA-Z]{3,4}$")


def files_exist(content: Content, today: date) -> Iterator[Problem]:
    """Every picture, recording and film of a post is there, of a fit kind, inside the folders."""
    for post in content.posts:
        for key, file, suffixes in files_of(post):
            if message := _file_problem(content, post, file, suffixes):
                yield problem(post, f"{key}.file", f"«{file}»: {message}")


def files_of(post: Post) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    yield from ((key, picture.file, PICTURES) for key, picture in parts(post, Image))
    yield from ((key, audio.file, RECORDINGS) for key, audio in parts(post, Audio))
    yield from ((key, video.file, FILMS) for key, video in parts(post, Video) if video.file)


def _file_problem(
    content: Content, owner: Post | Page, file: str, suffixes: tuple[str, ...]
) -> str | None:
    if PurePosixPath(file).suffix.lower() not in suffixes:
        return f"cần tệp có đuôi {', '.join(suffixes)}"
    if attached(content.root, owner.path, file):
        return None
    candidates = places(content.root, owner.path, file)
    if any(is_file(place) for place in candidates):
        return "tệp nằm ngoài thư mục nội dung; hãy chép tệp vào cạnh bài"
    return f"không thấy tệp; {_nearest_file(candidates[0])}"


def _nearest_file(place: Path) -> str:
    try:
        names = {found.name.lower(): found.name for found in place.parent.iterdir()}
    except OSError:
        names = {}
    near = get_close_matches(place.name.lower(), names, n=1, cutoff=0.75)
    if near:
        return f"có phải ý bạn là «{names[near[0]]}»?"
    return "hãy chép tệp vào cạnh bài hoặc sửa tên"


def recordings_can_be_heard(content: Content, today: date) -> Iterator[Problem]:
    """A recording or film can be played on phones, and speech is no heavier than it needs."""
    for post in content.posts:
        yield from _films_refused(content, post)
        for key, audio in parts(post, Audio):
            file = attached(content.root, post.path, audio.file)
            if file is None or file.suffix.lower() not in RECORDINGS:
                continue  # told by the rule above
            try:
                recording = published_recording(file)
            except RecordingRefused as refused:
                yield problem(post, f"{key}.file", f"«{audio.file}»: {refused}")
                continue
            if recording.size > max(HEAVIEST_MINUTE, recording.seconds / 60 * HEAVIEST_MINUTE):
                message = (
                    f"«{audio.file}» nặng {size_text(recording.size)}, bà con nghe tốn dữ liệu; "
                    "nên lưu lại thành mp3 một kênh (mono), 48 kbit/s"
                )
                yield problem(post, f"{key}.file", message, Level.REMINDER)


def _films_refused(content: Content, post: Post) -> Iterator[Problem]:
    for key, video in parts(post, Video):
        file = attached(content.root, post.path, video.file) if video.file else None
        if file is not None and file.suffix.lower() in FILMS:
            try:
                published_film(file)
            except RecordingRefused as refused:
                yield problem(post, f"{key}.file", f"«{video.file}»: {refused}")


def descriptions_describe(content: Content, today: date) -> Iterator[Problem]:
    """The text beside a picture says what it shows; a file name or "ảnh" does not."""
    for post in content.posts:
        for key, picture in parts(post, Image):
            if _says_nothing(picture.alt, picture.file):
                message = f"«{picture.alt}» chưa nói ảnh cho thấy gì; {_ALT_ADVICE}"
                yield problem(post, f"{key}.alt", message)


_ALT_ADVICE = "hãy tả như kể cho người không nhìn thấy, ví dụ: Đàn bò bên chuồng mới lợp tôn"


def _says_nothing(alt: str, file: str) -> bool:
    bare = slug(_SUFFIX.sub("", alt))
    return bool(_EMPTY_ALT.fullmatch(bare)) or bare == slug(PurePosixPath(file).stem)


def body_pictures_are_sound(content: Content, today: date) -> Iterator[Problem]:
    """A picture inside a body exists beside it and has a description."""
    for owner in owners(content):
        text = body(owner, content)
        for link in text.pictures:
            if re.match(r"(?i)(https?:)?//", link.address):
                message = f"ảnh «{link.address}» nằm ở trang khác; hãy tải về, để cạnh bài"
                yield text.problem_of(link, message)
                continue
            file = unquote(link.address.partition("?")[0])
            if lost := _body_picture_problem(content, owner, file):
                yield text.problem_of(link, f"ảnh «{file}»: {lost}")
            if len(link.words) < SHORTEST_ALT or _says_nothing(link.words, file):
                least = f"{SHORTEST_ALT} ký tự trở lên"
                message = f"ảnh «{file}» chưa có mô tả ({least}); {_ALT_ADVICE}"
                yield text.problem_of(link, message)


def _body_picture_problem(content: Content, owner: Post | Page, file: str) -> str | None:
    if isinstance(owner, Page):
        return _file_problem(content, owner, file, PAGE_PICTURES)
    if ".." in PurePosixPath(file).parts:
        return "hãy để ảnh cạnh bài, ví dụ anh/ten-tep.jpg"
    return _file_problem(content, owner, file, PICTURES)


def body_pictures_are_declared(content: Content, today: date) -> Iterator[Problem]:
    """A picture inside a post is declared too: consent, credit and other channels rest on that."""
    for post in content.posts:
        declared = {PurePosixPath(picture.file) for _, picture in parts(post, Image)}
        text = body(post, content)
        for link in text.pictures:
            file = unquote(link.address)
            if PurePosixPath(file) not in declared:
                message = (
                    f"ảnh «{file}» chưa khai ở «photos»; hãy khai thêm để có chú thích, "
                    "người chụp và sự đồng ý khi nhận ra người"
                )
                yield text.problem_of(link, message, Level.REMINDER)
