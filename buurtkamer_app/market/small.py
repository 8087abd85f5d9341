"""The plain lists of a market: goals, roles, sessions, who was there, actions, talents, permits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import mark
from buurtkamer_app.market import rules
from buurtkamer_app.market.records import Action, Goal, MarketRole, PermitStep, Session, Talent
from buurtkamer_app.storage.kept import Kept, Leans, Told
from buurtkamer_app.storage.tables.market import (
    MarketActionRow,
    MarketGoalRow,
    MarketPresenceRow,
    MarketRoleRow,
    MarketSessionRow,
    PermitStepRow,
    TalentRow,
)

if TYPE_CHECKING:
    from buurtkamer_app.storage.unit_of_work import Store


def goals(store: Store) -> Kept[Goal]:
    """Give the list of goals, in the order of their own."""
    told = Told(mark("A goal was written down"), mark("A goal was changed"), mark("A goal was taken away"))
    return Kept(store, MarketGoalRow, Goal, rules.kept_goal, told, order=("position",), belongs="event_id")


def roles(store: Store) -> Kept[MarketRole]:
    """Give the list of roles."""
    told = Told(mark("A role was written down"), mark("A role was changed"), mark("A role was taken away"))
    return Kept(store, MarketRoleRow, MarketRole, rules.kept_role, told, belongs="event_id")


def sessions(store: Store) -> Kept[Session]:
    """Give the list of sessions by day; with one goes who was there, and its actions stay."""
    told = Told(mark("A meeting was written down"), mark("A meeting was changed"), mark("A meeting was taken away"))
    leaning = (Leans(MarketPresenceRow, "session_id"), Leans(MarketActionRow, "session_id", stays=True))
    return Kept(
        store,
        MarketSessionRow,
        Session,
        rules.kept_session,
        told,
        order=("on_date", "starts"),
        leaning=leaning,
        belongs="event_id",
    )


def actions(store: Store) -> Kept[Action]:
    """Give the list of actions."""
    told = Told(mark("An action was written down"), mark("An action was changed"), mark("An action was taken away"))
    return Kept(store, MarketActionRow, Action, rules.kept_action, told, belongs="event_id")


def talents(store: Store) -> Kept[Talent]:
    """Give the list of talents by name."""
    told = Told(mark("A talent was written down"), mark("A talent was changed"), mark("A talent was taken away"))
    return Kept(store, TalentRow, Talent, rules.kept_talent, told, order=("name",), belongs="event_id")


def permits(store: Store) -> Kept[PermitStep]:
    """Give the list of what must be asked for."""
    told = Told(mark("A permit was written down"), mark("A permit was changed"), mark("A permit was taken away"))
    return Kept(store, PermitStepRow, PermitStep, rules.kept_permit, told, belongs="event_id")
