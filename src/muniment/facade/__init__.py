"""The Python API: read pages without a record, or build, correct, look through and verify one.

    from muniment.facade import Record, read

    for reading in read(["pages"]):
        ...  # a Reading, or the error in place of a page that gave none

    with Record.create("record.db") as record:
        record.build(["pages"])
        page = record.rows("meetings", where={"status": "announced"})

Importing this module is cheap: grammars, parsers and the database are imported when they are first needed.
"""

from muniment.facade.fetching import Round
from muniment.facade.frames import frame_of
from muniment.facade.looking import RowPage
from muniment.facade.opened import Settings
from muniment.facade.pages import compare, evaluate, explain, profiles_named, read, shipped_profiles
from muniment.facade.proofs import check_proof
from muniment.facade.record import Record
from muniment.facade.shapes import answer_shapes
from muniment.facade.topics import topics_as_skos
from muniment.facade.web import Web

__all__ = [
    "Record",
    "Round",
    "RowPage",
    "Settings",
    "Web",
    "answer_shapes",
    "check_proof",
    "compare",
    "evaluate",
    "explain",
    "frame_of",
    "profiles_named",
    "read",
    "shipped_profiles",
    "topics_as_skos",
]
