"""What was approved, as one short mark: sixteen hexadecimal digits of a hash over the content.

The mark does not change with the way YAML or line ends are written, and empty fields do not
count, so that a field added to the model later leaves old approvals standing.
"""

import datetime as dt
import hashlib
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from loa.fields import declarations
from loa.media.attachments import attached
from loa.model.media import Image
from loa.model.policies import Policy
from loa.model.posts import Post


def content_hash(post: Post, root: Path) -> str:
    """Return the mark of a post: title, summary, body, pictures with their files, consent."""
    return _mark(
        {
            "title": post.title,
            "summary": post.summary,
            "body": post.body.strip(),
            "pictures": [_picture(picture, post, root) for picture in post.pictures if picture],
            "consent": _plain(post.consent),
        }
    )


def policy_hash(policy: Policy) -> str:
    """Return the mark of a policy: everything that residents are told about it."""
    told = _plain(policy)
    return _mark({key: told[key] for key in told if key not in ("approved", "remarks")})


def is_approved(post: Post, root: Path) -> bool:
    """Say whether the post still is what was approved."""
    return post.approved is not None and post.approved.hash == content_hash(post, root)


def is_policy_approved(policy: Policy) -> bool:
    """Say whether the policy still is what was approved."""
    return policy.approved is not None and policy.approved.hash == policy_hash(policy)


def _picture(picture: Image, post: Post, root: Path) -> dict[str, Any]:
    file = attached(root, post.path, picture.file)
    digest = hashlib.sha256(file.read_bytes()).hexdigest() if file else None
    return {**_plain(picture), "bytes": digest}


def _plain(value: Any) -> Any:
    """Return a declared value as JSON knows it, without anything empty."""
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if known := declarations(type(value)) if hasattr(value, "__dataclass_fields__") else None:
        told = {key: _plain(getattr(value, key)) for key in known}
        return {key: told[key] for key in told if told[key] not in (None, False, [])}
    return value


def _mark(told: dict[str, Any]) -> str:
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]
