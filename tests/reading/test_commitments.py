"""What is to be done, by whom, asked by whom and by when."""

from __future__ import annotations

import pytest

from muniment.profiles import world
from muniment.reading import Reader
from muniment.terms import Block, Page, PageMeta

READER = Reader([], world())


def page(text: str, published: str = "2024-05-06") -> Page:
    blocks, at = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block("paragraph", at, min(at + len(part) + 2, len(text))))
        at += len(part) + 2
    return Page("example", "0" * 64, text, tuple(blocks), PageMeta(published=published, language="en"))


def commitments(text: str) -> list[dict[str, object]]:
    return [c.slots for c in READER.read(page(text)).claims if c.register == "commitments"]


def one(text: str) -> dict[str, object]:
    found = commitments(text)
    assert len(found) == 1, found
    return found[0]


def test_an_order_of_a_body_is_a_mandate_with_its_deadline() -> None:
    slots = one("The Trade Council instructed the Ports Committee to draw up a list of berths before 1 October 2024.")
    assert slots["kind"] == "mandate"
    assert slots["text"] == "draw up a list of berths before 1 October 2024"
    assert slots["actor"] == ["Ports Committee"]
    assert slots["given_by"] == ["Trade Council"]
    assert slots["due"] == "2024-09-30"


@pytest.mark.parametrize(
    "verb", ["asked", "urged", "called on", "called upon", "requested", "appealed to", "encourages"]
)
def test_asking_is_a_request(verb: str) -> None:
    slots = one(f"Ambassador Ana Dol {verb} the Government of Peru to publish the map by 30 June 2024.")
    assert (slots["kind"], slots["due"]) == ("request", "2024-06-30")
    assert slots["actor"] == ["Peru"]
    assert slots["given_by"] == ["Ana Dol"]


def test_each_coordinated_request_is_its_own() -> None:
    found = commitments(
        "The Trade Council urges Peru to reopen the port and requests the Ports Committee to report on it."
    )
    assert [(c["text"], c["actor"]) for c in found] == [
        ("reopen the port", ["Peru"]),
        ("report on it", ["Ports Committee"]),
    ]


def test_several_who_are_asked_are_several_actors() -> None:
    assert one("Ambassador Ana Dol called on Peru and Chile to reopen the port.")["actor"] == ["Peru", "Chile"]


def test_a_phrase_with_of_stays_whole() -> None:
    slots = one("Ambassador Ana Dol called on the parliaments of Peru and Chile to reopen the port.")
    assert slots["actor"] == ["parliaments of Peru and Chile"]


def test_a_promise_is_a_commitment_of_who_makes_it() -> None:
    slots = one("Peru undertook to send its comments by 15 October 2024.")
    assert (slots["kind"], slots["actor"], slots["due"]) == ("commitment", ["Peru"], "2024-10-15")


def test_an_intention_is_told_from_a_promise() -> None:
    slots = one("Peru intends to open a school for pilots next year.")
    assert (slots["kind"], slots["actor"], slots["due"]) == ("intention", ["Peru"], "2025-12-31")


def test_her_country_is_the_speakers() -> None:
    slots = one("Ambassador Ana Dol (Peru) announced that her country will send 20 doctors next year.")
    assert (slots["actor"], slots["text"]) == (["Peru"], "send 20 doctors next year")


def test_a_term_that_ends_with_an_event_is_dated_by_the_event() -> None:
    slots = one(
        "Ambassador Ana Dol urged Peru to ratify the text before the next round, to be held in Lima on 21 July 2024."
    )
    assert slots["due"] == "2024-07-20"


def test_a_term_from_the_entry_into_force_is_counted() -> None:
    text = (
        "The Convention will enter into force on 1 September 2024.\n\n"
        "A first report shall be submitted by the Trade Council within one year of the entry into force."
    )
    assert one(text)["due"] == "2025-09-01"


def test_a_past_date_is_no_deadline() -> None:
    slots = one("Ambassador Ana Dol called on the parties to respect the truce concluded in Lima on 12 April 2024.")
    assert "due" not in slots


