"""The examples of the docs: run them, and write what they print into the docs again.

A block that begins with ```console holds commands behind "$ " and what each prints. A document's commands run one after
another in one empty folder. `python tools/doc_examples.py README.md docs/...` writes today's outputs into the
documents; `tests/style/test_doc_examples.py` compares.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
HEAD = re.compile(r"\b\d+:[0-9a-f]{64}\b|\b[0-9a-f]{16,64}\b|\b\d{4}-\d\d-\d\dT[\d:.]+Z?\b")
"""What differs from run to run: heads, hashes and times of filing."""


def examples(text: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a document with what it is said to print."""
    for block in BLOCK.findall(text):
        for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, printed = example.partition("\n")
            while command.endswith("\\"):
                more, _, printed = printed.partition("\n")
                command = f"{command}\n{more}"
            yield command, printed


def run(command: str, folder: str) -> str:
    """Return what a command prints on standard output and standard error, in a folder."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    told = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        cwd=folder, text=True, capture_output=True, timeout=120, check=False,
        env={**os.environ, "PATH": path, "COLUMNS": "120"},
    )  # fmt: skip
    lines = (told.stdout + told.stderr).splitlines()
    return "".join(f"{line.rstrip()}\n" for line in lines)


def settled(text: str) -> str:
    """Return an output with what differs from run to run put aside."""
    return HEAD.sub("…", text).strip()


def refreshed(text: str) -> str:
    """Return a document with today's outputs."""
    with tempfile.TemporaryDirectory() as folder:

        def block(match: re.Match[str]) -> str:
            done = [f"$ {command}\n{run(command, folder)}" for command, _ in examples(match.group())]
            return f"```console\n{''.join(done)}```"

        return BLOCK.sub(block, text)


def main() -> None:
    """Write today's outputs into the documents named on the command line."""
    for name in sys.argv[1:]:
        path = Path(name)
        path.write_text(refreshed(path.read_text("utf-8")), "utf-8")
        print(f"{name}: written")


if __name__ == "__main__":
    main()
