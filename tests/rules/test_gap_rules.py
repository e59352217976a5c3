import datetime

from tests.rules.rowview import row

from muniment.rules.contradictions import contradiction
from muniment.rules.due import outcome_unknown, overdue
from muniment.rules.gap import listed
from muniment.rules.meetings import never_reported
from muniment.rules.offices import gaps_in_office, holders_at, overlaps, titles_at

D = datetime.date


def test_a_commitment_is_overdue_from_the_day_after_its_last_day():
    dredge = row("commitments", text="dredge the channel", actor=["Ostland"], kind="mandate", due="2031-06-30")
    assert list(overdue([dredge], D(2031, 6, 30))) == []
    (gap,) = overdue([dredge], D(2031, 7, 1))
    assert (gap.kind, gap.row, gap.since) == ("overdue", dredge.id, "2031-07-01")
    assert gap.text == (
        "“dredge the channel” (Ostland, mandate) was due by 30 June 2031. "
        "No page tells that it was done; 1 day has passed."
    )
    assert "ETS 76" in gap.rule_source


def test_a_commitment_due_in_a_year_is_due_on_its_last_day_and_one_without_a_day_never():
    rows = [row("commitments", text="a", due="2031"), row("commitments", text="b"), row("commitments", due="soon")]
    assert list(overdue(rows, D(2031, 12, 31))) == []
    assert [gap.row for gap in overdue(rows, D(2032, 1, 1))] == [rows[0].id]


def test_a_planned_action_past_its_day_has_no_known_outcome():
    acts = [
        {"action": "adopt", "date": "2031-11-23", "planned": True},
        {"action": "consider", "date": "2031-11-23"},
        {"action": "sign", "planned": True},
    ]
    text = row("instruments", title="On tolls", actions=acts)
    assert list(outcome_unknown([text], D(2031, 11, 23))) == []
    (gap,) = outcome_unknown([text], D(2031, 12, 1))
    assert gap.text == "“On tolls”: to adopt it was planned for 23 November 2031; no outcome is told."


def test_an_announced_meeting_is_missed_two_weeks_after_its_last_day():
    soon = row("meetings", kind="session", bodies=["QRF Council"], status="announced", start="2031-11-23",
               end="2031-11-25", place="Sundale")  # fmt: skip
    assert list(never_reported([soon], D(2031, 12, 9))) == []
    (gap,) = never_reported([soon], D(2031, 12, 10))
    assert gap.kind == "announced-never-reported"
    assert gap.since == "2031-11-26"
    assert "session of QRF Council announced for 23 November 2031 in Sundale" in gap.text


def test_a_meeting_that_was_held_or_cancelled_or_has_no_day_is_not_missed():
    rows = [
        row("meetings", status="held", start="2031-11-23"),
        row("meetings", status="cancelled", start="2031-11-23"),
        row("meetings", status="announced"),
        row("meetings", start="2031-11-23"),
    ]
    assert list(never_reported(rows, D(2040, 1, 1))) == []


def test_a_postponed_meeting_waits_for_its_new_day():
    debate = row("meetings", kind="debate", bodies=["River Assembly"], status="postponed", start="2031-11")
    (gap,) = never_reported([debate], D(2032, 1, 1))
    assert (
        gap.text == "The debate of River Assembly postponed from November 2031 has been given no new date by any page."
    )


def test_visits_meetings_of_nobody_and_meetings_some_time_in_a_year_are_not_missed():
    council = {"bodies": ["QRF Council"], "status": "announced", "start": "2031-11-23"}
    rows = [
        row("meetings", **council, kind="bilateral"),
        row("meetings", **council, kind="briefing"),
        row("meetings", kind="session", status="announced", start="2031-11-23"),
        row("meetings", kind="session", **{**council, "start": "2031"}),
    ]
    assert list(never_reported(rows, D(2040, 1, 1))) == []


def test_what_was_hoped_or_asked_for_is_not_late_nor_what_was_due_after_the_last_page_nor_what_was_done():
    dredge = {"text": "dredge the channel", "due": "2031-06-30"}
    rows = [row("commitments", kind=kind, **dredge) for kind in ("intention", "request", "commitment", "mandate")]
    assert [gap.row for gap in overdue(rows, D(2032, 1, 1))] == [rows[2].id, rows[3].id]
    assert list(overdue(rows, D(2032, 1, 1), until=D(2031, 6, 30))) == []
    assert list(overdue(rows, D(2032, 1, 1), done=lambda row: True)) == []


