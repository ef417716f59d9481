"""Reads a table of notes as a spreadsheet does, and fails where a value did not survive."""

import csv
import sys

with open(sys.argv[1], "rb") as file:
    raw = file.read()
assert raw.startswith(b"\xef\xbb\xbf"), "no byte order mark"
assert raw.endswith(b"\r\n"), "rows do not end as RFC 4180 says"
rows = list(csv.reader(raw.decode("utf-8-sig").splitlines(keepends=True), strict=True))
assert len(rows) == 6 and len({len(row) for row in rows}) == 1, [len(row) for row in rows]
notes = [dict(zip(rows[0], row)) for row in rows[1:]]
first, third = notes[0], notes[2]
assert first["Tekst"] == 'Vóór **1 juli**;\n"zeker", ook in Curaçao.', first
assert first["Labels"] == "toezegging; termijn" and first["Door"] == "Zoë van Dijk", first
assert third["Passage"] == '"één" vraag', third
# What a spreadsheet would take for a formula is marked as text.
assert notes[3]["Tekst"] == "'=1+1 is geen formule.", notes[3]
print(f"{len(notes)} notes in {len(rows[0])} columns")
