"""What follows from all rows is kept, and is what working it out afresh gives."""

import contextvars
import datetime
import threading
import time
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muniment import samples
from muniment.clerk.contradictions import contradictions_in
from muniment.facade import Record, kept, renewing, ties
from muniment.facade.renewing import LAGS
from muniment.registers import REGISTERS
from muniment.registers.agendas import Agendas
from muniment.registers.announced import announced
from muniment.registers.concerned import concern
from muniment.registers.deployments import chains, series
from muniment.registers.duties import duties
from muniment.registers.gaps import gaps
from muniment.registers.network import network
from muniment.registers.offices_held import offices
from muniment.registers.participation import matrix
from muniment.registers.promises import promises
from muniment.registers.states import Known, state_page
from muniment.rules.quiet import quiet

DAY = "2025-07-01"


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    path = tmp_path_factory.mktemp("kept") / "record.db"
    with Record.create(path) as record:
        record.build([samples.pages_folder()], [str(samples.profile_path())])
    return path


@pytest.fixture
def path(built, tmp_path):
    copy = tmp_path / "record.db"
    copy.write_bytes(Path(built).read_bytes())
    return copy


def asked(record, day):
    """Everything that is kept, as it is asked for."""
    iso = day.isoformat()
    return [
        record.gaps(iso), record.promises(iso), record.duties(iso), record.offices(on=iso), record.agendas(iso),
        record.agendas(iso, open_only=True), record.deployments(iso), record.series(), record.quiet(iso),
        record.contradictions(), record.treaty_matrix(at=iso),
    ]  # fmt: skip


def afresh(record, day):
    """The same, worked out from the rows."""
    rows, not_read = record.all_rows, frozenset(record.status().not_read)
    courses = list(Agendas(rows, day, not_read).courses())
    last = datetime.date.fromisoformat(record.last_page())
    made = [*promises(rows, day, not_read), *announced(rows, day, not_read)]
    made.sort(key=lambda one: one.due or "9999")
    return [
        list(gaps(rows, day)), made, duties(rows, day, not_read), offices(rows, day), courses,
        [one for one in courses if one.questions], chains(rows, day), series(rows("operations")),
        quiet(rows("meetings"), min(day, last)), list(contradictions_in(record._rows(), list(REGISTERS))),
        matrix(rows("instruments"), record._asked_on(day.isoformat()), record.treaty_clause),
    ]  # fmt: skip


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dates(datetime.date(2023, 1, 1), datetime.date(2027, 1, 1)))
def test_what_is_kept_is_what_working_it_out_afresh_gives_on_any_day(built, day):
    with Record.open(built) as record:
        for told in (asked(record, day), asked(record, day)):
            assert told == afresh(record, day)


def test_what_another_process_kept_in_the_file_is_what_working_it_out_afresh_gives(path, monkeypatch):
    monkeypatch.setattr(kept, "_DEAR_SECONDS", -1.0)
    day = datetime.date.fromisoformat(DAY)
    with Record.open(path) as record:
        told = asked(record, day)
    assert path.with_name("record.db-answers").exists()
    with Record.open(path) as record:
        monkeypatch.setattr(type(record), "_worked_out", None)  # nothing is worked out again
        assert asked(record, day) == told
        monkeypatch.undo()
        assert told == afresh(record, day)


def test_what_took_no_time_leaves_no_file_behind(path):
    with Record.open(path) as record:
        record.kept_series()
    assert not path.with_name("record.db-answers").exists()


def test_an_answer_is_dropped_when_the_head_moves(path, monkeypatch):
    monkeypatch.setattr(kept, "_DEAR_SECONDS", -1.0)
    with Record.open(path) as record:
        before = record.gaps(DAY)
        gone = next(gap for gap in before if gap.kind == "overdue")
        record.withdraw(gone.register, gone.row, "Ana Dol", "it was never promised")
        after = record.gaps(DAY)
        assert gone not in after
        assert after == list(gaps(record.all_rows, datetime.date.fromisoformat(DAY)))
        assert record.gaps("2023-05-01") != after


