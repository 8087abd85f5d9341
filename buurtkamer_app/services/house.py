"""The room, its people, their wishes, and how all of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from buurtkamer_app.base.part import Part

if TYPE_CHECKING:
    from buurtkamer_app.people.cards.keys import HouseKeys
    from buurtkamer_app.people.cards.service import HostCards
    from buurtkamer_app.people.service import People
    from buurtkamer_app.people.times.service import Times
    from buurtkamer_app.room.look.service import Looks
    from buurtkamer_app.room.premises import Premises
    from buurtkamer_app.room.service import Room
    from buurtkamer_app.safekeeping.drafts import Drafts
    from buurtkamer_app.safekeeping.history import History
    from buurtkamer_app.safekeeping.joining.service import Joining
    from buurtkamer_app.safekeeping.leaving.service import Leaving
    from buurtkamer_app.safekeeping.leaving.settling import Settling
    from buurtkamer_app.safekeeping.sign_in import SignIn
    from buurtkamer_app.services import Services
    from buurtkamer_app.wishes.endings.service import Endings
    from buurtkamer_app.wishes.grouping import Grouping
    from buurtkamer_app.wishes.lists.service import WishLists
    from buurtkamer_app.wishes.moving_on import MovingOn
    from buurtkamer_app.wishes.questions.service import Questions
    from buurtkamer_app.wishes.service import Wishes
    from buurtkamer_app.wishes.telling.of_dates import TellingOfDates
    from buurtkamer_app.wishes.telling.service import TellingPeople

    T = TypeVar("T")
    _Part: TypeAlias = Part[Services, T]


class RoomParts:
    """The services of the room itself, of people and wishes, and of who may do what."""

    room: _Part[Room] = Part("room.service.Room", lambda made, own: made(own.store))
    premises: _Part[Premises] = Part("room.premises.Premises", lambda made, own: made(own.store, own.room))
    looks: _Part[Looks] = Part("room.look.service.Looks", lambda made, own: made(own.store))
    people: _Part[People] = Part("people.service.People", lambda made, own: made(own.store))
    times: _Part[Times] = Part("people.times.service.Times", lambda made, own: made(own.store, own.room))
    cards: _Part[HostCards] = Part(
        "people.cards.service.HostCards", lambda made, own: made(own.store, own.room, own.people)
    )
    house_keys: _Part[HouseKeys] = Part(
        "people.cards.keys.HouseKeys", lambda made, own: made(own.store, own.room, own.people)
    )
    wishes: _Part[Wishes] = Part("wishes.service.Wishes", lambda made, own: made(own.store, own.room))
    questions: _Part[Questions] = Part("wishes.questions.service.Questions", lambda made, own: made(own.store))
    wish_lists: _Part[WishLists] = Part("wishes.lists.service.WishLists", lambda made, own: made(own.store, own.room))
    groups: _Part[Grouping] = Part("wishes.grouping.Grouping", lambda made, own: made(own.store, own.room))
    endings: _Part[Endings] = Part("wishes.endings.service.Endings", lambda made, own: made(own.store, own.room))
    moving_on: _Part[MovingOn] = Part("wishes.moving_on.MovingOn", lambda made, own: made(own.store, own.room))
    telling: _Part[TellingPeople] = Part(
        "wishes.telling.service.TellingPeople", lambda made, own: made(own.store, own.room)
    )
    telling_of_dates: _Part[TellingOfDates] = Part(
        "wishes.telling.of_dates.TellingOfDates", lambda made, own: made(own.store, own.telling)
    )
    history: _Part[History] = Part("safekeeping.history.History", lambda made, own: made(own.store, own.room))
    sign_in: _Part[SignIn] = Part(
        "safekeeping.sign_in.SignIn", lambda made, own: made(own.store, own.people, practice=own.practice)
    )
    joining: _Part[Joining] = Part(
        "safekeeping.joining.service.Joining",
        lambda made, own: made(own.store, own.room, own.people, own.cards, own.house_keys, own.learning),
    )
    leaving: _Part[Leaving] = Part(
        "safekeeping.leaving.service.Leaving",
        lambda made, own: made(own.store, own.room, own.people, own.rota, own.leads, own.house_keys, own.allowances),
    )
    settling: _Part[Settling] = Part(
        "safekeeping.leaving.settling.Settling", lambda made, own: made(own.store, own.room, own.rota)
    )
    drafts: _Part[Drafts] = Part("safekeeping.drafts.Drafts", lambda made, own: made(own.store))
