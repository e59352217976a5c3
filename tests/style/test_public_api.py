"""What programs may rely on: the public names, and the error tree as drawn."""

import inspect
import re

import muniment
from muniment import errors, facade, terms

FACADE = {
    "Record",
    "Round",
    "RowPage",
    "Settings",
    "answer_shapes",
    "frame_of",
    "check_proof",
    "Web",
    "compare",
    "evaluate",
    "explain",
    "profiles_named",
    "read",
    "shipped_profiles",
    "topics_as_skos",
}
TERMS = {
    "Block", "Claim", "Evidence", "Explanation", "Fired", "FoundEntity", "Page", "PageMeta", "PartialDate", "Reading",
    "Refused", "Sentence", "Step", "canonical", "digest",
}  # fmt: skip


def test_the_public_names_are_these() -> None:
    assert set(muniment.__all__) == {"__version__"}
    assert set(facade.__all__) == FACADE
    assert set(terms.__all__) == TERMS


def test_the_error_tree_is_as_drawn() -> None:
    drawn = dict(re.findall(r"(\w+)\s+exit\s+(\d+)", errors.__doc__ or ""))
    classes = {n: c for n, c in vars(errors).items() if inspect.isclass(c) and issubclass(c, errors.MunimentError)}
    assert drawn == {name: str(cls.exit_code) for name, cls in classes.items()}
    assert set(errors.__all__) == set(classes)


def test_exit_codes_tell_branches_apart() -> None:
    codes = [getattr(errors, name).exit_code for name in errors.__all__]
    assert len(set(codes)) == len(codes)


def test_an_error_says_what_where_and_what_next() -> None:
    error = errors.UsageError("no such column", code="no-column", where="meetings", hint="There are: start, end.")
    assert str(error) == "meetings: no such column. There are: start, end."
    assert error.record() == {
        "error": "no-column", "what": "no such column", "where": "meetings", "hint": "There are: start, end.",
    }  # fmt: skip