def test_two_plans_for_one_text_and_day_are_one_gap():
    acts = [{"action": name, "date": "2031-11-23", "planned": True} for name in ("consider", "approve")]
    (gap,) = outcome_unknown([row("instruments", title="On tolls", actions=acts)], D(2031, 12, 1))
    assert "to consider and approve it was planned" in gap.text


def test_a_contradiction_names_the_slot_and_every_value_told():
    acts = [{"action": "adopt", "date": "2031-11-23", "by": ["QRF Council"]}, {"action": "not_adopt"}]
    told = [
        contradiction(row("meetings"), "meetings", "start", ["2031-11-23", "2031-11-24"]),
        contradiction(row("instruments"), "instruments", "actions", acts),
    ]
    assert [gap.text for gap in told] == [
        "meetings: pages disagree on start: “2031-11-23” and “2031-11-24”.",
        "instruments: pages disagree on actions: “adopt by QRF Council on 2031-11-23” and “not adopt”.",
    ]


def tenure(person, start="", end="", office="Secretary General", organization="QRF", **more):
    return row("tenures", person=person, office=office, organization=organization, start=start, end=end, **more)


def same_post(one, two):
    return one == two


def test_two_holders_at_once_of_an_office_for_one_overlap():
    rows = [tenure("Marr", "2030-01-01", "2033-12-31"), tenure("Dovar", "2033-06-01")]
    (gap,) = overlaps(rows, same_post)
    assert gap.row == rows[1].id
    assert "Marr to 31 December 2033 and Dovar from 1 June 2033" in gap.text


def test_holders_one_after_the_other_or_of_other_posts_do_not_overlap():
    assert list(overlaps([tenure("Marr", "2030-01-01", "2033-06-01"), tenure("Dovar", "2033-06-01")], same_post)) == []
    assert list(overlaps([tenure("Marr", "2030-01-01"), tenure("Dovar", "2033-06-01")], same_post)) == []
    member = {"office": "Member of the Council"}
    assert (
        list(overlaps([tenure("A", "2030", "2034", **member), tenure("B", "2031", "2035", **member)], same_post)) == []
    )
    stand_in = tenure("Dovar", "2033-06-01", acting=True)
    assert list(overlaps([tenure("Marr", "2030-01-01", "2033-12-31"), stand_in], same_post)) == []


def test_terms_that_meet_within_a_month_or_a_year_do_not_overlap():
    assert list(overlaps([tenure("Marr", "2030", "2033-09"), tenure("Dovar", "2033-09")], same_post)) == []
    assert list(overlaps([tenure("Marr", "2030", "2033"), tenure("Dovar", "2033-01-01")], same_post)) == []


def test_an_office_in_which_somebody_stood_in_was_not_vacant():
    rows = [tenure("Marr", "2030-01-01", "2033-12-31"), tenure("Dovar", "2034-03-01")]
    assert list(gaps_in_office([*rows, tenure("Dovar", "2034-01-01", acting=True)], same_post)) == []
    assert list(gaps_in_office([*rows, tenure("Ostrin", "2029-01-01", "2029-02-01", acting=True)], same_post)) != []


def test_a_time_without_a_holder_is_shown():
    rows = [tenure("Dovar", "2034-03-01"), tenure("Marr", "2030-01-01", "2033-12-31")]
    (gap,) = gaps_in_office(rows, same_post)
    assert gap.since == "2034-01-01"
    assert "between 31 December 2033 and 1 March 2034" in gap.text
    assert list(gaps_in_office([tenure("A", "2030", "2033"), tenure("B", "2034-01-01")], same_post)) == []


def test_who_held_an_office_and_which_titles_a_person_bore_on_a_day():
    rows = [
        tenure("Marr", "2030-01-01", "2033-12-31"),
        tenure("Dovar", "2034-01-01"),
        tenure("Dovar", "2033-01-01", "2033-12-31", office="Chair", organization="Assembly", acting=True),
        tenure("Dovar", office="Member"),
    ]
    assert [
        one.slots["person"] for one in holders_at(rows, ("Secretary General", "QRF"), D(2033, 12, 31), same_post)
    ] == ["Marr"]
    assert titles_at(rows, "Dovar", D(2033, 5, 1), str.__eq__) == ["acting Chair of Assembly"]
    assert titles_at(rows, "Dovar", D(2035, 5, 1), str.__eq__) == ["Secretary General of QRF"]


def test_names_are_listed_in_words():
    assert [listed([]), listed(["A"]), listed(["A", "B"]), listed(["A", "B", "C"])] == [
        "",
        "A",
        "A and B",
        "A, B and C",
    ]
    assert listed(["A", "B", "C"], 2) == "A, B and 1 more"
