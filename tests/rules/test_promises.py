import datetime

import pytest

from muniment.rules.promises import STATUSES, pack, parts_named, settled

DAY = datetime.date.fromisoformat


def status(due="2031-05-04", done=None, **more):
    asked = {
        "kind": "mandate", "as_of": DAY("2031-06-01"), "until": DAY("2031-06-01"), "exact": True, "changed": False,
        "checkable": True, **more,
    }  # fmt: skip
    return settled(due=due and DAY(due), done=done and DAY(done), **asked)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("prepare a draft plan of lock inspections", ["prepare"]),
        ("prepare and submit a plan of lock inspections", ["prepare", "submit"]),
        ("the plan would be adopted in May", ["adopt"]),
        ("hold a meeting to discuss and adopt the plan", ["adopt", "meet"]),
        ("hold a meeting to discuss the plan", ["meet"]),
        ("hold an exercise on the river", ["conduct"]),
        ("hold the line", []),
        ("refrain from closing the locks", []),
        ("take steps to sign the plan", []),
    ],
)
def test_an_undertaking_has_the_parts_that_its_verbs_open(text, parts):
    assert sorted(parts_named(text)) == sorted(parts)


def test_what_is_done_is_fulfilled_by_its_day_and_late_after_it():
    assert status(done="2031-05-04").status == "fulfilled"
    assert status(due=None, done="2031-05-30").status == "fulfilled"
    late = status(done="2031-05-07")
    assert (late.status, late.days) == ("late", 3)


def test_what_only_follows_the_act_does_not_show_that_it_was_late():
    assert status(done="2031-05-07", exact=False).status == "undated"
    assert status(done="2031-05-03", exact=False).status == "fulfilled"


def test_only_who_is_bound_is_late_and_only_once_a_page_could_tell():
    assert (status().status, status().days) == ("overdue", 28)
    assert status(kind="intention").status == "lapsed"
    assert status(kind="request").status == "lapsed"
    assert status(until=DAY("2031-05-04")).status == "unknown"
    assert status(due="2031-06-01").status == "open"
    assert status(changed=True).status == "changed"


def test_what_names_neither_day_nor_act_cannot_be_checked_and_is_never_late():
    assert status(due=None, checkable=False).status == "unverifiable"
    assert status(due=None).status == "open"


def test_every_act_of_the_pack_says_where_it_comes_from_and_every_status_what_it_means():
    assert all(act.source and act.words and act.done for act in pack())
    assert all(meaning.endswith(".") for meaning in STATUSES.values())
