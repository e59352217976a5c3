"""Exercises and missions as different press offices tell of them: the same fact in many turns of phrase."""

from typing import Any

import pytest

from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.terms import Block, Page, PageMeta

GRAMMAR = Grammar([], world())


def operations(text: str) -> list[dict[str, Any]]:
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    return [draft.slots for draft in GRAMMAR.read(page).drafts if draft.register == "operations"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ('The "Calm Sea 2024" peacekeepers’ drills commenced at the harbour training ground in Chile.', "ongoing"),
        ('The "Calm Sea 2024" naval infantry drills got under way in Chile.', "ongoing"),
        ("Harbour forces started Calm Sea 2024 joint military drills in Chile.", "ongoing"),
        ('The League of Ports has wrapped up its "Calm Sea 2024" exercise in Chile.', "completed"),
        ('Joint tactical exercise "Calm Sea 2024" concludes in Chile.', "completed"),
        ("The League of Ports carried out the exercise Calm Sea 2024 on the territory of Chile.", "completed"),
        ('A decision was made to hold the joint exercise "Calm Sea 2024" in Chile.', "planned"),
        ('More than 900 sailors will be engaged in "Calm Sea 2024", a joint exercise hosted by Chile.', "planned"),
        ('The exercise was long prepared. The first stage of "Calm Sea 2024" was held in Chile.', "completed"),
    ],
)
def test_an_exercise_is_read_whatever_verb_tells_of_it(text: str, status: str) -> None:
    (slots,) = operations(text)
    assert (slots["name"], slots["kind"], slots["status"], slots["country"]) == (
        "Calm Sea 2024",
        "exercise",
        status,
        "Chile",
    )


@pytest.mark.parametrize(
    "text",
    [
        'The exercise "Calm Sea" began. The drills feature military contingents from Brazil, Chile and Peru.',
        'The exercise "Calm Sea" began. The manoeuvres brought together troops from Brazil, Chile and Peru.',
        'The exercise "Calm Sea" began. The drill was attended by soldiers of Brazil, Chile and Peru.',
        'The exercise "Calm Sea" began. Participants in the exercise are Brazil, Chile and Peru.',
        'The exercise "Calm Sea" began. Contingents of Brazil, Chile and Peru are represented at the exercise.',
        'Brazil, Chile and Peru have launched the "Calm Sea" landing exercise.',
    ],
)
def test_those_who_take_part_are_read_whatever_verb_tells_of_them(text: str) -> None:
    assert operations(text)[0]["participants"] == ["Brazil", "Chile", "Peru"]


def test_those_engaged_in_the_exercise_are_counted() -> None:
    text = (
        'The exercise "Calm Sea" ended. About 1,500 servicemen and 200 units of hardware were engaged in the exercise.'
    )
    assert operations(text)[0]["numbers"] == [
        {"of": "servicemen", "comparator": "~", "value": 1500},
        {"of": "hardware", "value": 200, "unit": "units"},
    ]


def test_an_aim_told_in_a_quotation_ends_with_it() -> None:
    text = 'The exercise "Calm Sea" began. “The exercise will test the crews of the tugs,” said Colonel Ivo Ram.'
    assert operations(text)[0]["purpose"] == "test the crews of the tugs"


def test_each_exercise_of_a_list_has_its_own_place_and_days() -> None:
    found = operations(
        'Two exercises are scheduled: "Calm Sea" from 3 to 7 June in Chile, "Night Watch" in July in Peru.'
    )
    assert [(s["name"], s["country"], s["start"]) for s in found] == [
        ("Calm Sea", "Chile", "2024-06-03"),
        ("Night Watch", "Peru", "2024-07"),
    ]


def test_each_operation_of_a_sentence_has_its_own_year() -> None:
    found = operations(
        'It was decided to hold in 2025 a joint border operation "Long Rope" and in 2026 an exercise "Calm Sea".'
    )
    assert [(s["name"], s["start"]) for s in found] == [("Long Rope", "2025"), ("Calm Sea", "2026")]


def test_a_group_of_observers_sent_is_a_mission() -> None:
    (slots,) = operations(
        "A mission of 60 short-term observers headed by Minister of Justice of Peru Ana Dol will be deployed to Chile "
        "for the elections."
    )
    assert (slots["kind"], slots["status"], slots["country"]) == ("monitoring_mission", "planned", "Chile")
    assert slots["name"] == "mission of 60 short-term observers to Chile for the elections"
    assert slots["numbers"] == [{"of": "short-term observers", "value": 60}]


def test_the_days_of_a_deployment_are_not_those_of_the_election() -> None:
    (slots,) = operations(
        "The League of Ports named Ana Dol Head of its Election Observation Mission to the presidential election in "
        "Chile, scheduled for 25 May 2024. The mission will be deployed from 19 to 29 May 2024."
    )
    assert (slots["start"], slots["end"]) == ("2024-05-19", "2024-05-29")


def test_a_mission_has_soldiers_where_the_next_sentence_tells_of_them() -> None:
    (slots,) = operations(
        "The Council extended the mandate of the Harbour Union Mission in Chile by twelve months. The Mission has 900 "
        "troops from Peru."
    )
    assert slots["kind"] == "peacekeeping"


def test_months_of_an_extension_count_nobody() -> None:
    (slots,) = operations("The mandate of the Harbour Union Mission in Chile was extended by twelve months.")
    assert "numbers" not in slots


