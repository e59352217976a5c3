"""Which meetings concern whom: for many members at once what is found for each alone."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from muniment.registers.concerned import concern, concerns
from muniment.registers.row import Row

NAMES = (
    "Velmar", "Republic of Velmar", "Velmar-Ost", "Kingdom of Dolma", "Dolma", "Côte d'Orme", "QRF", "the",
    "Quiet River Federation", "Quiet River Federation (QRF)", "QRF Council", "Council of the Quiet River Federation",
    "Salt League (SL)", "SL", "Minister of Defence of Velmar", "Ambassador of Velmar-Ost", "Ana Dolma",
)  # fmt: skip


def row(register, number, **slots):
    return Row(register=register, id=f"{register}{number}", slots=slots, position=number)


name = st.sampled_from(NAMES)
people = st.lists(st.one_of(name, st.fixed_dictionaries({"name": name, "office": name})), max_size=3)
meeting = st.fixed_dictionaries(
    {"bodies": st.lists(name, max_size=2), "participants": people, "start": st.sampled_from(["2031-04-02", "2031", ""])}
)
relation = st.fixed_dictionaries(
    {"subject": name, "object": name, "kind": st.sampled_from(["membership", "partner"]), "state": st.just("in_force")}
)
body = st.fixed_dictionaries({"name": name, "parent": name})


@given(st.lists(meeting, max_size=8), st.lists(body, max_size=4), st.lists(relation, max_size=6))
def test_what_concerns_many_is_what_concerns_each(meetings, bodies, relations):
    meetings, bodies, relations = (
        [row(register, number, **slots) for number, slots in enumerate(many)]
        for register, many in (("meetings", meetings), ("bodies", bodies), ("relations", relations))
    )
    for one in concerns(NAMES, meetings, bodies, relations):
        alone = concern(one.concern.member, bodies, relations)
        assert one.concern == alone
        dated = [each for each in meetings if each.slots["start"] and alone.of(each.slots)]
        assert one.months == Counter(each.slots["start"][:7] for each in dated)
