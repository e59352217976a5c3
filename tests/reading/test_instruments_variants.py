"""One act on one text, told as different press offices tell it: who reads the turns must read them all alike."""

from collections.abc import Callable

import pytest

from muniment.reading.scene import Scene

_MEETING = "On 5 May 2024, the Council of Ports of the Harbour Union met in Vienna."
_WEATHER = "\n\nThe fog was thick.\n\nThe sea was calm.\n\nThe pier was wet."
_COUNCIL = "Council of Ports of the Harbour Union"

Reader = Callable[[str], Scene]


def told(scene: Scene) -> dict[str, list[str]]:
    """Return each text's title with its actions, a planned one with a plus behind it."""
    return {
        draft.slots["title"]: [a["action"] + ("+" if a.get("planned") else "") for a in draft.slots["actions"]]
        for draft in scene.drafts
        if draft.register == "instruments"
    }


def acts(scene: Scene, action: str) -> list[dict[str, object]]:
    drafts = [draft for draft in scene.drafts if draft.register == "instruments"]
    return [a for draft in drafts for a in draft.slots["actions"] if a["action"] == action]


@pytest.mark.parametrize(
    ("sentence", "title", "expected"),
    [
        ("The Council confirmed the Regulations on Pilots.", "Regulations on Pilots", ["approve"]),
        ("The Plan of Dredging received the approval of the ministers.", "Plan of Dredging", ["approve"]),
        ("The Plan of Dredging won the backing of all delegations.", "Plan of Dredging", []),
        ("Adopted at the session was the Declaration on Tides.", "Declaration on Tides", ["adopt"]),
        ("Agreement was reached on the draft Charter of Pilots.", "Charter of Pilots", ["agree"]),
        ("It was agreed to return to the draft Charter of Pilots at the next session.", "Charter of Pilots", ["defer"]),
        ("The examination of the draft Charter of Pilots was postponed to June.", "Charter of Pilots", ["defer"]),
        ("The draft Charter of Pilots was recommended for adoption in June 2024.", "Charter of Pilots", ["adopt+"]),
        ("The Charter of Pilots is due for signature in Oslo on 9 June.", "Charter of Pilots", ["sign+"]),
        (
            "The Agreement on Lights has been in force since 1 March 2004.",
            "Agreement on Lights",
            ["enter_into_force"],
        ),
        ("The Agreement on Lights expired on 1 March 2024.", "Agreement on Lights", ["terminate"]),
        ("The Agreement on Lights ceased to be in force on 1 March 2024.", "Agreement on Lights", ["terminate"]),
        (
            "The Council stressed the need for the earliest ratification of the Agreement on Lights.",
            "Agreement on Lights",
            ["call_for_ratification"],
        ),
        (
            "Norway and Iceland have completed their internal procedures for the entry into force of the Agreement on"
            " Lights.",
            "Agreement on Lights",
            ["ratify", "ratify"],
        ),
        (
            "Norway notified the depositary of the completion of the internal procedures necessary for the entry into"
            " force of the Agreement on Lights.",
            "Agreement on Lights",
            ["ratify"],
        ),
        ("The ministers made a joint statement on fishing rights.", "joint statement on fishing rights", ["adopt"]),
    ],
)
def test_turns_of_speech_tell_of_the_same_acts(read: Reader, sentence: str, title: str, expected: list[str]) -> None:
    assert told(read(f"{_MEETING}\n\n{sentence}")) == {title: expected}


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("The Protocol on Pilots bears the signatures of seven ministers.", "Protocol on Pilots"),
        ("The Treaty on Ice divided the ministers for years.", "Treaty on Ice"),
        ("The Treaty on Ice requires a new lighthouse.", "Treaty on Ice"),
        ("They sent the draft Charter of Pilots to the member states.", "Charter of Pilots"),
        ("They sent the draft Charter of Pilots to the heads of state.", "Charter of Pilots"),
        ("They discussed the Concept of Harbours to 2030.", "Concept of Harbours to 2030"),
        ("They discussed the Concept of Harbours till 2030.", "Concept of Harbours till 2030"),
        ("They approved the Plan of Dredging (2025-2030) as well.", "Plan of Dredging (2025-2030)"),
        ("The ministers adopted the Declaration on Clean Harbours in Vienna.", "Declaration on Clean Harbours"),
        ("The ministers adopted the Declaration on the Events in Vienna.", "Declaration on the Events in Vienna"),
    ],
)
def test_a_title_ends_where_its_subject_ends(read: Reader, sentence: str, title: str) -> None:
    assert list(told(read(sentence))) == [title]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Storting passed a law on ratification of the Ice Pact.",
        "The king signed the act on ratification of the Ice Pact.",
    ],
)
def test_what_is_done_with_a_law_on_ratification_is_not_done_with_the_treaty(read: Reader, sentence: str) -> None:
    assert told(read(f"{_MEETING}\n\n{sentence}")) == {"Ice Pact": ["ratify"]}


def test_a_list_counts_its_last_group_too(read: Reader) -> None:
    expected = {"22 documents": ["sign"], "one statement": ["sign"], "19 decisions": ["sign"], "2 protocols": ["sign"]}
    assert told(read("A total of 22 documents were signed: one statement, 19 decisions, 2 protocols.")) == expected


def test_what_was_also_done_was_done_at_the_meeting(read: Reader) -> None:
    scene = read(f"{_MEETING}\n\nThe Council has also adopted the Regulations on Pilots.")
    assert acts(scene, "adopt") == [{"action": "adopt", "date": "2024-05-05", "by": [_COUNCIL]}]


