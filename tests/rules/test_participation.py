"""Where a state stands with a treaty: each status from what is told, the clocks, reservations and their twelve"
" months."""

import datetime

import pytest

from muniment.rules.participation import STATUSES, Act, accepted_tacitly, participation
from muniment.terms.treaty import Lag

D = datetime.date
AT = D(2032, 1, 1)
SIGN, DEPOSIT = Act("sign", "2030-03-01"), Act("deposit", "2030-06-01")


def status(*acts, at=AT, general=None, lag=None):
    return participation("Ardil", acts, at, (general, lag)).status


FORCE = D(2031, 1, 1)
RESERVE = Act("reserve", "2030-06-01", text="not article 7")
APPLIED = Act("apply_provisionally", "2030-04-01")
LEAVE = Act("denounce", "2031-06-01", effect="2031-12-01")


@pytest.mark.parametrize(
    ("acts", "general", "expected"),
    [
        ((), None, "none"),
        ((SIGN,), None, "signed"),
        ((SIGN, Act("pass", "2030-04-01")), None, "law_passed"),
        ((SIGN, Act("ratify", "2030-04-01")), None, "law_passed"),
        ((SIGN, Act("promulgate", "2030-04-01"), Act("sign_instrument", "2030-04-08")), None, "law_passed"),
        ((SIGN, DEPOSIT), None, "deposited"),
        ((SIGN, DEPOSIT), D(2033, 1, 1), "deposited"),
        ((Act("accede", "2030-06-01"),), FORCE, "party"),
        ((Act("succeed", "2030-06-01"),), FORCE, "party"),
        ((Act("confirm", "2030-06-01"),), FORCE, "party"),
        ((Act("notify_completion", "2030-06-01"),), FORCE, "party"),
        ((Act("sign_definitively", "2030-06-01"),), FORCE, "party"),
        ((SIGN, DEPOSIT, RESERVE), FORCE, "party_reserving"),
        ((SIGN, DEPOSIT, RESERVE, Act("withdraw_reservation", "2031-02-01")), FORCE, "party"),
        ((SIGN, APPLIED), None, "provisional"),
        ((SIGN, APPLIED, Act("end_provisional_application", "2031-01-01")), None, "signed"),
        ((SIGN, DEPOSIT, LEAVE), FORCE, "former"),
        ((SIGN, DEPOSIT, Act("withdraw", "2031-06-01", effect="2032-12-01")), FORCE, "withdrawing"),
        ((SIGN, DEPOSIT, LEAVE, Act("revoke_denunciation", "2031-08-01")), FORCE, "party"),
        ((SIGN, DEPOSIT, Act("suspend", "2031-06-01")), FORCE, "suspended"),
    ],
)
def test_the_status_follows_from_what_is_told(acts, general, expected):
    assert status(*acts, general=general) == expected
    assert expected in STATUSES


def test_a_later_party_is_bound_after_its_own_time():
    late = Act("deposit", "2031-12-15")
    assert status(late, general=FORCE, lag=Lag(30)) == "deposited"
    assert status(late, general=FORCE, lag=Lag(30), at=D(2032, 1, 14)) == "party"
    assert status(late, general=FORCE) == "party"


def test_each_clock_has_its_own_day_and_source():
    acts = [
        SIGN, Act("submit", "2030-03-10"), Act("pass", "2030-04-01", by=("Lower House of Ardil",), claims=("c1",)),
        Act("pass", "2030-05-01", by=("Upper House of Ardil",)), Act("promulgate", "2030-05-10"),
        Act("publish", "2030-05-12"), Act("sign_instrument", "2030-05-20"), DEPOSIT,
    ]  # fmt: skip
    found = participation("Ardil", acts, AT, (FORCE, None))
    days = {clock.name: [act.date for act in clock.acts] for clock in found.clocks}
    assert days == {
        "signed": ["2030-03-01"], "submitted": ["2030-03-10"], "passed": ["2030-04-01", "2030-05-01"],
        "promulgated": ["2030-05-10"], "published": ["2030-05-12"], "instrument_signed": ["2030-05-20"],
        "deposited": ["2030-06-01"],
    }  # fmt: skip
    assert found.clocks[2].acts[0].claims == ("c1",)
    assert found.in_force == FORCE


def test_a_reservation_can_be_objected_to_for_twelve_months_and_is_accepted_by_silence():
    against = Act("object", "2031-01-15", by=("Bessar",), to=("Ardil",))
    (found,) = participation("Ardil", [SIGN, DEPOSIT, RESERVE], AT, (FORCE, None), [against]).reservations
    assert found.open_until == D(2031, 6, 1)
    assert found.objected == (("Bessar", "2031-01-15"),)
    consents = {"Bessar": D(2030, 1, 1), "Corvia": D(2030, 1, 1), "Dunmark": D(2031, 11, 1), "Estren": D(2032, 6, 1)}
    assert accepted_tacitly(found, consents, AT) == (("Corvia", D(2031, 6, 1)), ("Dunmark", D(2031, 11, 1)))
    assert accepted_tacitly(found, consents, D(2031, 1, 1)) == ()


def test_a_reservation_made_when_signing_has_to_be_confirmed():
    early = Act("reserve", "2030-03-01", text="not article 7")
    (found,) = participation("Ardil", [SIGN, early, DEPOSIT], AT).reservations
    assert found.unconfirmed
    assert not participation("Ardil", [SIGN, early, RESERVE, DEPOSIT], AT).reservations[0].unconfirmed


def test_an_objection_in_other_words_is_about_another_reservation():
    against = Act("object", "2031-01-15", by=("Bessar",), text="article 9")
    (found,) = participation("Ardil", [DEPOSIT, RESERVE], AT, (None, None), [against]).reservations
    assert found.objected == ()


def test_who_left_or_is_bound_owes_nothing():
    assert participation("Ardil", [SIGN], AT).owes
    assert participation("Ardil", [SIGN, Act("apply_provisionally", "2030-04-01")], AT).owes
    assert not participation("Ardil", [SIGN, DEPOSIT], AT).owes
    assert not participation("Ardil", [SIGN, LEAVE], AT).owes
