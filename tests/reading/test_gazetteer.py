"""Names known beforehand."""

from muniment.profiles import load, world
from muniment.reading.en.lexicon import lexicon
from muniment.reading.gazetteer import Gazetteer


def test_a_bodys_name_of_everyday_words_is_generic_unless_it_names_its_organisation():
    names = Gazetteer([load("csto")], world(), common=lexicon().common)
    assert names.is_generic("Permanent Council")
    assert not names.is_generic("Permanent Council of the Collective Security Treaty Organization")
