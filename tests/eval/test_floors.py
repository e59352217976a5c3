"""How well each register is read, held to pinned floors; the losses are shown where a floor is broken."""

import pytest
from tests.eval.scoring import SETS, figures, floors, scored

RATCHET = 0.06
"""A figure this far above its floor asks for a higher floor: raise it with `python -m tests.eval.scoring`."""

PINNED = [(name, register, floor) for name, registers in floors().items() for register, floor in registers.items()]


def needed(name: str) -> None:
    if not SETS[name][0].is_dir():
        pytest.skip(f"{SETS[name][0]} is not there")


@pytest.mark.parametrize(("name", "register", "floor"), PINNED)
def test_a_register_is_read_no_worse_than_its_floor(name: str, register: str, floor: float) -> None:
    needed(name)
    found = dict(figures(name)).get(register, 0.0)
    losses = "\n".join(
        f"{loss.kind} {loss.document}: {loss.gold or loss.claim}"[:300]
        for loss in scored(name).losses
        if loss.register == register
    )
    assert found >= floor, f"{register} of {name}: {found:.3f} is under {floor}\n{losses}"
    assert found <= floor + RATCHET, f"{register} of {name}: {found:.3f}; raise the floor {floor}"


def test_every_set_and_register_has_a_floor() -> None:
    pinned = floors()
    for name in SETS:
        if SETS[name][0].is_dir():
            assert set(dict(figures(name))) == set(pinned[name]), name


@pytest.mark.parametrize("name", ["open", "archivists"])
def test_without_profiles_at_least_four_fifths_are_read(name: str) -> None:
    needed(name)
    assert scored(f"{name} without profiles").total.f1 >= 0.8 * scored(name).total.f1


@pytest.mark.parametrize("name", SETS)
def test_every_sentence_is_accounted_for_and_every_quote_is_its_span(name: str) -> None:
    needed(name)
    from muniment.archive import Intake, pages
    from muniment.facade import profiles_named
    from muniment.profiles import world
    from muniment.reading import Reader
    from muniment.terms import Page
    from muniment.terms.reading import SET_ASIDE_REASONS

    _, folder, profiles = SETS[name]
    reader = Reader(profiles_named(profiles), world())
    for page in pages(Intake([folder])):
        assert isinstance(page, Page)
        reading = reader.read(page)
        for sentence in reading.sentences:
            assert sentence.status in ("read", "set_aside", "unread")
            assert bool(sentence.rules) == (sentence.status != "unread")
            assert (sentence.reason in SET_ASIDE_REASONS) == (sentence.status == "set_aside")
        for claim in reading.claims:
            for evidence in claim.evidence:
                assert page.text[evidence.start : evidence.end] == evidence.quote
