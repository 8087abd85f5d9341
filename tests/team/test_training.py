"""What hosts learned, talks about how it goes, and what is due, on every store."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from buurtkamer_app.base.errors import NotAllowedError, RefusedError
from buurtkamer_app.base.i18n import translate
from buurtkamer_app.base.roles import Actor, Role
from buurtkamer_app.team.training.records import DueKind, NewTopic
from buurtkamer_app.team.training.service import USUAL

if TYPE_CHECKING:
    from uuid import UUID

    from buurtkamer_app.base.changes import Change
    from buurtkamer_app.services import Services

TODAY = date(2026, 3, 11)
AGO = date(2024, 4, 2)


def who(demo: Services, name: str) -> UUID:
    return demo.people.host_named(name).id


def undo(demo: Services, change: Change) -> None:
    assert change.unit is not None
    demo.history.undo(change.unit)


def topic(demo: Services, name: str = "Wensen horen", every: int | None = None, *, for_all: bool = False) -> UUID:
    return demo.trainings.put_topic(NewTopic(name, every, for_all)).value


def due(demo: Services) -> list[tuple[DueKind, str, str, date | None]]:
    return [(one.kind, one.name, one.what, one.by) for one in demo.trainings.overview().due]


def test_who_was_trained_stands_with_their_latest_day(demo: Services) -> None:
    first = topic(demo)
    ria, joop = who(demo, "Ria Postma"), who(demo, "Joop Kramer")
    demo.trainings.trained(first, AGO, [ria, joop])
    demo.trainings.trained(first, TODAY, [ria])
    learned = {one.id: dict(one.learned) for one in demo.trainings.overview().learners}
    assert learned[ria] == {first: TODAY}
    assert learned[joop] == {first: AGO}


def test_a_training_of_several_is_one_step_and_twice_changes_nothing(demo: Services) -> None:
    first, everybody = topic(demo), [host.id for host in demo.people.hosts() if host.role is Role.HOST]
    step = demo.trainings.trained(first, TODAY, everybody)
    demo.trainings.trained(first, TODAY, everybody)
    assert all(len(demo.trainings.of_host(host)[0]) == 1 for host in everybody)
    undo(demo, step)
    assert not any(demo.trainings.of_host(host)[0] for host in everybody)


def test_what_every_host_should_learn_is_due_until_they_did(demo: Services) -> None:
    first = topic(demo, for_all=True)
    hosts = [host for host in demo.people.hosts() if host.role is Role.HOST]
    assert due(demo) == [(DueKind.TOPIC, host.name, "Wensen horen", None) for host in hosts]
    demo.trainings.trained(first, TODAY, [host.id for host in hosts])
    assert due(demo) == []


def test_a_topic_is_due_again_after_its_months(demo: Services) -> None:
    demo.trainings.trained(topic(demo, "EHBO", 24), AGO, [who(demo, "Ria Postma")])
    assert due(demo) == [(DueKind.AGAIN, "Ria Postma", "EHBO", date(2026, 4, 2))]


def test_the_next_talk_is_due_and_a_talk_after_it_ends_that(demo: Services) -> None:
    ria = who(demo, "Ria Postma")
    demo.trainings.talked(ria, AGO, date(2026, 3, 1), "een dag minder")
    assert due(demo) == [(DueKind.TALK, "Ria Postma", "", date(2026, 3, 1))]
    demo.trainings.talked(ria, TODAY)
    assert due(demo) == []
    assert [talk.agreed for talk in demo.trainings.of_host(ria)[1]] == ["", "een dag minder"]


def test_a_vog_and_a_certificate_that_run_out_are_due(demo: Services) -> None:
    ria = who(demo, "Ria Postma")
    demo.cards.set_vog(ria, AGO, date(2026, 4, 1))
    demo.cards.add_certificate(ria, "EHBO", AGO, date(2026, 3, 20))
    demo.cards.add_certificate(ria, "Sociale hygiëne", AGO, date(2029, 3, 20))
    assert due(demo) == [
        (DueKind.CERTIFICATE, "Ria Postma", "EHBO", date(2026, 3, 20)),
        (DueKind.VOG, "Ria Postma", "", date(2026, 4, 1)),
    ]


def test_a_topic_that_goes_takes_its_trainings_along_and_undo_brings_all_back(demo: Services) -> None:
    ria, first = who(demo, "Ria Postma"), topic(demo)
    demo.trainings.trained(first, AGO, [ria])
    gone = demo.trainings.take_topic_off(first)
    assert demo.trainings.overview().topics == ()
    undo(demo, gone)
    assert [training.on for training in demo.trainings.of_host(ria)[0]] == [AGO]


def test_a_training_that_was_written_down_by_mistake_is_taken_back(demo: Services) -> None:
    ria, first = who(demo, "Ria Postma"), topic(demo)
    demo.trainings.trained(first, AGO, [ria])
    demo.trainings.take_back(demo.trainings.of_host(ria)[0][0].id)
    assert demo.trainings.of_host(ria)[0] == []


def test_the_usual_topics_are_written_down_once(demo: Services) -> None:
    topic(demo, translate("Hearing wishes"))
    demo.trainings.put_usual()
    demo.trainings.put_usual()
    assert {one.name for one in demo.trainings.overview().topics} == {translate(name) for name in USUAL}


def test_what_cannot_be_is_refused_with_a_sentence(demo: Services) -> None:
    ria, first = who(demo, "Ria Postma"), topic(demo)
    tomorrow = TODAY + timedelta(days=1)
    for refused in (
        lambda: demo.trainings.put_topic(NewTopic("  ")),
        lambda: demo.trainings.put_topic(NewTopic("x" * 10_000)),
        lambda: demo.trainings.put_topic(NewTopic("EHBO", 0)),
        lambda: demo.trainings.put_topic(NewTopic("EHBO"), uuid4()),
        lambda: demo.trainings.put_topic(NewTopic("WENSEN HOREN")),
        lambda: demo.trainings.trained(first, TODAY, []),
        lambda: demo.trainings.trained(first, tomorrow, [ria]),
        lambda: demo.trainings.talked(ria, tomorrow),
        lambda: demo.trainings.talked(ria, TODAY, TODAY),
        lambda: demo.trainings.talked(ria, TODAY, None, "x" * 10_000),
    ):
        with pytest.raises(RefusedError):
            refused()


def test_a_host_sees_what_they_learned_and_nothing_of_the_others(demo: Services) -> None:
    ria, joop = who(demo, "Ria Postma"), who(demo, "Joop Kramer")
    demo.trainings.trained(topic(demo), AGO, [ria])
    demo.sign_in.act_as(Actor(Role.HOST, ria, "Ria Postma"))
    assert len(demo.trainings.of_host(ria)[0]) == 1
    with pytest.raises(NotAllowedError):
        demo.trainings.of_host(joop)
    with pytest.raises(NotAllowedError):
        demo.trainings.overview()
