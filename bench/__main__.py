"""The command: `python -m bench`."""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from bench.documents import SEED, captures, stories, write
from bench.freshness import repeated
from bench.intake import Step, intake
from bench.memory import Memory, measured
from bench.others import INSTALL, Missing, Side, beside
from bench.questions import Question, questions
from bench.rule_costs import RuleCost, rule_costs
from bench.stages import STAGES, Bench, Row
from bench.swelling import swell
from bench.visits import Visited, visits
from bench.yields import Shares, Yield, furniture_shares, of_folder, of_readings
from muniment.archive import Intake, pages
from muniment.desk.cli import collect_seldom
from muniment.terms import Page

_BESIDE = (Path("src/muniment/samples/pages"), Path("tests/corpus/open/pages"))
"""Folders of written pages whose yield the generated pages should come near."""


class Report(msgspec.Struct):
    """All that one run found."""

    pages: int
    seed: int
    python: str
    rows: list[Row] = []
    yields: list[Yield] = []
    shares: Shares | None = None
    memory: list[Memory] = []


def _arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--pages", type=int, default=100, metavar="N", help="pages to time the stages on (100)")
    parser.add_argument("--stage", action="append", choices=(*STAGES, "memory"), help="only this; may be repeated")
    parser.add_argument("--quick", action="store_true", help="without the memory of long runs")
    parser.add_argument("--large", action="store_true", help="memory at 100,000 pages too")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of tables")
    parser.add_argument("--seed", type=int, default=SEED, help="what the pages are drawn from")
    parser.add_argument("--rules", nargs="*", metavar="PATH", help="what each rule takes, on generated pages or PATH")
    parser.add_argument("--intake", nargs="+", metavar="PATH", help="what taking in pages takes: files, web archives")
    parser.add_argument("--others", action="store_true", help="beside spaCy, dateparser and trafilatura, if installed")
    parser.add_argument("--visits", type=Path, metavar="RECORD", help="what visits to the web pages of a record take")
    parser.add_argument("--swell", nargs=2, metavar=("RECORD", "TIMES"), help="copy a record's rows and pages in it")
    parser.add_argument("--questions", action="store_true", help="what questions to a record take, and to keep one")
    parser.add_argument("--fresh", type=int, metavar="N", help="count body sentences said twice in N pages")
    parser.add_argument("--write", type=Path, metavar="FOLDER", help="write the pages there and stop")
    return parser.parse_args(given)


def main(given: Sequence[str] | None = None) -> None:
    """Run what was asked for and print it, in a process set up as the command line's is."""
    collect_seldom()
    asked = _arguments(given)
    if asked.write is not None:
        print(f"{write(asked.write, asked.pages, asked.seed):,} bytes in {asked.pages:,} pages under {asked.write}")
    elif asked.fresh:
        said, again = repeated(asked.fresh, asked.seed)
        print(f"{again:,} of {said:,} body sentences of {asked.fresh:,} pages were said before")
    elif asked.rules is not None:
        costs, seconds = rule_costs(_rule_pages(asked))
        lines = [msgspec.json.encode(costs).decode()] if asked.json else _rule_table(costs, seconds)
        sys.stdout.writelines(f"{line}\n" for line in lines)
    elif asked.visits is not None:
        print(f"{'':26}{'first':>9}{'median':>9}{'p95':>9}{'cpu':>9}{'cpu p95':>9}{'kB':>9}")
        visits(asked.visits, lambda one: print(_visits_line(one), flush=True), asked.seed)
    elif asked.swell:
        print(f"{swell(Path(asked.swell[0]), int(asked.swell[1])):,} rows in {asked.swell[0]}")
    elif asked.questions:
        found = _questions(asked)
        lines = [msgspec.json.encode(found).decode()] if asked.json else _questions_table(found)
        sys.stdout.writelines(f"{line}\n" for line in lines)
    elif asked.intake:
        steps = list(intake(asked.intake))
        lines = [msgspec.json.encode(steps).decode()] if asked.json else _intake_table(steps)
        sys.stdout.writelines(f"{line}\n" for line in lines)
    elif asked.others:
        sides = _beside(asked)
        lines = [msgspec.json.encode(sides).decode()] if asked.json else _others_table(sides)
        sys.stdout.writelines(f"{line}\n" for line in lines)
    else:
        report = _run(asked)
        lines = [msgspec.json.encode(report).decode()] if asked.json else _tables(report)
        sys.stdout.writelines(f"{line}\n" for line in lines)


def _questions(asked: argparse.Namespace) -> list[Question]:
    bench, last = Bench(asked.pages, asked.seed), Bench(40, asked.seed + 1)
    try:
        return list(questions(bench, last))
    finally:
        bench.close()
        last.close()


def _intake_table(steps: Sequence[Step]) -> Iterator[str]:
    pages, size = steps[0].pages, steps[0].size
    yield f"{pages:,} pages of {size / 1000 / (pages or 1):,.1f} kB; one core"
    yield f"{'':30}{'pages/s':>9}{'MB/s':>9}"
    for one in steps:
        yield f"{'to ' + one.what:30}{pages / one.seconds:9,.0f}{size / 1e6 / one.seconds:9,.1f}"


def _visits_line(one: Visited) -> str:
    """Return a kind of page as a line of the table: milliseconds by the clock, then of the processor."""
    times = (one.first, one.median, one.slow, one.processor, one.processor_slow)
    return f"{one.what:26}{''.join(f'{time:9,.0f}' for time in times)}{one.size / 1000:9,.1f}"