def test_items_of_a_list_have_the_giver_of_its_introduction() -> None:
    found = commitments(
        "The Trade Council:\n\n- charges the Ports Committee with drawing up a list of berths;\n\n"
        "- invites Peru to pay its dues."
    )
    assert [(c["kind"], c["given_by"]) for c in found] == [
        ("mandate", ["Trade Council"]),
        ("request", ["Trade Council"]),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The Trade Council did not instruct the Ports Committee to draw up a list.",
        "The session will be held in Lima before 1 October 2024.",
        "Ambassador Ana Dol hoped that peace would come.",
        "The request of Peru to the Trade Council was discussed.",
        "A draft plan to reduce emissions was considered.",
        "The parties have yet to agree to resume talks.",
        "Ambassador Ana Dol invited the President to visit Lima.",
        "Ambassador Ana Dol asked the delegates to convey her greetings.",
        "The Trade Council agreed to confer observer status on Peru.",
        "Peru would publish the map by 30 June 2024 if Chile did so.",
    ],
)
def test_what_binds_nobody_is_no_commitment(text: str) -> None:
    assert commitments(text) == []


def test_the_same_task_told_twice_is_one() -> None:
    found = commitments(
        "The Trade Council instructed the Ports Committee to draw up a complete list of berths.\n\n"
        "The Ports Committee was instructed to draw up a complete list of berths."
    )
    assert len(found) == 1


def test_what_is_to_be_left_undone_says_so() -> None:
    assert one("The Trade Council calls on all states not to recognise the new border.")["text"] == (
        "not to recognise the new border"
    )


def test_what_is_told_inside_the_words_of_a_task_is_no_task_of_its_own() -> None:
    slots = one("The Trade Council instructed the Ports Committee to invite the states to send their experts.")
    assert slots["actor"] == ["Ports Committee"]
    assert slots["given_by"] == ["Trade Council"]


def test_a_pause_that_is_called_for_is_nobody_who_could_act() -> None:
    assert commitments("The Trade Council called for a pause in the works to allow ships to pass.") == []


def test_an_office_of_one_word_is_told_with_its_body() -> None:
    slots = one("The Trade Council instructed the President of the Ports Commission to report by 1 June 2024.")
    assert slots["actor"] == ["President of the Ports Commission"]


def test_items_numbered_by_section_are_tasks_of_the_list() -> None:
    found = commitments(
        "The Trade Assembly calls on the Ports Committee to:\n\n2.1 publish the tables of tides;\n\n"
        "2.2 repair the lighthouse."
    )
    assert [slots["text"] for slots in found] == ["publish the tables of tides", "repair the lighthouse"]


def test_items_of_a_resolution_are_given_by_the_body_that_a_line_of_its_own_names() -> None:
    found = commitments(
        "The Council of Ports,\n\nRecalling its work,\n\n1. Requests the Trade Committee to report by 1 June 2024;\n\n"
        "2. Further requests the Fisheries Committee to publish the tables of tides."
    )
    assert [slots["given_by"] for slots in found] == [["Council of Ports"], ["Council of Ports"]]


def test_who_tells_of_a_request_is_no_part_of_it() -> None:
    assert one("The Trade Council urged all states to send ships, the final statement said.")["text"] == "send ships"


def test_what_a_mission_will_publish_on_a_day_is_a_commitment_due_that_day() -> None:
    slots = one("The Tides Mission will publish its second report on 9 October 2024.")
    assert (slots["kind"], slots["actor"], slots["due"]) == ("commitment", ["Tides Mission"], "2024-10-09")


def test_who_is_recommended_to_do_something_is_asked() -> None:
    slots = one("The Trade Council recommended the Ports Committee to mend the lists before 10 October 2024.")
    assert (slots["kind"], slots["actor"], slots["due"]) == ("request", ["Ports Committee"], "2024-10-09")


