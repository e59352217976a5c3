"""The story that the sample pages tell comes out of the registers: each item of the samples' own description."""

from __future__ import annotations

import shutil

import pytest

from muniment.facade import Record
from muniment.registers.values import names
from muniment.samples import later_folder, pages_folder, profile_path

AGREEMENT = "Mutual Assistance in Marine Casualties"
AFTER = "2025-07-01"


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    with Record.create(tmp_path_factory.mktemp("story") / "record.db") as made:
        made.build([pages_folder()], [str(profile_path())])
        yield made


@pytest.fixture(scope="module")
def gaps(story):
    return story.gaps(AFTER)


def rows(record, register, **slots):
    """Return the rows whose slots hold these words, whatever else they hold."""
    found = []
    for row in record.all_rows(register):
        told = {slot: " | ".join(names(row.slots.get(slot))) for slot in slots}
        if all(word.casefold() in told[slot].casefold() for slot, word in slots.items()):
            found.append(row)
    return found


def one(record, register, **slots):
    (row,) = rows(record, register, **slots)
    return row


def done(row, action):
    return [act for act in row.slots.get("actions", []) if act["action"] == action and not act.get("planned")]


def test_a_treaty_is_followed_from_draft_to_signature_over_many_pages(story):
    treaty = one(story, "instruments", title=f"Agreement on {AGREEMENT}")
    assert len(treaty.sources) >= 8
    assert treaty.slots["status"] == "signed"
    assert [act["date"] for act in done(treaty, "sign")] == ["2023-06-07"]
    assert "2023-03-21" in [act.get("date") for act in done(treaty, "submit")]


def test_four_of_six_ratified_and_one_deposited(story, gaps):
    treaty = one(story, "instruments", title=f"Agreement on {AGREEMENT}")
    found = story.treaty(treaty, AFTER)
    clocks = {one.member: {each.name: each.acts for each in one.clocks} for one in found.members}
    passed = {member: [told.date for told in each["passed"]] for member, each in clocks.items() if each["passed"]}
    assert sorted(passed) == ["Halvenia", "Ilmarra", "Namberu", "Quessara"]
    assert (passed["Halvenia"], passed["Quessara"]) == (["2023-11-16"], ["2024-10-14"])
    assert [member for member, each in clocks.items() if each["deposited"]] == ["Ilmarra"]
    assert all(each["signed"] for each in clocks.values())
    claims = [claim for one in found.members for told in one.acts for claim in told.claims]
    assert claims
    assert {story.claim(claim)["register"] for claim in claims} == {"instruments"}
    missing = [gap.text for gap in gaps if gap.kind == "ratification-missing"]
    assert len(missing) == 1
    assert "4 of 6" in missing[0]
    assert "Bashtul and Doravia" in missing[0]
    assert ["1 of 6" in gap.text for gap in gaps if gap.kind == "deposit-missing"] == [True]


def test_a_text_that_asks_no_consent_has_no_standing(story):
    assert story.treaty(one(story, "instruments", title="Inland Pilotage")) is None


def test_a_promise_is_overdue_by_the_order_and_by_both_words_given(gaps, story):
    late = [gap.row for gap in gaps if gap.kind == "overdue"]
    centre = [row for row in rows(story, "commitments", due="2024-07-01") if "work" in row.slots["text"]]
    assert {row.slots["kind"] for row in centre} >= {"mandate", "commitment"}
    assert {row.slots["made_on"][:7] for row in centre} >= {"2023-12", "2024-05"}
    assert {row.id for row in centre} <= set(late)


def test_what_was_done_hoped_for_or_due_after_the_last_page_is_not_overdue(gaps, story):
    late = [story.row("commitments", gap.row).slots for gap in gaps if gap.kind == "overdue"]
    assert not [slots for slots in late if "Development Strategy" in slots["text"]]
    assert not [slots for slots in late if slots.get("kind") in ("intention", "request")]
    assert max(slots["due"] for slots in late) < "2025-06-10"


def test_a_draft_failed_for_want_of_consensus(story):
    draft = one(story, "instruments", title="Common Fund for Border Rivers")
    assert [act["date"] for act in done(draft, "not_adopt")] == ["2024-06-12"]
    assert "consensus" in draft.slots["reason"]
    assert len(draft.sources) >= 3


def test_an_announced_meeting_is_never_reported(story, gaps):
    meeting = one(story, "meetings", bodies="Working Group on Border Rivers", start="2024-11-12")
    assert (meeting.slots["status"], meeting.slots["place"], meeting.slots["ordinal"]) == ("announced", "Aqsorra", 6)
    assert [gap.kind for gap in gaps if gap.row == meeting.id] == ["announced-never-reported"]
    missed = [story.row("meetings", gap.row) for gap in gaps if gap.kind == "announced-never-reported"]
    assert all(names(row.slots.get("bodies")) and row.slots["kind"] != "bilateral" for row in missed)
    assert not [row for row in missed if row.slots["start"] > "2025-06-10"]


