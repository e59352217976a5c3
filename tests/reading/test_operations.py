"""Operations with what later sentences tell of them; a mere mention tells no dates."""

from typing import Any

from muniment.profiles import world
from muniment.reading.en.grammar import Grammar
from muniment.terms import Block, Page, PageMeta

GRAMMAR = Grammar([], world())


def operations(text: str) -> list[dict[str, Any]]:
    page = Page("example", "0" * 64, text, (Block("paragraph", 0, len(text)),), PageMeta(published="2024-05-06"))
    return [draft.slots for draft in GRAMMAR.read(page).drafts if draft.register == "operations"]


def test_exercise_gathers_what_the_next_sentences_tell() -> None:
    text = (
        'On 5 May 2024, the joint exercise "Calm Sea-2024" began in Chile and will last until 9 May. '
        "The aim of the exercise is to train the rescue of crews. "
        "More than 700 sailors from Peru, Chile and Brazil are taking part."
    )
    (slots,) = operations(text)
    assert (slots["name"], slots["kind"], slots["status"]) == ("Calm Sea-2024", "exercise", "ongoing")
    assert (slots["start"], slots["end"], slots["country"]) == ("2024-05-05", "2024-05-09", "Chile")
    assert slots["participants"] == ["Peru", "Chile", "Brazil"]
    assert slots["numbers"] == [{"of": "sailors", "comparator": ">", "value": 700}]
    assert slots["purpose"] == "to train the rescue of crews"


def test_listed_operations_have_their_purposes() -> None:
    found = operations(
        'We work as part of operations: "Net" (fighting the drug trade) and "Gate" (fighting illegal crossings).'
    )
    assert [(s["name"], s["purpose"]) for s in found] == [
        ("Net", "fighting the drug trade"),
        ("Gate", "fighting illegal crossings"),
    ]


def test_grounds_are_taken_one_by_one() -> None:
    text = (
        'On 5 May 2024, units began the relief operation "Open Gate" in Chile. The operation is being conducted on the '
        "basis of the appeal of the President of Chile and Article 6 of the Ports Charter."
    )
    (slots,) = operations(text)
    assert slots["kind"] == "humanitarian"
    assert slots["legal_basis"] == ["appeal of the President of Chile", "Article 6 of the Ports Charter"]


def test_meeting_about_an_operation_does_not_date_it() -> None:
    (slots,) = operations('On 5 May 2024, a meeting of the staff of the operation "Gate" was held in Lima.')
    assert "status" not in slots
    assert "start" not in slots


def test_an_exercise_whose_opening_took_place_has_begun() -> None:
    told = operations("The opening ceremony of the Calm Sea 2024 and Still Water 2024 exercises took place in Chile.")
    assert [slots["status"] for slots in told] == ["ongoing", "ongoing"]


def test_planned_exercise_is_planned() -> None:
    (slots,) = operations('From 7 to 12 October 2024 the exercise "Calm Sea-2024" will be held in Chile.')
    assert (slots["status"], slots["start"], slots["end"]) == ("planned", "2024-10-07", "2024-10-12")


def test_an_exercise_at_the_same_time_has_the_place_and_days_of_the_other() -> None:
    text = (
        'From 9 to 13 May 2024 it is planned to hold in Chile the training with the relief units "Calm Sea-2024". '
        'At the same time the training with the supply units "Full Hold-2024" will take place.'
    )
    first, second = operations(text)
    assert (first["name"], first["country"]) == ("Calm Sea-2024", "Chile")
    assert (second["name"], second["country"], second["start"]) == ("Full Hold-2024", "Chile", "2024-05-09")


def test_what_is_told_of_the_events_holds_for_every_exercise() -> None:
    text = (
        'The exercise "Calm Sea-2024" was held in Chile. The exercise "Full Hold-2024" was held in Peru. '
        "The events were held in accordance with the decision of the Council of Ports."
    )
    assert [slots.get("legal_basis") for slots in operations(text)] == [["decision of the Council of Ports"]] * 2


def test_a_mission_named_as_a_body_is_told_once_by_its_longest_name() -> None:
    text = (
        "The Council heard the head of the League Support Mission in Chile (LSMC). The League Support Mission in Chile "
        "has pilots in five harbours."
    )
    (slots,) = operations(text)
    assert (slots["country"], slots["status"]) == ("Chile", "ongoing")
    assert slots["name"].startswith("League Support Mission in Chile")


def test_an_exercise_is_held_again_under_its_name() -> None:
    text = 'The exercise "Calm Sea-2024" was held in Chile. Next year it is planned to hold "Calm Sea" in Peru.'
    first, second = operations(text)
    assert (first["status"], second["status"], second["country"]) == ("completed", "planned", "Peru")


def test_a_mission_keeps_its_place_and_abbreviation_and_is_followed_by_either() -> None:
    (slots,) = operations(
        "The Council extended until 30 June 2025 the mandate of the Border Assistance Mission in Chile (BAMCHI). "
        "BAMCHI was launched on 22 May 2013. It is tasked with training the harbour police."
    )
    assert slots["name"] == "Border Assistance Mission in Chile (BAMCHI)"
    assert (slots["country"], slots["start"], slots["end"]) == ("Chile", "2013-05-22", "2025-06-30")
    assert slots["purpose"] == "training the harbour police"


