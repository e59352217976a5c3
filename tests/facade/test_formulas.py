from muniment.facade import Record

HEAD = "Communiqué of the session of the Council of Harbour Ministers"
ONE = """
On 3 May 2030, the session of the Council of Harbour Ministers was held in Oslo.

The ministers strongly condemned the closing of the northern locks to ferries.

The ministers support the free passage of all ships through the strait.
"""
TWO = """
On 4 May 2031, the session of the Council of Harbour Ministers was held in Oslo.

The ministers regretted the closing of the northern locks to ferries.
"""


def test_a_formula_weakened_and_one_dropped_are_told_between_two_communiques(tmp_path):
    pages = tmp_path / "pages"
    pages.mkdir()
    for year, text in (("2030", ONE), ("2031", TWO)):
        (pages / f"{year}.txt").write_text(f"{HEAD}\n\n0{int(year) - 2027}.05.{year}\n{text}", "utf-8")
    with Record.create(tmp_path / "record.db") as record:
        record.build([pages], ["none"])
        (drift,) = record.formulas("Council of Harbour Ministers")
        told = {change.kind: change for change in drift.changes}
        assert told["weakened"].ladder == "condemnation: strongly condemn → regret"
        assert "free passage" in told["dropped"].before
        assert drift.before[1] < drift.after[1]
        assert record.formulas("Council of Lamps") == []
