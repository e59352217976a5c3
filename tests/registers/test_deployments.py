import datetime

from tests.registers.shelf import Ledger

from muniment.registers.deployments import chains, series

AS_OF = datetime.date(2032, 1, 1)
FORCE = {"name": "peacekeeping operation “Calm Water”", "kind": "peacekeeping", "country": "Ardil"}


def deployed(**more):
    ledger = Ledger()
    basis = [
        "appeal of the President of Ardil",
        "Article 4 of the Harbour Treaty",
        "decision of the Council of 3 May 2031",
    ]
    slots = {**FORCE, "start": "2031-05-04", "status": "ongoing", "legal_basis": basis, **more}
    ledger.claim("operations", slots, "a.html")
    return ledger


def told(ledger, as_of=AS_OF):
    (chain,) = chains(ledger.rows, as_of)
    return {link.link: link for link in chain.links}, chain


def test_the_links_of_a_deployment_are_told_from_its_basis_and_the_rest_is_named_as_missing():
    links, chain = told(deployed())
    assert links["appeal"].told == "appeal of the President of Ardil"
    assert links["legal_basis"].told == "Article 4 of the Harbour Treaty"
    assert links["decision"].told == "decision of the Council of 3 May 2031"
    assert links["deployment"].date == "2031-05-04"
    assert chain.missing == ("consultation", "notice", "mandate")


def test_while_it_goes_on_neither_report_nor_end_is_missing_and_after_it_both_are():
    _, over = told(deployed(status="completed"))
    assert "report" in over.missing
    assert "end" not in over.missing
    links, _ = told(deployed())
    assert (links["end"].told, links["end"].due) == ("", False)


def test_the_meeting_before_the_notice_and_the_report_are_found_on_its_pages_or_by_its_name():
    ledger = deployed(status="completed", end="2031-06-04")
    council = {"kind": "session", "bodies": ["QRF Council"], "start": "2031-05-03", "status": "held"}
    ledger.claim("meetings", council, "a.html")
    notice = {"text": "inform the Security Council of the United Nations", "actor": ["QRF Secretariat"]}
    ledger.claim("commitments", notice, "a.html")
    report = {"kind": "other", "title": "report on the operation “Calm Water”",
              "actions": [{"action": "approve", "date": "2031-09-04"}]}  # fmt: skip
    ledger.claim("instruments", report, "z.html")
    links, chain = told(ledger)
    assert links["consultation"].date == "2031-05-03"
    assert links["notice"].register == "commitments"
    assert links["report"].date == "2031-09-04"
    assert chain.missing == ("mandate",)


def test_no_word_to_the_security_council_is_asked_of_relief_and_an_exercise_is_no_deployment():
    ledger = Ledger()
    ledger.claim("operations", {"name": "relief operation “Dry Land”", "kind": "operation", "start": "2031"}, "a.html")
    ledger.claim("operations", {"name": "Steady Buoy 2031", "kind": "exercise", "start": "2031"}, "b.html")
    links, chain = told(ledger)
    assert "Dry Land" in chain.title
    assert "notice" not in links


def test_what_only_a_speaker_tells_of_a_link_carries_the_speaker():
    ledger = deployed()
    ledger.claim("operations", {**FORCE, "start": "2031-05-04", "status": "completed", "end": "2031-06-04"}, "b.html",
                 attributed_to="Ana Dol")  # fmt: skip
    links, _ = told(ledger)
    assert (links["end"].date, links["end"].speakers) == ("2031-06-04", "Ana Dol")
    assert links["deployment"].speakers == ""


def test_exercises_of_one_name_are_editions_and_a_year_between_that_nobody_tells_of_is_named():
    ledger = Ledger()
    for year in (2027, 2028, 2031):
        name = {"name": f"Steady Buoy {year}", "kind": "exercise", "start": f"{year}-06", "status": "completed"}
        ledger.claim("operations", name, f"{year}.html")
    ledger.claim("operations", {"name": "Lone Gull", "kind": "exercise"}, "c.html")
    (one,) = series(ledger.rows("operations"))
    assert (one.name, [each.start for each in one.editions]) == ("Steady Buoy", ["2027-06", "2028-06", "2031-06"])
    assert one.gaps == ("2029", "2030")


def test_as_of_an_earlier_day_what_was_told_or_ended_later_is_left_out():
    ledger = Ledger()
    ledger.claim("documents", {"title": "Deployed", "published": "2031-05-05"}, "a.html")
    ledger.claim("operations", {**FORCE, "start": "2031-05-04", "end": "2031-06-04", "status": "completed"}, "a.html")
    assert chains(ledger.rows, datetime.date(2031, 5, 1)) == []
    links, chain = told(ledger, datetime.date(2031, 5, 20))
    assert (chain.status, chain.end, links["end"].told, links["end"].due) == ("ongoing", "", "", False)
    assert told(ledger)[1].end == "2031-06-04"