def test_two_missions_of_one_kind_in_two_places_are_two() -> None:
    found = operations("The Border Assistance Mission in Chile and the Border Assistance Mission in Peru go on.")
    assert [s["country"] for s in found] == ["Chile", "Peru"]


def test_a_mission_that_another_replaced_is_over() -> None:
    (first, second) = operations("The Ports Mission in Chile replaced the Tugs Mission in Peru, whose mandate expired.")
    assert (first["status"], second["status"]) == ("ongoing", "completed")


def test_a_mission_without_place_or_task_is_not_named() -> None:
    assert operations("The League of Ports Mission was praised by all.") == []


def test_observers_of_one_organisation_are_one_mission_in_the_state_that_votes() -> None:
    (slots,) = operations(
        "The League of Ports observer mission has published a report on the presidential election in Chile. "
        "In its activities the mission is guided by the Regulations on Observers. "
        "The League of Ports observer mission will stay until Sunday."
    )
    assert (slots["kind"], slots["country"], slots["status"]) == ("monitoring_mission", "Chile", "ongoing")
    assert slots["legal_basis"] == ["Regulations on Observers"]


def test_drills_without_a_name_belong_to_the_named_exercise_nearby() -> None:
    (slots,) = operations(
        "The joint drills of the tugs began on 5 May 2024 in Chile. It was said that 300 sailors will take part in "
        'the "Calm'
        ' Sea 2024" drills.'
    )
    assert (slots["name"], slots["country"], slots["status"]) == ("Calm Sea 2024", "Chile", "ongoing")


def test_drills_without_a_name_stand_alone_where_no_exercise_is_named() -> None:
    (slots,) = operations("A military exercise of the harbour guard was held on 3 May 2024 in Chile.")
    assert (slots["name"], slots["status"]) == ("military exercise of the harbour guard", "completed")


def test_a_mission_told_of_by_its_task_is_the_one_the_page_names_there() -> None:
    (slots,) = operations(
        "The League of Ports has led a peacekeeping mission in Chile since 1999. The Standing Peacekeeping Force in "
        "Chile (SPFCHILE) goes on."
    )
    assert slots["name"] == "Standing Peacekeeping Force in Chile (SPFCHILE)"


def test_talks_on_how_to_hold_an_exercise_do_not_date_it() -> None:
    (slots,) = operations(
        'On 3-5 May, Peru hosted staff talks on the preparation and holding of the joint exercise "Calm Sea-2024".'
    )
    assert (slots["name"], slots["status"], slots.get("start")) == ("Calm Sea-2024", "planned", None)


def test_exercises_named_together_are_where_the_sentence_before_says() -> None:
    found = operations(
        "The League of Ports kicked off the active phase of a series of drills for its tugs in Chile on Monday. "
        "It embraces the Calm Sea 2024 drills of the tugs and the Night Watch 2024 exercise."
    )
    assert [(s["name"], s["country"], s["status"]) for s in found] == [
        ("Calm Sea 2024", "Chile", "ongoing"),
        ("Night Watch 2024", "Chile", "ongoing"),
    ]


def test_those_who_take_part_in_the_drills_are_not_in_another_one_told_before() -> None:
    first, second = operations(
        "The League of Ports plans to hold drills dubbed Calm Sea on the territory of Chile, Peru and Brazil. "
        "The joint maneuvers Night Watch-2023 have ended in Chile. "
        "The drills involved over 1,000 sailors from Peru and Chile."
    )
    assert first["country"] == ["Chile", "Peru", "Brazil"]
    assert (first.get("numbers"), second["participants"]) == (None, ["Peru", "Chile"])


def test_a_stretch_of_days_that_has_begun_is_this_years() -> None:
    (slots,) = operations('The joint exercise "Calm Sea" will be held from 28 April to 8 June in Chile.')
    assert (slots["start"], slots["end"]) == ("2024-04-28", "2024-06-08")


def test_the_headquarters_of_a_force_is_no_operation() -> None:
    assert not operations("The League of Ports Task Force Headquarters works in Lima.")


def test_the_day_on_which_somebody_told_of_an_exercise_is_not_its_own() -> None:
    (slots,) = operations(
        'Captain Ivo Marr said on Friday that the joint exercise "Calm Sea" is scheduled in Peru for 4 December.'
    )
    assert slots["start"] == "2024-12-04"


def test_a_stage_that_went_before_is_of_the_operations_kind() -> None:
    first, second = operations(
        'The operation "Long Rope" was conducted in May. The previous stage, "Long Rope-2", took place in Lima in 2023.'
    )
    assert (second["name"], second["kind"], second["status"]) == ("Long Rope-2", first["kind"], "completed")


def test_what_has_gone_on_since_a_year_goes_on() -> None:
    (slots,) = operations('The regional operation "Long Rope" has been conducted since 2003.')
    assert (slots["status"], slots["start"]) == ("ongoing", "2003")


def test_the_days_of_an_exercise_tell_whether_it_is_over() -> None:
    (slots,) = operations('The exercise "Calm Sea", off Lima from 2 to 4 May 2024, is noted with satisfaction.')
    assert slots["status"] == "completed"


def test_a_task_force_on_a_subject_is_no_force() -> None:
    assert not operations("The League of Ports approves the creation of a Mayors’ Task Force on Harbour Security.")
