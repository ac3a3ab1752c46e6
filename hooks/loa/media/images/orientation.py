"""Which side of a photo is up, read from its one note; nothing else in EXIF is looked at.

Phones, Zalo and old editors write EXIF that breaks its own rules: text where a number belongs,
places outside the file. A damaged block says nothing then, and the photo stands as it was stored.
"""

import struct

UPRIGHT = 1
LYING = (5, 6, 7, 8)  # a photo whose width is its height
_TAG = 0x0112
_NUMBERS = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i"}  # types of EXIF that hold whole ones
_ORDERS = {b"II": "<", b"MM": ">"}
_ENTRY = 12  # bytes of one note


def orientation(exif: bytes) -> int:
    """Return how a photo has to be turned, 1 to 8; 1 where its notes do not say; never raises."""
    notes = exif.removeprefix(b"Exif\0\0")
    order = _ORDERS.get(notes[:2], "")
    if not order or len(notes) < 8:
        return UPRIGHT
    (start,) = struct.unpack_from(f"{order}I", notes, 4)
    if start + 2 > len(notes):
        return UPRIGHT
    (count,) = struct.unpack_from(f"{order}H", notes, start)
    for place in range(start + 2, min(start + 2 + count * _ENTRY, len(notes) - _ENTRY + 1), _ENTRY):
        tag, kind, length = struct.unpack_from(f"{order}HHI", notes, place)
        if tag == _TAG:
            if kind not in _NUMBERS or length != 1:
                return UPRIGHT
            (found,) = struct.unpack_from(order + _NUMBERS[kind], notes, place + 8)
            return found if 1 <= found <= 8 else UPRIGHT
    return UPRIGHT
