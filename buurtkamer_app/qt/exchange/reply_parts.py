"""What the page of answers is built of: what is in a reply, who answers, and a reply that was brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.exchange.replies.records import Landing
from buurtkamer_app.qt.said import HEADINGS, Block, State, Words, label
from buurtkamer_app.qt.terms import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from buurtkamer_app.exchange.replies.records import Correspondent, Item

# Icon, colour and words of where something in a reply ends up.
LANDINGS: Final = {
    Landing.LANDS: ("circle-check", "leaf", mark("It goes with the wish.")),
    Landing.HERE: ("circle-info", "sky", mark("It is here already.")),
    Landing.NEWER: ("circle-info", "straw", mark("A newer answer to this question is here. This one is left out.")),
    Landing.ANEW: ("circle-question", "straw", mark("The question was asked otherwise since. This is left out.")),
    Landing.TAKEN_BACK: ("circle-question", "straw", mark("The question was taken back. This is left out.")),
    Landing.GONE: ("triangle-exclamation", "rose", mark("The wish or question is gone. This is left out.")),
}
_FOR_ALL: Final = mark("It goes with the advice for the room.")


class ItemBlock(Block):
    """One thing in a reply before it is brought in, and where it ends up."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self.item = item
        self.put(label(translate(HEADINGS[item.kind]), "strong"))
        if item.wish is not None:
            about = translate("Wish {number}", number=item.wish)
            self.put(label(f"{about}: {quoted(item.wish_text, 140)}" if item.wish_text else about, "soft"))
        if item.question:
            self.put(label(translate("Asked: {question}", question=quoted(item.question)), "soft"))
        self.put(Words(item.text))
        glyph, colour, words = LANDINGS[item.landing]
        if item.landing is Landing.LANDS and item.wish is None:
            words = _FOR_ALL
        self.state = State(glyph, colour, translate(words))
        self.put(self.state)


class PersonBlock(Block):
    """Somebody who gets logs, whether their computer is known, and the button for when they have a new one."""

    def __init__(self, person: Correspondent, new_computer: Callable[[], object]) -> None:
        super().__init__()
        self.person = person
        self.put(label(" · ".join(part for part in (person.name, person.organisation) if part), "strong"))
        if person.known:
            self.state = State("shield-halved", "leaf", translate("Their computer is known."))
            self.put(self.state)
            self.put(label(translate("Phone them first, and hear that it is so."), "soft"))
            self.offer(translate("They have a new computer"), "laptop", person.name, new_computer)
        else:
            self.state = State("hourglass-half", "sun", translate("No answer came yet."))
            self.put(self.state)
