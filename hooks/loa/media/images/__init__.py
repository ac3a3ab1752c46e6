"""Pictures as they may be published: upright, small, nothing hidden inside; never the original.

``opening`` reads what people bring, ``renditions`` makes what residents load. Neither knows of
posts; ``loa.media.gallery`` does.
"""

from loa.media.images.opening import (
    PictureRefused,
    can_publish_pictures,
    can_read_heic,
    refusal,
    size,
    upright,
)
from loa.media.images.renditions import Picture, for_upload, light_jpeg, publish, same_kind

__all__ = [
    "Picture",
    "PictureRefused",
    "can_publish_pictures",
    "can_read_heic",
    "for_upload",
    "light_jpeg",
    "publish",
    "refusal",
    "same_kind",
    "size",
    "upright",
]