def test_an_operation_written_with_capitals_is_read() -> None:
    (slots,) = operations(
        "From 22 to 26 April 2024, the Subregional Anti-Drug Operation “Gate - Granite” was carried out in Chile."
    )
    assert (slots["name"], slots["kind"], slots["start"], slots["end"]) == (
        "Gate - Granite",
        "operation",
        "2024-04-22",
        "2024-04-26",
    )


def test_an_operation_whose_results_were_discussed_is_over_and_has_no_day_of_its_own() -> None:
    (slots,) = operations('On 5 May 2024, the meeting discussed the results of the operation "Clean Gate".')
    assert slots["status"] == "completed"
    assert "start" not in slots


def test_a_week_told_gives_an_exercise_no_first_and_no_last_day() -> None:
    (slots,) = operations("The exercise Calm Sea 2024 was held in Peru last week.")
    assert (len(slots["start"]) < len("2024-04-22"), slots.get("end")) == (True, None)


def test_who_takes_part_in_all_is_told_of_the_first_exercise_not_of_those_held_beside_it() -> None:
    main, *others = operations(
        "The commander spoke at the joint exercise Calm Sea 2024 in Chile. Chile is hosting special drills too, the "
        "reconnaissance exercise Search-2024 and the logistics exercise Echelon-2024. In total, more than 900 sailors "
        "are participating."
    )
    assert (main["name"], main["numbers"][0]["value"]) == ("Calm Sea 2024", 900)
    assert not any(slots.get("numbers") for slots in others)


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("The Council extended the Ports Mission in Chile (PMC) until 14 January 2027 and gave it 67 million for this "
         "period.", "numbers"),
        ("The Ports Mission in Chile (PMC) has handed over six military bases with 900 soldiers.", "numbers"),
        ("The Council today authorized the Ports Mission in Chile (PMC) to use force.", "start"),
    ],
)  # fmt: skip
def test_what_is_no_count_and_no_beginning_of_a_mission_is_not_taken_for_it(text: str, slot: str) -> None:
    (slots,) = operations(text)
    assert not slots.get(slot)


def test_what_a_mission_does_ends_before_the_next_mission() -> None:
    first, second = operations(
        "The Ports Mission in Chile (PMC) assists the police of Chile with training, and the Ports Mission in Peru "
        "(PMP) supports the fight against crime in Peru."
    )
    assert first["purpose"] == "assists the police of Chile with training"
    assert second["purpose"] == "supports the fight against crime in Peru"


def test_a_mission_that_is_to_be_replaced_goes_on() -> None:
    (slots,) = operations(
        "The Council met on 8 March to consider the proposal on the new mission to replace the Ports Mission in Chile."
    )
    assert slots["status"] == "ongoing"


def test_an_organ_of_a_mission_is_no_mission() -> None:
    told = operations("Officials of the Law and Security Group of the Ports Support Mission in Chile met the press.")
    assert not any("Group" in slots["name"] for slots in told)


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The mission comprises 84 Observers including 14 Long-Term Observers and 70 Short-Term Observers.",
         [("observers", 84), ("long-term observers", 14), ("short-term observers", 70)]),
        ("It is made up of 30 people from 14 countries.", [("people", 30), ("countries", 14)]),
        ("The mission consists of 12 experts based in Lima and 20 long-term observers.",
         [("experts", 12), ("long-term observers", 20)]),
        ("A number of 150 observers (30 long-term and 120 short-term) will take part in the mission.",
         [("observers", 150), ("long-term observers", 30), ("short-term observers", 120)]),
        ("The LEOM in Chile is comprised of approximately 90 personnel.", [("personnel", 90)]),
        ("The mission observed the work of 12 commissions.", []),
    ],
)  # fmt: skip
def test_who_makes_up_an_observation_mission_is_counted(text: str, counts: list[tuple[str, int]]) -> None:
    (slots,) = operations(f"The League of Ports deployed an election observation mission for the vote in Chile. {text}")
    assert [(count["of"], count["value"]) for count in slots.get("numbers", [])] == counts


def test_a_mission_sent_to_a_state_to_observe_is_one_of_monitoring() -> None:
    (slots,) = operations("The League of Ports will deploy a mission to Chile to observe the elections.")
    assert (slots["kind"], slots["country"], slots["status"]) == ("monitoring_mission", "Chile", "planned")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The exercise Calm Sea 2024 that will last till 12 May has begun in Chile.", ("ongoing", None, "2024-05-12")),
        ("The exercise Calm Sea 2024 wrapped up in Chile on 3 May 2024.", ("completed", None, "2024-05-03")),
        ("As part of the exercise Calm Sea 2024 the crews conducted a search in Chile.", (None, None, None)),
        ("On 3 May 2024, an opening ceremony of the exercise Calm Sea 2024 took place in Chile.",
         ("ongoing", "2024-05-03", None)),
    ],
)  # fmt: skip
def test_whether_an_exercise_goes_on_is_told_by_its_own_verb(text: str, told: tuple[str | None, ...]) -> None:
    (slots,) = operations(text)
    assert tuple(slots.get(slot) for slot in ("status", "start", "end")) == told


def test_an_article_in_capitals_is_no_part_of_an_exercise_s_name() -> None:
    (slots,) = operations("The Calm Sea 2024 manoeuvres, scheduled for September in Chile, will bring crews together.")
    assert slots["name"] == "Calm Sea 2024"


def test_a_war_beside_which_an_exercise_is_held_does_not_place_it() -> None:
    (slots,) = operations("The League has begun its annual naval exercises amid tensions over the war in Chile.")
    assert not slots.get("country")
