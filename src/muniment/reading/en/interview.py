"""Interviews: questions and answers in turn, with labels ("Answer:", "A:", a name) or dashes before them."""

from __future__ import annotations

import regex

from muniment.reading.scene import Scene

__all__ = ["find_answers"]

_ANSWER = regex.compile(r"^(?:Answer|A|Reply|Response)\s*[:.–—-]\s*")
_QUESTION = regex.compile(r"^(?:Question|Q|Correspondent|Interviewer|Journalist)\s*[:.–—-]\s*")
_DASH = regex.compile(r"^[-–—]\s*\p{Lu}")

Turn = tuple[str, int, int]
"""(speaker, first sentence, last sentence)."""


def find_answers(scene: Scene) -> list[Turn]:
    """Return the answers of an interview with who gives them; nothing where the page is none.

    Two labelled answers, three paragraphs that are questions, or paragraphs in turn behind dashes of which at least two
    are questions, make an interview.
    """
    turns = _turns(scene)
    if "?" not in scene.page.text and not _may_answer(scene, turns):
        return []
    texts = [scene.page.text[scene.sentences[f].start : scene.sentences[e].end] for f, e in turns]
    labels = [_label(text) for text in texts]
    person = _interviewed(scene, turns, labels)
    if not person:
        return []
    if labels.count("answer") >= 2:
        return [(person, f, e) for (f, e), label in zip(turns, labels, strict=True) if label == "answer"]
    asked = [n for n, text in enumerate(texts) if text.rstrip().endswith("?") and turns[n][1] - turns[n][0] <= 3]
    if len(asked) >= 3 and labels.count("dash") < 4:
        return _between(person, turns, asked)
    dashes = [n for n, label in enumerate(labels) if label == "dash"]
    questions = [n for n in dashes if texts[n].rstrip().endswith("?")]
    if len(dashes) < 4 or len(questions) < 2:
        return []
    first = questions[0]
    asked = [n for n in dashes if n >= first and (n - first) % 2 == 0]
    return [(person, *turns[n]) for n in dashes if n > first and n not in asked]


def _may_answer(scene: Scene, turns: list[tuple[int, int]]) -> bool:
    """Whether two paragraphs begin with a letter or word that labels an answer."""
    text = scene.page.text
    starts = [scene.sentences[first].start for first, _ in turns]
    words = [at for at in starts if text.startswith(("Answer", "Reply", "Response"), at)]
    letters = [at for at in starts if text[at] == "A" and not text[at + 1 : at + 2].isalpha()]
    return len(words) + len(letters) >= 2


def _between(person: str, turns: list[tuple[int, int]], asked: list[int]) -> list[Turn]:
    """Return the paragraphs between questions as answers; after the last question, one paragraph only."""
    out: list[Turn] = []
    for question, following in zip(asked, [*asked[1:], asked[-1] + 2], strict=True):
        answer = turns[question + 1 : following]
        if answer:
            out.append((person, answer[0][0], answer[-1][1]))
    return out


def _turns(scene: Scene) -> list[tuple[int, int]]:
    """Return the first and last sentence of each body paragraph."""
    out: list[tuple[int, int]] = []
    for number, kind in enumerate(scene.kinds):
        if kind not in ("paragraph", "quote"):
            continue
        if (
            out
            and out[-1][1] == number - 1
            and "\n" not in scene.page.text[scene.sentences[number - 1].end : scene.sentences[number].start]
        ):
            out[-1] = (out[-1][0], number)
        else:
            out.append((number, number))
    return out


def _asks(scene: Scene, number: int) -> bool:
    return scene.sentences[number].text.endswith("?")


def _label(text: str) -> str:
    if _ANSWER.match(text):
        return "answer"
    if _QUESTION.match(text):
        return "question"
    return "dash" if _DASH.match(text) else ""


def _interviewed(scene: Scene, turns: list[tuple[int, int]], labels: list[str]) -> str:
    """Return the person with an office who is named before the first question."""
    first = next((f for (f, e), label in zip(turns, labels, strict=True) if label or _asks(scene, e)), 0)
    for sentence in reversed(scene.sentences[:first]):
        for at in sentence.places():
            value = sentence.value(at)
            if sentence.kind(at) == "A" and value.name and value.offices:
                return scene.person(value)
    return _addressed(scene, first) or _headlined(scene, first)


def _headlined(scene: Scene, first: int) -> str:
    """Return the person whom the title names, and a sentence before the first question too."""
    titles = [s.page_text[s.start : s.end] for s, k in zip(scene.sentences, scene.kinds, strict=True) if k == "title"]
    for sentence, kind in zip(scene.sentences[:first], scene.kinds, strict=False):
        for value in (sentence.value(at) for at in sentence.places(kinds="A") if kind == "paragraph"):
            if value.name and any(value.name.split()[-1] in title for title in titles):
                return scene.person(value)
    return ""


_SPOKEN_TO = regex.compile(r"\b(?:Mr|Mrs|Ms|Dr)\.? (?P<name>\p{Lu}[\p{L}’'-]+),")


def _addressed(scene: Scene, first: int) -> str:
    """Return the person whom the first question speaks to by their surname; empty where it speaks to nobody."""
    asked = scene.sentences[first]
    match = _SPOKEN_TO.search(scene.page.text, asked.start, asked.end)
    name = scene.full_name(match["name"]) if match is not None else ""
    return name if " " in name else ""
