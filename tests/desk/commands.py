"""What tests of the command line need: a command run against a record."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from muniment.desk.cli import cli


def run(record: Path, *arguments: str) -> str:
    """What a command prints of a record on standard output; it has to succeed."""
    result = CliRunner().invoke(cli, [*arguments, "--record", str(record)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout
