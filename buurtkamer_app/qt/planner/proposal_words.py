"""What the page of the proposal says: how good it is, how much is chosen, what was taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from buurtkamer_app.base.i18n import translate

if TYPE_CHECKING:
    from buurtkamer_app.planner.proposing.records import Proposal


def summary(count: int, proposal: Proposal | None, *, busy: bool) -> str:
    """Say what there is: how many wishes are open, or how good the proposal is."""
    if busy:
        return translate("The best plan for all wishes together is being sought…")
    if proposal is None or not proposal.plans:
        return translate("1 wish is open.") if count == 1 else translate("{count} wishes are open.", count=count)
    planned = len(proposal.plans)
    placed = (
        translate("1 wish has a moment.") if planned == 1 else translate("{count} wishes have a moment.", count=planned)
    )
    return f"{placed} {how_good(proposal)}"


def how_good(proposal: Proposal) -> str:
    """Say whether it is the best, or by how much another plan could be better at most, and why that is not known."""
    from buurtkamer_app.planner.proposing.records import How

    if proposal.gap == 0:
        return translate("No other plan suits better.")
    words = {
        How.STOPPED: translate("It was stopped: another plan suits {gap} % better at most.", gap=proposal.gap),
        How.ALONE: translate("It was made simply: another plan suits {gap} % better at most.", gap=proposal.gap),
    }
    return words.get(proposal.how, translate("Another plan suits {gap} % better at most.", gap=proposal.gap))


def empty(count: int, proposal: Proposal | None) -> str:
    """Say what to do first, where there is nothing to show yet."""
    if count == 0:
        return translate("No wish waits for a moment. Write down a wish first.")
    if proposal is None:
        return translate(
            "Press the button. Each open wish then gets a moment, if there is one. Nothing is planned yet."
        )
    return ""


def take(count: int) -> str:
    """Say how many are taken over."""
    return translate("Take over 1") if count == 1 else translate("Take over {count}", count=count)


def taken(count: int, refused: int) -> str:
    """Say what was taken over and what was not."""
    done = (
        translate("1 activity is on the programme.")
        if count == 1
        else translate("{count} activities are on the programme.", count=count)
    )
    if not refused:
        return done
    left = (
        translate("1 could not be: see why below.")
        if refused == 1
        else translate("{count} could not be: see why below.", count=refused)
    )
    return f"{done} {left}"
