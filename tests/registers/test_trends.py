"""How regions were assessed: each assessment its speaker's own."""

from __future__ import annotations

from muniment.registers.row import Row
from muniment.registers.trends import TRENDS, trends
from muniment.terms.vocabulary import CLOSED


def assessed(number: int, region: str, trend: str = "", date: str = "", by: str = "") -> Row:
    told = {"region": region, "trend": trend, "date": date, "assessed_by": by}
    return Row("situations", f"{number:016x}", {name: value for name, value in told.items() if value})


def test_regions_are_one_whatever_the_case_of_their_letters():
    (region,) = trends([assessed(1, "The northern border", "tense"), assessed(2, "the Northern  border", "stable")])
    assert region.name == "The northern border"
    assert len(region.assessments) == 2


def test_assessments_stand_in_order_of_date_those_without_one_last():
    (region,) = trends([assessed(1, "A"), assessed(2, "A", date="2031-05"), assessed(3, "A", date="2031-02-01")])
    assert [one.date for one in region.assessments] == ["2031-02-01", "2031-05", ""]


def test_nobody_s_assessment_is_joined_with_another_s():
    (region,) = trends([assessed(1, "A", "tense", "2031", "Ana Dol"), assessed(2, "A", "stable", "2031", "Bo Rek")])
    assert {(one.by, one.trend) for one in region.assessments} == {("Ana Dol", "tense"), ("Bo Rek", "stable")}


def test_every_trend_of_the_record_format_has_a_level():
    assert set(TRENDS) == CLOSED["situations", "trend"]
