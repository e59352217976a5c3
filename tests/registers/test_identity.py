import hypothesis.strategies as st
import pytest
from hypothesis import given

from muniment.registers import REGISTERS
from muniment.registers.identity import IDENTITIES, Mention, doubts, offices, people
from muniment.registers.identity.words import same_telling, sketch, spelt_alike

SAME = [(name, pair) for name, identity in IDENTITIES.items() for pair in identity.same]
REFUSED = [(name, pair) for name, identity in IDENTITIES.items() for pair in identity.refused]


def mention(slots, page):
    slots = dict(slots)
    return Mention(slots, sources=(slots.pop("source", page),))


@pytest.mark.parametrize(("register", "pair"), SAME, ids=lambda value: value if isinstance(value, str) else "")
def test_an_identity_rule_joins_its_examples_and_finds_them_by_a_key(register, pair):
    one, two = mention(pair[0], "a.html"), mention(pair[1], "b.html")
    rule = IDENTITIES[register]
    assert rule.compare(one, two) == rule.compare(two, one) > 0
    assert set(rule.keys(one)) & set((rule.seeks or rule.keys)(two))
    assert set(rule.keys(two)) & set((rule.seeks or rule.keys)(one))


@pytest.mark.parametrize(("register", "pair"), REFUSED, ids=lambda value: value if isinstance(value, str) else "")
def test_an_identity_rule_keeps_its_counterexamples_apart(register, pair):
    one, two = mention(pair[0], "a.html"), mention(pair[1], "b.html")
    rule = IDENTITIES[register]
    assert rule.compare(one, two) <= 0
    assert rule.compare(two, one) <= 0


def test_every_register_has_an_identity_with_examples_of_both_sorts():
    assert list(IDENTITIES) == list(REGISTERS)
    assert all(rule.same and rule.refused for rule in IDENTITIES.values())


@pytest.mark.parametrize(("one", "two", "how"), people.SAME)
def test_names_of_one_person_agree_in_either_order(one, two, how):
    assert people.compare(one, two) == people.compare(two, one) == how
    if how == people.FULL:
        assert set(people.surname_keys(one)) & set(people.surname_keys(two))


@pytest.mark.parametrize(("one", "two"), people.REFUSED)
def test_names_of_two_people_do_not_agree(one, two):
    assert people.compare(one, two) <= people.DIFFERENT
    assert people.compare(two, one) <= people.DIFFERENT


@pytest.mark.parametrize(("one", "two"), offices.SAME)
def test_wordings_of_one_post_agree(one, two):
    assert offices.same_office(one, two)
    assert offices.same_office(two, one)


@pytest.mark.parametrize(("one", "two"), offices.REFUSED)
def test_two_posts_do_not_agree(one, two):
    assert not offices.same_office(one, two)
    assert not offices.same_office(two, one)


def test_councils_are_no_people_and_agree_only_under_one_name():
    assert people.agree("Council of Harbour Ministers", "Council of Finance Ministers") == people.DIFFERENT
    assert people.agree("Republic of Ostland", "Ostland") == people.FULL


def test_an_acronym_is_its_words_wherever_they_stand():
    one, two = spelt_alike("QRF Basin Charter", "Basin Charter of the Quiet River Federation")
    assert one == two == {"qrf", "basin", "charter"}


LEXICON = ["lock", "ferry", "toll", "bank", "flood", "pilgrim", "river", "dredge", "sail", "mast"]
WORDS = st.lists(st.sampled_from(LEXICON), min_size=12)


@given(WORDS, st.integers(0, 3), st.integers(0, 3))
def test_a_text_trimmed_at_its_ends_stays_the_same_telling_and_shares_no_less_than_itself(words, first, last):
    text = " ".join(words)
    trimmed = " ".join(words[first : len(words) - last])
    assert same_telling(text, text)
    assert same_telling(text, trimmed) == same_telling(trimmed, text)
    assert sketch(text) == sketch(text.upper())


@given(st.text(max_size=30), st.text(max_size=30))
def test_comparing_any_two_names_is_symmetric_and_a_name_never_clashes_with_itself(one, two):
    assert people.compare(one, two) == people.compare(two, one)
    assert people.agree(one, one) >= people.DIFFERENT
    assert offices.same_organization(one, two) == offices.same_organization(two, one)


@pytest.mark.parametrize(("register", "reason", "one", "two"), doubts.RAISED)
def test_a_doubt_is_raised_by_its_examples_which_the_rules_leave_two(register, reason, one, two):
    a, b = mention(one, "a.html"), mention(two, "b.html")
    assert IDENTITIES[register].compare(a, b) <= 0
    assert doubts.doubt(register, a, b) == doubts.doubt(register, b, a) == reason
    assert set(doubts.doubt_keys(register, a)) & set(doubts.doubt_keys(register, b))


@pytest.mark.parametrize(("register", "one", "two"), doubts.UNRAISED)
def test_no_doubt_is_raised_by_what_is_plainly_two(register, one, two):
    a, b = mention(one, "a.html"), mention(two, "b.html")
    assert doubts.doubt(register, a, b) == doubts.doubt(register, b, a) == ""


def test_every_reason_of_a_doubt_has_an_example():
    assert {reason for _, reason, _, _ in doubts.RAISED} == set(doubts.REASONS)