def _questions_table(found: Sequence[Question]) -> Iterator[str]:
    wide = max(len(one.what) for one in found)
    yield f"{'':<{wide}} {'ms':>9} {'x the list':>11}"
    for one in found:
        beside = f"{one.beside:.1f}" if one.beside else ""
        yield f"{one.what:<{wide}} {one.milliseconds:>9,.1f} {beside:>11}  {one.note}".rstrip()


def _beside(asked: argparse.Namespace) -> list[Side | Missing]:
    bench = Bench(asked.pages, asked.seed)
    try:
        return list(beside(bench))
    finally:
        bench.close()


def _rule_pages(asked: argparse.Namespace) -> list[Page]:
    make = Intake(asked.rules) if asked.rules else captures(asked.pages, asked.seed)
    return [page for page in pages(make) if isinstance(page, Page)]


def _run(asked: argparse.Namespace) -> Report:
    wanted = asked.stage or [*STAGES, *([] if asked.quick else ["memory"])]
    report = Report(asked.pages, asked.seed, platform.python_version())
    timed = [name for name in wanted if name in STAGES]
    if timed:
        bench = Bench(asked.pages, asked.seed)
        try:
            for name in timed:
                report.rows += STAGES[name](bench)
        finally:
            bench.close()
        report.yields = [of_readings("generated", zip(bench.pages, bench.readings, strict=True))]
        report.yields += [of_folder(folder, bench.reader) for folder in _BESIDE if folder.is_dir()]
        report.shares = furniture_shares(list(stories(asked.pages, asked.seed)), bench.pages)
    if "memory" in wanted:
        sizes = (1_000, 10_000, 100_000) if asked.large else (1_000, 10_000)
        report.memory = [measured(size, asked.seed) for size in sizes]
    return report


def _tables(report: Report) -> Iterator[str]:
    if report.rows:
        yield f"{report.pages} generated pages, {report.rows[0].timing.words:,} words; one core, Python {report.python}"
        yield ""
        yield f"{'stage':28}{'words/s':>12}{'pages/s':>10}{'x str.split':>13}{'entries/s':>11}"
        for row in report.rows:
            timing = row.timing
            entries = f"{row.records / timing.seconds:,.0f}" if row.records else ""
            yield (
                f"{row.stage:28}{timing.words / timing.seconds:12,.0f}{timing.documents / timing.seconds:10,.0f}"
                f"{timing.ratio:13,.1f}{entries:>11}"
            )
        yield f"{'str.split':28}{report.rows[0].timing.words / report.rows[0].timing.split:12,.0f}"
    if report.yields:
        yield ""
        yield f"{'claims':40}{'pages':>8}{'per page':>10}{'per 1,000 words':>17}"
        for each in report.yields:
            rate, density = each.claims / each.pages, each.claims / each.words * 1000
            yield f"{each.name:40}{each.pages:8,}{rate:10.1f}{density:17.1f}"
    if report.shares is not None:
        shares = report.shares
        yield ""
        yield f"words set aside as furniture {shares.set_aside:.1%}"
        yield f"words of the articles among those set aside {shares.body_set_aside:.2%} of the articles"
        yield f"words of furniture among those read as an article {shares.furniture_read:.2%}"
    if report.memory:
        yield from _memory_table(report.memory)


def _memory_table(found: Sequence[Memory]) -> Iterator[str]:
    yield ""
    yield f"{'read, memory in MB':>18}{'ready':>8}{'at 1,000':>10}{'at end':>8}{'claims a page':>15}{'words/s':>10}"
    for each in found:
        yield (
            f"{each.pages:12,} pages{each.ready:8.0f}{each.early:10.0f}{each.peak:8.0f}"
            f"{each.claims / each.pages:15.1f}{each.words / each.seconds:10,.0f}"
        )


def _others_table(sides: Sequence[Side | Missing]) -> Iterator[str]:
    yield f"{'each with ours on the same text':64}{'words':>8}{'words/s':>12}{'x str.split':>13}{'x ours':>8}"
    for side in sides:
        if isinstance(side, Missing):
            yield f"{side.name}: not installed; {INSTALL}"
            continue
        theirs, ours = side.timing, side.our_timing
        rows = ((f"{side.name}: {side.what}", theirs, f"{side.times:8.1f}"), (f"  ours: {side.ours}", ours, ""))
        for told, timing, times in rows:
            yield f"{told:64}{timing.words:8,}{timing.words / timing.seconds:12,.0f}{timing.ratio:13,.1f}{times}"


def _rule_table(costs: Sequence[RuleCost], seconds: float) -> Iterator[str]:
    matching, building = (sum(getattr(cost, name) for cost in costs) for name in ("matching", "building"))
    yield f"patterns {matching / seconds:.1%} and builders {building / seconds:.1%} of the grammar's {seconds:.2f} s"
    yield ""
    yield f"{'rule':36}{'tried':>8}{'matched':>9}{'drafts':>8}{'us a try':>10}{'us a match':>12}{'share':>8}"
    for cost in costs:
        if cost.tried:
            built = cost.building / cost.matches * 1e6 if cost.matches else 0.0
            yield (
                f"{cost.rule:36}{cost.tried:8,}{cost.matches:9,}{cost.drafts:8,}"
                f"{cost.matching / cost.tried * 1e6:10.1f}{built:12.1f}{cost.seconds / seconds:8.2%}"
            )
    silent = [cost.rule for cost in costs if not cost.tried]
    if silent:
        yield f"never tried: {', '.join(silent)}"


if __name__ == "__main__":
    main()
