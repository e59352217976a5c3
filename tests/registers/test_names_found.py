"""Names that are one are found among very many by keys that they share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from muniment.registers.identity.offices import SAME, keys_asked, name_keys, same_organization
from muniment.registers.states import Concerned

WORDS = (
    "Quiet", "River", "Federation", "QRF", "QR", "of", "the", "and", "Republic", "Velmar", "Velmar-Ost", "(QRF)",
    "Charter", "Council", "Ministers", "Ministry", "Foreign", "Affairs", "states", "member", "Member States", "parties",
    "all", "Delegations", "Côte", "d'Orme", "2nd", "RVC", "Russian", "Kyrgyz", "Kyrgyzstan",
)  # fmt: skip
names = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)


def found_by(name, keys):
    return keys is None or bool(keys & name_keys(name))


@given(names, names)
def test_a_name_that_is_one_with_another_is_found_by_its_keys(name, other):
    if same_organization(other, name):
        assert found_by(other, keys_asked(name))


def test_every_pair_of_names_that_are_one_is_found_by_keys():
    for (_, one), (_, two) in SAME:
        if same_organization(one, two):
            assert found_by(two, keys_asked(one))
            assert found_by(one, keys_asked(two))


def test_most_names_are_not_looked_at():
    assert not found_by("Council of Ministers", keys_asked("Velmar"))
    assert not found_by("QRF", keys_asked("Velmar"))


@given(names, names, st.booleans())
def test_whoever_concerns_a_state_is_found_by_its_keys(actor, state, member):
    concerned = Concerned(state, member=member)
    if concerned.by((actor,)):
        assert found_by(actor, concerned.keys())
