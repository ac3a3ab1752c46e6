"""Thousands of photos with damaged notes: every one is shown as every viewer shows it."""

from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from PIL import Image

from each import each
from loa.media.images import upright
from loa.media.images.orientation import orientation
from photos import phone_exif

MANY = 4_000
FORMS = ("JPEG", "PNG", "WEBP")


def damaged(chance: Random) -> bytes:
    """Notes of a phone, changed as disks, messengers and editors change them."""
    notes = bytearray(phone_exif(chance.randint(1, 8)).tobytes())
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        place = chance.randrange(6, len(notes))
        match chance.randrange(5):
            case 0:
                notes[place] = chance.randrange(256)
            case 1:
                del notes[place : place + chance.randrange(1, 40)]
            case 2:
                notes[place:place] = chance.randbytes(chance.randrange(1, 40))
            case 3:
                notes[place : place + 4] = chance.choice((b"\xff" * 4, bytes(4), b"\0\0\0\x80"))
            case _:
                notes[place:] = b""
        if len(notes) < 8:
            break
    return bytes(notes)


@pytest.mark.proof
def test_no_notes_keep_a_photo_from_the_page(tmp_path: Path) -> None:
    """Of thousands of damaged phones not one leaves the town without its picture."""
    chance = Random(11)
    plain = Image.new("RGB", (64, 32), (150, 120, 90))
    file = tmp_path / "x.jpg"

    def judge(case: tuple[str, bytes]) -> None:
        form, notes = case
        data = BytesIO()
        plain.save(data, form, exif=notes)
        file.write_bytes(data.getvalue())

        lies = orientation(notes) >= 5
        assert upright(file, (99, 99)).size == ((32, 64) if lies else (64, 32)), notes.hex()

    each({f"{number}": (FORMS[number % 3], damaged(chance)) for number in range(MANY)}, judge)