def test_an_offer_is_a_commitment_unless_it_is_denied() -> None:
    slots = one("Norway and Iceland offered to train 40 pilots each.")
    assert (slots["kind"], slots["actor"]) == ("commitment", ["Norway", "Iceland"])
    assert commitments("Norway denied it had offered to train pilots.") == []


def test_all_parties_are_asked_and_not_just_parties() -> None:
    assert one("The Trade Council urged all parties to stop the blockade.")["actor"] == ["all parties"]


def test_a_plain_noun_before_who_tells_who_is_to_act() -> None:
    slots = one("The work was taken up by the experts, who are to finish it by 30 June 2024.")
    assert slots["actor"] == ["experts"]


def test_a_verb_with_a_hyphen_is_a_task() -> None:
    assert (
        one("The Trade Council invited Norway to co-operate with the experts.")["text"] == "co-operate with the experts"
    )


def test_a_verb_in_capitals_asks_like_any_other() -> None:
    slots = one("The Trade Council:\n\n3. INVITES the Ports Committee to present a report by 30 June 2024;")
    assert (slots["actor"], slots["given_by"], slots["due"]) == (["Ports Committee"], ["Trade Council"], "2024-06-30")


def test_i_in_a_sentence_without_names_is_nobody_who_gives_a_task() -> None:
    text = "I repeat: ferries are worth it.\n\nThe Council is to work out proposals on ferries by 1 June 2024."
    assert one(text)["actor"] == ["Council"]


def test_two_deadlines_of_one_sentence_are_two_records() -> None:
    found = commitments(
        "The Trade Council tasked the Ports Committee with drawing up a list by 1 June 2024 and with sending it to the"
        " members by 1 July 2024."
    )
    assert [(c["text"], c["due"]) for c in found] == [
        ("drawing up a list by 1 June 2024", "2024-06-01"),
        ("sending the list to the members by 1 July 2024", "2024-07-01"),
    ]


def test_who_acts_in_a_passive_is_not_who_gave_the_task() -> None:
    slots = one("The list is to be completed by the Ports Committee no later than 1 June 2024.")
    assert slots["actor"] == ["Ports Committee"]
    assert "given_by" not in slots


def test_the_middle_of_a_month_is_its_fifteenth() -> None:
    assert one("The Trade Council asked the Ports Committee to report by mid-July 2024.")["due"] == "2024-07-15"


def test_a_body_written_small_gives_a_task() -> None:
    text = (
        "The Trade Council met on 3 May 2024. The council adopted a plan and asked Peru to publish it by 1 June 2024."
    )
    assert one(text)["given_by"] == ["Trade Council"]


def test_who_is_to_act_together_with_somebody_is_told_too() -> None:
    slots = one("The Trade Council instructed the Ports Committee, together with the River Board, to draw up a list.")
    assert slots["actor"] == ["Ports Committee", "River Board"]


def test_a_clause_beside_the_task_does_not_hide_its_deadline() -> None:
    slots = one(
        "Peru agreed to resume the patrols, which had been suspended in March, before the end of November 2024."
    )
    assert slots["due"] == "2024-11-30"


def test_a_question_asks_nobody_to_do_anything() -> None:
    assert commitments("Is it true that the Trade Council asked Peru to send a contingent abroad?") == []


def test_a_task_begins_with_a_verb_not_with_a_preposition() -> None:
    text = "The Trade Council extended the mandates of:\n\n- Ana Dol, envoy for the North, until 28 February 2025;"
    assert commitments(text) == []


def test_the_parties_that_agreed_are_to_act() -> None:
    slots = one("The parties signed the Protocol and agreed to complete the transport plan before 1 October 2024.")
    assert slots["actor"] == ["parties"]


def test_the_second_thing_decided_has_its_own_day() -> None:
    slots = one(
        "The Trade Council decides to extend the mandate of the mission for one year and to complete by the end of 2024"
        " the withdrawal of its ships."
    )
    assert (slots["text"], slots["due"]) == (
        "complete by the end of 2024 the withdrawal of its ships",
        "2024-12-31",
    )
