"""Interviews: which paragraphs are answers, and whose."""

from __future__ import annotations

from collections.abc import Callable

from muniment.reading.en.interview import find_answers
from muniment.reading.scene import Scene

Scenes = Callable[[str], Scene]

WHO = "Our guest is the Director of the Centre, Ana Dol.\n\n"


def test_labelled_answers_are_the_guests(scene_of: Scenes) -> None:
    scene = scene_of(
        WHO + "Question: How is the dam?\n\nAnswer: It holds.\n\nQuestion: And the ferries?\n\nAnswer: They float."
    )
    assert [(who, scene.sentences[first].text) for who, first, _ in find_answers(scene)] == [
        ("Ana Dol", "Answer: It holds."),
        ("Ana Dol", "Answer: They float."),
    ]


def test_paragraphs_between_questions_are_answers(scene_of: Scenes) -> None:
    scene = scene_of(
        WHO + "How is the dam?\n\nIt holds.\n\nAnd the ferries?\n\nThey float.\n\n"
        "What comes next?\n\nA bridge.\n\nTor Vik wrote this."
    )
    assert [scene.sentences[first].text for _, first, _ in find_answers(scene)] == [
        "It holds.",
        "They float.",
        "A bridge.",
    ]


def test_one_question_makes_no_interview(scene_of: Scenes) -> None:
    assert find_answers(scene_of(WHO + "How is the dam?\n\nIt holds.")) == []


def test_nobody_named_makes_no_interview(scene_of: Scenes) -> None:
    assert (
        find_answers(scene_of("Question: How is the dam?\n\nAnswer: It holds.\n\nQuestion: Sure?\n\nAnswer: Yes."))
        == []
    )
