"""The stacks: where a record is kept. The only room that speaks SQL.

`stacks.memory` and `stacks.sqlite` implement the same ports and pass the same suite. Import the module you need: SQLite
brings SQLAlchemy with it, which takes about a second to import.
"""