def test_a_state_leaves_a_treaty_at_no_meeting(read: Reader) -> None:
    scene = read(f"{_MEETING}\n\nNorway withdrew from the Agreement on Lights.")
    assert acts(scene, "withdraw") == [{"action": "withdraw", "by": ["Norway"]}]


def test_a_meeting_told_of_at_the_end_dates_what_it_did(read: Reader) -> None:
    scene = read(
        f"The draft Charter of Pilots was considered.{_WEATHER}\n\n"
        "The meeting of the Board of Ports was held on 2 May 2024."
    )
    assert acts(scene, "consider") == [{"action": "consider", "date": "2024-05-02"}]


def test_two_meetings_date_nothing_that_stands_before_them(read: Reader) -> None:
    scene = read(
        f"The draft Charter of Pilots was considered.{_WEATHER}\n\n"
        "The meeting of the Board of Ports was held on 2 May 2024.\n\n"
        "The meeting of the Council of Ministers was held on 3 May 2024."
    )
    assert acts(scene, "consider") == [{"action": "consider"}]


def test_a_year_that_belongs_to_a_report_dates_no_approval(read: Reader) -> None:
    scene = read(f"{_MEETING}\n\nThe report on the activities of the Council in 2017 was approved.")
    assert acts(scene, "approve") == [{"action": "approve", "date": "2024-05-05"}]


_LIST = (
    "1. Declaration on Ice of the Council of Ports.\n\n2. Decision of the Council of Ports on approving:\n\n"
    "— Ice Strategy until 2035;\n\n— Programme of Lamps for 2026.\n\n3. Decision of the Council of Ports on partners."
)


def test_both_verbs_of_a_list_are_told_of_each_item_behind_a_list_within_it_too(read: Reader) -> None:
    found = told(read(f"The ministers signed and adopted the following documents:\n\n{_LIST}"))
    assert {title: found[title] for title in found if title.startswith("De")} == {
        "Declaration on Ice of the Council of Ports": ["sign", "adopt"],
        "Decision of the Council of Ports on approving": ["sign", "adopt"],
        "Decision of the Council of Ports on partners": ["sign", "adopt"],
    }


def test_an_item_of_a_list_of_several_kinds_is_of_none_that_it_does_not_name(read: Reader) -> None:
    page = (
        "The Council of Ports adopted a number of Resolutions, Decisions and Recommendations, including:\n\n"
        "- the approval of the Ice Strategy for Lamps;\n\n- the granting of a seat to Norway."
    )
    assert told(read(page)) == {"Ice Strategy for Lamps": ["approve"]}


def test_a_side_that_proposes_a_text_acts_and_says_nothing(read: Reader) -> None:
    scene = read("The Norwegian side proposed a statement on drifting ice.")
    assert acts(scene, "propose") == [{"action": "propose", "by": ["Norway"]}]
    assert [draft for draft in scene.drafts if draft.register == "statements"] == []


def test_the_members_of_an_owner_told_by_the_way_do_not_act(read: Reader) -> None:
    scene = read(
        "The envoys and secretaries of the Council of Ports's member states have finalized the draft Ice Pact."
    )
    assert "by" not in acts(scene, "agree")[0]


@pytest.mark.parametrize(
    ("sentence", "title", "expected"),
    [
        ("The draft Plan of Dredging is being agreed by the member states.", "Plan of Dredging", []),
        ("A decision was made to submit the draft Plan of Dredging to the Assembly.", "Plan of Dredging", ["submit+"]),
        ("The draft Plan of Dredging was adopted in the first reading.", "Plan of Dredging", ["consider"]),
        ("The Assembly adopted by 120 votes to 3 the resolution on lamps.", "resolution on lamps", ["adopt"]),
        ("The Government approved the draft law on the ratification of the Ice Pact.", "Ice Pact", []),
        ("The bill implementing the Ice Pact was submitted to parliament.", "Ice Pact", []),
    ],
)
def test_what_is_on_its_way_is_not_done(read: Reader, sentence: str, title: str, expected: list[str]) -> None:
    assert told(read(f"{_MEETING}\n\n{sentence}")) == {title: expected}


def test_the_second_who_signs_is_told_by_name_though_nothing_else_knows_it(read: Reader) -> None:
    scene = read("The Agreement on Lights was signed by Secretary General Ana Dol and Ivo Ram.")
    assert acts(scene, "sign") == [{"action": "sign", "by": ["Ana Dol", "Ivo Ram"]}]


def test_the_day_of_a_clause_beside_a_text_is_not_that_of_its_signing(read: Reader) -> None:
    scene = read("The Ice Pact, which is to enter into force on 1 January 2025, was signed by Norway in Oslo.")
    assert [a.get("date", "") for a in acts(scene, "sign")] != ["2025-01-01"]


def test_the_leaders_of_several_states_act_as_one_group(read: Reader) -> None:
    scene = read("On 5 May 2024 the leaders of Norway, Iceland and Peru signed the Agreement on Lights.")
    assert acts(scene, "sign") == [
        {"action": "sign", "date": "2024-05-05", "by": ["leaders of Norway, Iceland and Peru"]}
    ]


def test_a_year_ahead_of_the_page_dates_nothing_that_was_done(read: Reader) -> None:
    scene = read("The ministers approved the Plan of Dredging for the celebration of the day in 2030.")
    assert acts(scene, "approve") == [{"action": "approve"}]


def test_parliaments_of_a_league_ratify_by_their_number(read: Reader) -> None:
    scene = read("The Convention on Lights, later ratified by nine Harbour Union parliaments, governs the work.")
    assert acts(scene, "ratify") == [{"action": "ratify", "by": ["nine Harbour Union parliaments"]}]
