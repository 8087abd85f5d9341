"""What an archive does not hold, each with its reason; everything else of the room is in it.

An archive is readable by everybody who has it, so nothing that opens, signs or seals may be in it.
"""

from __future__ import annotations

import secrets as randomness
from typing import TYPE_CHECKING, Final

from buurtkamer_app.storage import passphrase

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES: Final = {
    "archive": "which archives were asked for belongs to this computer",
    "backup_made": "backups stand where this computer put them",
    "draft": "what is being typed is no record of the room",
    "hard_day": "a moving, a lost stick or a handing over is of this computer and its keys",
    "hard_step": "as the hard day that it belongs to",
    "key_entry": "it tells of the keys of one vault",
    "key_holder": "keys belong to the vault of one room: the room that comes out of an archive makes others",
    "key_renewal": "it tells of the keys of one vault",
    "pin": "a PIN is a key: everybody chooses one anew",
    "signing_key": "who has it signs as this room: a room that came out of an archive makes another one",
    "taken_home": "files that left belong to this computer and its coordinator",
    "visit_week": "sums of the visits, which the store makes itself",
    "wrong_try": "wrong tries are of this desk, and gone after an hour",
}
COLUMNS: Final = {
    ("export", "reply_secret"): "it seals the reply to a log: that log can no longer be answered",
    ("journal_change", "before"): "what fields held before goes, as it does at the end of the next day",
    ("journal_unit", "undoable"): "without what fields held before nothing can be taken back",
    ("recipient", "passphrase"): "it opens logs that left: the recipient gets other words",
    ("recipient", "secret"): "it turns pseudonyms back into names: pseudonyms become others",
}

_KEY_SIZE: Final = 32
# What stands there instead after an archive was brought in.
INSTEAD: Final[dict[tuple[str, str], Callable[[], object]]] = {
    # Drawn, and not empty: what is sealed under a secret that everybody knows could be anybody's.
    ("export", "reply_secret"): lambda: randomness.token_bytes(_KEY_SIZE),
    ("journal_change", "before"): lambda: None,
    ("journal_unit", "undoable"): lambda: False,
    ("recipient", "passphrase"): passphrase.draw,
    ("recipient", "secret"): lambda: randomness.token_bytes(_KEY_SIZE),
}
