"""What can be heard and seen of a post: recordings with their players, the film as a link."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from loa.ask import paths
from loa.ask.meta import Meta
from loa.ask.showing import Showing
from loa.media.attachments import attached
from loa.media.recordings import TYPES, published_film, published_recording
from loa.model import words
from loa.model.posts import Post
from loa.text.vietnamese import capitalise, length_text, size_text

_LANGUAGES = tuple(words.LANGUAGES)


def listening(post: Post, showing: Showing) -> Meta:
    """Return the front matter of everything that can be heard, seen or read in another language."""
    return {
        "audio": _recordings(post, showing),
        "audio_missing": _not_recorded(post, showing),
        "video": _film(post, showing),
        "translations": _translations(post),
    }


def sound_files(post: Post, showing: Showing) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield path and maker of every recording of a post that goes out, and of its film."""
    root = showing.content.root
    for audio in showing.recordings(post):
        if attached(root, post.path, audio.file) is not None:
            yield paths.recording(post, audio.file), partial(_sound, post, audio.file, root)
    film = showing.film(post)
    if film and film.file and attached(root, post.path, film.file):
        yield paths.film(post, film.file), partial(_moving, post, film.file, root)


def _sound(post: Post, file: str, root: Path) -> bytes:
    source = attached(root, post.path, file)
    assert source is not None  # it was there when the site was planned
    return published_recording(source).data


def _moving(post: Post, file: str, root: Path) -> bytes:
    source = attached(root, post.path, file)
    assert source is not None  # it was there when the site was planned
    return published_film(source)


def _recordings(post: Post, showing: Showing) -> list[Meta]:
    recordings = sorted(
        showing.recordings(post), key=lambda audio: _LANGUAGES.index(audio.language)
    )
    found = []
    for audio in recordings:
        source = attached(showing.content.root, post.path, audio.file)
        if source is None:
            continue  # told by the checks
        recording = published_recording(source)
        seconds = round(recording.seconds)
        found.append(
            {
                "lang": audio.language,
                "lang_title": capitalise(words.LANGUAGES[audio.language]),
                "url": paths.recording(post, audio.file),
                "type": TYPES[source.suffix.lower()],
                "seconds": seconds,
                "clock": f"{seconds // 60}:{seconds % 60:02d}",
                "note": f"{length_text(recording.seconds)} · {size_text(recording.size)}",
                "size": size_text(recording.size),
                "speaker": audio.speaker or "",
                "transcript": [
                    line for line in (audio.transcript or "").split("\n") if line.strip()
                ],
            }
        )
    return found


def _not_recorded(post: Post, showing: Showing) -> list[str]:
    """Return the languages a reader of the post may look for and not find a voice in."""
    heard = {audio.language for audio in showing.recordings(post)}
    written = {item["lang"] for item in _translations(post)}
    return [words.LANGUAGES[lang] for lang in _LANGUAGES if lang in written - heard]


def _film(post: Post, showing: Showing) -> Meta | None:
    film = showing.film(post)
    if film is None:
        return None
    transcript = [line for line in (film.transcript or "").split("\n") if line.strip()]
    if film.url:
        host = (urlsplit(film.url).hostname or "").removeprefix("www.")
        note = f"mở trang {host}, tốn dữ liệu" if host else "tốn dữ liệu"
        return {"url": film.url, "away": True, "note": note, "transcript": transcript}
    source = attached(showing.content.root, post.path, film.file) if film.file else None
    if source is None or film.file is None:
        return {"note": "", "transcript": transcript} if transcript else None
    kind = PurePosixPath(film.file).suffix.removeprefix(".").upper()
    return {
        "url": paths.film(post, film.file),
        "note": f"{kind}, {size_text(source.stat().st_size)}",
        "transcript": transcript,
    }


def _translations(post: Post) -> list[Meta]:
    if post.translations is None:
        return []
    found = [("jra", post.translations.jra), ("bdq", post.translations.bdq)]
    return [
        {
            "lang": language,
            "lang_title": capitalise(words.LANGUAGES[language]),
            "title": translation.title,
            "summary": translation.summary or "",
            "translator": translation.translator,
            "checked_by": translation.checked_by or "",
        }
        for language, translation in found
        if translation
    ]