def test_an_answer_is_not_found_by_other_rules(path, monkeypatch):
    monkeypatch.setattr(kept, "_DEAR_SECONDS", -1.0)
    with Record.open(path) as record:
        record.gaps(DAY)
        monkeypatch.setattr(kept, "rules_of_today", lambda: "others")
        worked_out = []
        monkeypatch.setattr(type(record), "_worked_out", lambda *asked: worked_out.append(asked[1].name))
        with pytest.raises(AttributeError):
            record.gaps(DAY)
        assert worked_out == ["gaps"]


def test_an_answer_is_read_part_by_part_and_page_by_page(path):
    with Record.open(path) as record:
        found, every = record.kept_gaps(DAY), record.gaps(DAY)
        assert len(found) == len(every) == sum(found.counts.values())
        for kind, count in found.counts.items():
            mine = sorted((gap for gap in every if gap.kind == kind), key=lambda gap: gap.since)
            assert found.some(0, count, kind) == mine
            assert found.some(1, 2, kind) == mine[1:3]
        one_by_one = [gap for at in range(len(every)) for gap in found.some(at, 1)]
        assert one_by_one == found.some(0, len(every))
        assert found.about(every[0].row) == [gap for gap in every if gap.row == every[0].row]
        assert found.in_turn(2, 3) == every[2:5]


def test_a_state_is_known_by_any_form_of_its_name(path):
    with Record.open(path) as record:
        name = record.states()[0]
        assert record.state(f"Republic of {name}", DAY).name == record.state(name, DAY).name == name


@pytest.mark.parametrize("day", ["2023-02-01", "2024-06-01", DAY])
def test_a_state_s_page_is_what_all_bodies_and_all_that_is_kept_give(path, day):
    on = datetime.date.fromisoformat(day)
    with Record.open(path) as record:
        known = Known(
            relations=list(record.all_rows("relations")), bodies=list(record.all_rows("bodies")), stood=(),
            made=record.promises(day), held=record.offices(on=day), duties=record.duties(day),
            meetings=list(record.all_rows("meetings")),
        )  # fmt: skip
        for name in record.states():
            own = [one for one in record.kept_standings(day) if name in {each.member for each in one.members}]
            told = state_page(msgspec.structs.replace(known, stood=own), name, on, on - datetime.timedelta(days=365))
            assert record.state(name, day) == told


def test_preparing_works_out_everything_that_is_kept_of_today(path, monkeypatch):
    monkeypatch.setattr(kept, "_DEAR_SECONDS", -1.0)
    with Record.open(path) as record:
        told = {one.name: one.things for one in record.prepare()}
        assert told["gaps"] == len(record.gaps())
        assert told["treaties"] == sum(len(one.treaties) for one in record.treaty_matrix())
    with Record.open(path) as record:
        monkeypatch.setattr(type(record), "_worked_out", None)  # nothing is worked out again
        assert {one.name: one.things for one in record.prepare()} == told
        assert record.state(record.states()[0]).as_of == record.today()


def test_a_program_is_never_given_an_answer_of_an_earlier_head(path, monkeypatch):
    monkeypatch.setattr(kept, "_DEAR_SECONDS", -1.0)
    with Record.open(path) as record:
        gone = withdrawn(record)
        assert gone not in record.gaps(DAY)


def test_a_reader_is_shown_the_last_answer_and_told_so_while_it_is_worked_out_anew(path, monkeypatch):
    monkeypatch.setattr(kept, "_DEAR_SECONDS", -1.0)
    with Record.open(path) as record:
        head = int(record.head().partition(":")[0])
        gone = withdrawn(record)
        lags = reading(lambda: record.gaps(DAY))
        assert gone in lags.answer
        assert [(one.name, one.position, one.day) for one in lags.told] == [("gaps", head, "")]
        record._renewals.wait()
        again = reading(lambda: record.gaps(DAY))
        assert again.told == []
        assert again.answer == list(gaps(record.all_rows, datetime.date.fromisoformat(DAY)))