def test_announcement_and_report_are_one_meeting(story):
    march = one(story, "meetings", bodies="Council of Foreign Ministers", start="2023-03-21")
    assert (march.slots["status"], len(march.sources)) == ("held", 2)


def test_pages_contradict_each_other_where_they_do_and_nowhere_else(story, gaps):
    session = one(story, "meetings", bodies="Council of Heads of State", place="Ildemara")
    assert session.slots["ordinal"] == 12
    assert {told["value"] for told in session.conflicts["start"]} == {"2023-06-07", "2023-06-08"}
    sizes = {}
    for start in ("2023-03-21", "2024-12-03"):
        meeting = one(story, "meetings", bodies="Council of Foreign Ministers", start=start)
        sizes[start] = {told["value"] for told in meeting.conflicts["agenda_size"]}
    assert sizes == {"2023-03-21": {9, 11}, "2024-12-03": {7, 8}}
    (told,) = [gap for gap in gaps if gap.kind == "contradiction"]
    assert "disagree on start" in told.text  # what was only announced of the others was reported otherwise


def test_one_man_under_three_spellings_is_acting_then_elected(story, gaps):
    him = [row for row in rows(story, "tenures", office="Secretary General") if "urin" in row.slots["person"]]
    posts = {(row.slots["office"], bool(row.slots.get("acting"))): row for row in him}
    chief = "Secretary General"
    assert set(posts) == {(f"Deputy {chief}", False), (chief, True), (chief, False)}
    assert len(him) == 3
    spelt = {form for row in him for form in [row.slots["person"], *row.also.get("person", [])]}
    assert {"Iskander Zaynurin", "Iskander Zainurin"} <= spelt
    elected = posts[chief, False]
    assert (elected.slots["basis"], elected.slots["start"]) == ("elected", "2024-07-01")
    assert not [gap for gap in gaps if gap.kind in ("office-vacant", "tenures-overlap")]


def test_one_text_at_two_stages_is_one_row(story):
    protocol = one(story, "instruments", title="Joint Gauging of Border Rivers")
    assert (protocol.slots["status"], [act["date"] for act in done(protocol, "sign")]) == ("signed", ["2024-12-03"])
    assert done(protocol, "consider")
    model = one(story, "instruments", title="Inland Pilotage")
    assert (model.slots["status"], [act["date"] for act in done(model, "adopt")]) == ("adopted", ["2024-05-28"])
    assert len(model.sources) == 2


def test_plans_of_two_years_are_two_texts(story):
    assert len(rows(story, "instruments", title="Plan of Consultations of the LSCO Member States")) == 2


def test_standing_is_sought_then_granted_and_the_chair_goes_round(story):
    observer = rows(story, "relations", subject="Corvane", kind="observer")
    states = {row.slots["state"]: row.slots.get("date", "") for row in observer if row.slots.get("state")}
    assert "sought" in states
    assert states["granted"] == "2024-06-12"
    chairs = {row.slots["subject"] for row in rows(story, "relations", kind="presidency")}
    assert chairs >= {"Halvenia", "Quessara", "Doravia"}
    assert rows(story, "relations", kind="cooperation", object="Corvane")


def test_an_operation_and_an_exercise_with_its_next_edition(story):
    sluice = one(story, "operations", name="Open Sluice")
    assert (sluice.slots["status"], sluice.slots["end"]) == ("completed", "2024-05-20")
    assert 640 in [number["value"] for number in sluice.slots["numbers"]]
    assert any("Article 6" in basis for basis in sluice.slots["legal_basis"])
    assert len(sluice.sources) == 4
    lamps = {row.slots["name"][-4:]: row.slots["status"] for row in rows(story, "operations", name="Steady Lamp")}
    assert lamps == {"2023": "completed", "2025": "planned"}


def test_a_body_is_being_formed(story):
    cables = one(story, "bodies", name="Coordinating Council on Seabed Cables")
    assert cables.slots["status"] == "forming"


def test_a_page_in_a_language_that_is_not_read_is_told_as_not_read(story):
    assert story.status().not_read == {"fr": 1}
    assert not [row for row in story.all_rows("meetings") if any("reunion" in source for source in row.sources)]


def test_a_page_edited_after_publication_is_followed_and_its_first_version_kept(tmp_path):
    pages = tmp_path / "pages"
    shutil.copytree(pages_folder(), pages)
    with Record.create(tmp_path / "record.db") as record:
        record.build([pages], [str(profile_path())])
        before = one(record, "meetings", bodies="Council of Heads of State", ordinal="14")
        assert (before.slots["start"], before.slots["place"]) == ("2025-06-18", "Kitsuale")
        for page in later_folder().glob("*.txt"):
            shutil.copy(page, pages)
        report = record.build([pages], [str(profile_path())])
        assert report.changed == 1
        after = one(record, "meetings", bodies="Council of Heads of State", ordinal="14")
        assert (after.slots["start"], after.slots["place"]) == ("2025-06-25", "Port Sellan")
        (source,) = [source for source in after.sources if "announced" in source]
        assert len(record.document(source).versions) == 2