def test_nothing_that_lags_goes_into_what_is_worked_out_for_a_reader(path, monkeypatch):
    monkeypatch.setattr(kept, "_DEAR_SECONDS", -1.0)
    day = datetime.date.fromisoformat(DAY)
    with Record.open(path) as record:
        made = record.promises(DAY)
        late = next(one for one in made if one.status == "overdue")
        record.withdraw("commitments", late.row, "Ana Dol", "it was never promised")
        assert reading(lambda: record.gaps(DAY)).answer == list(gaps(record.all_rows, day))
        assert reading(lambda: record.promises(DAY)).told == [], "worked out with the gaps that follow from it"


def test_the_last_answer_of_a_day_not_long_before_stands_for_the_day_asked_of(path, monkeypatch):
    monkeypatch.setattr(kept, "_DEAR_SECONDS", -1.0)
    with Record.open(path) as record:
        record.offices(on=DAY)
        assert reading(lambda: record.offices(on="2025-07-20")).told == [], "too long ago to stand for that day"
        record._renewals.wait()
        assert [one.day for one in reading(lambda: record.offices(on="2025-07-03")).told] == [DAY]
        record._renewals.wait()
        assert reading(lambda: record.offices(on="2025-06-30")).told == [], "no later day stands for an earlier one"


def test_a_renewal_that_the_record_s_closing_cuts_short_does_no_harm(path, monkeypatch):
    monkeypatch.setattr(kept, "_DEAR_SECONDS", -1.0)
    record = Record.open(path)
    withdrawn(record)
    begun, closed = threading.Event(), threading.Event()
    rows = record.all_rows

    def slowly(*asked, **more):
        begun.set()
        closed.wait(10)
        return rows(*asked, **more)

    monkeypatch.setattr(record, "all_rows", slowly)
    assert reading(lambda: record.gaps(DAY)).told
    begun.wait(10)
    record.close()
    closed.set()
    record._renewals.wait()


def test_an_answer_is_worked_out_anew_by_a_process_of_its_own(path, monkeypatch):
    monkeypatch.setattr(kept, "_DEAR_SECONDS", -1.0)
    with Record.open(path) as record:
        withdrawn(record)
        monkeypatch.setattr(type(record), "_worked_out", None)  # this process works nothing out
        assert reading(lambda: record.gaps(DAY)).told
        record._renewals.wait()
        assert reading(lambda: record.gaps(DAY)) == Read(
            list(gaps(record.all_rows, datetime.date.fromisoformat(DAY))), []
        )


def test_an_answer_is_worked_out_anew_here_where_no_other_process_can(path, monkeypatch):
    monkeypatch.setattr(kept, "_DEAR_SECONDS", -1.0)
    monkeypatch.setattr(renewing.sys, "executable", "/nowhere/python")
    with Record.open(path) as record:
        withdrawn(record)
        assert reading(lambda: record.gaps(DAY)).told
        record._renewals.wait()
        assert reading(lambda: record.gaps(DAY)).told == []


def test_closing_a_record_ends_what_another_process_works_out_for_it(path, monkeypatch):
    monkeypatch.setattr(kept, "_DEAR_SECONDS", -1.0)
    monkeypatch.setattr(renewing, "_ALONE", "import time; time.sleep(600)")
    record = Record.open(path)
    withdrawn(record)
    assert reading(lambda: record.gaps(DAY)).told
    while record._renewals._process is None:
        time.sleep(0.01)
    record.close()
    record._renewals.wait()
    assert record._renewals._process.poll() is not None


@pytest.mark.parametrize("day", [None, "2024-05-01"])
def test_every_answer_can_be_prepared_by_itself_and_is_kept_however_cheap_it_was(path, monkeypatch, day):
    with Record.open(path) as record:
        told = {name: record.prepare_one(name, day or "") for name in record._asks()}
    with Record.open(path) as record:
        monkeypatch.setattr(type(record), "_worked_out", None)  # nothing is worked out again
        assert {name: len(ask()) for name, ask in record._asks(day).items()} == told


def withdrawn(record):
    """Return a gap of the record, once what leaves it open is withdrawn."""
    gone = next(gap for gap in record.gaps(DAY) if gap.kind == "overdue")
    record.withdraw(gone.register, gone.row, "Ana Dol", "it was never promised")
    return gone


class Read(NamedTuple):
    """What a reader of a page was given, and of which of it they were told that it lags."""

    answer: list
    told: list


def reading(ask):
    """Return what somebody is given who may be shown an answer that lags."""

    def asked():
        LAGS.set([])
        return Read(ask(), LAGS.get())

    return contextvars.copy_context().run(asked)


def test_who_met_whom_is_kept_and_read_around_any_name(path):
    with Record.open(path) as record:
        whole = network(record.all_rows("meetings"))
        assert record.network() == whole
        held = record.kept_network()
        assert held.largest(7) == whole.largest(7)
        assert (held.names, len(held), held.meetings) == (len(whole.names), len(whole.ties), whole.meetings)
        for name in [*whole.names, *whole.spelt, "Nobody"]:
            assert record.network(around=name) == whole.around(name)
            assert held.own(name) == whole.own(name)
        assert record.network(since="2025") == network(record.meetings(since="2025"))


def test_the_meetings_that_concern_a_member_are_kept_and_those_of_any_other_name_are_found_afresh(path, monkeypatch):
    with Record.open(path) as record:
        for name in [*record.members()[:6], "River Assembly", "Nobody"]:
            told = concern(name, record.all_rows("bodies"), record.all_rows("relations"))
            assert record.meetings(member=name) == [row for row in record.meetings() if told.of(row.slots)]
            late = record.meetings(since="2025-03", until="2025-06")
            assert record.meetings(member=name, since="2025-03", until="2025-06") == [
                r for r in late if told.of(r.slots)
            ]
        monkeypatch.setattr(type(record), "_worked_out", None)  # nothing is worked out again
        assert record.meetings(member=record.members()[0])


def test_a_network_that_lags_is_that_of_an_earlier_head_as_a_whole(path, monkeypatch):
    monkeypatch.setattr(kept, "_DEAR_SECONDS", -1.0)
    with Record.open(path) as record:
        before = record.network()
        record.withdraw("meetings", before.ties[0].row, "Ana Dol", "it was not held")
        assert reading(record.network).answer == before
        record._renewals.wait()
        after = reading(record.network)
        assert after.told == []
        assert after.answer == network(record.all_rows("meetings")) != before


def test_what_follows_from_what_was_dear_is_as_dear(path, monkeypatch):
    monkeypatch.setattr(kept, "_DEAR_SECONDS", -1.0)
    with Record.open(path) as record:
        record.agendas(DAY)
        monkeypatch.setattr(kept, "_DEAR_SECONDS", 60.0)
        record.agendas(DAY, open_only=True)
        record.offices(on=DAY)
    with Record.open(path) as record:
        monkeypatch.setattr(type(record), "_worked_out", None)  # nothing is worked out again
        assert record.agendas(DAY, open_only=True)
        with pytest.raises(TypeError):
            record.offices(on=DAY)


def test_the_ties_among_those_with_most_are_the_same_kept_together_or_looked_for(path, monkeypatch):
    with Record.open(path) as record:
        whole, held = network(record.all_rows("meetings")), record.kept_network()
        for most in (2, 7, 28):
            names = held.largest(most)
            together = held.of(names)
            monkeypatch.setattr(ties, "_CORE", 0)
            assert held.of(names) == together == whole.of(names)
            monkeypatch.undo()
