"""JSON of version 1, one object a line: for logs, and for programs that read a report as it comes."""

from __future__ import annotations

import json
from typing import Any

from medlint.reporters import Report, Style
from medlint.reporters.json_ import as_dict


def render(report: Report, style: Style) -> str:
    """A line for the run, one for each finding, suppressed finding and cleared claim, and the summary last."""
    data = as_dict(report)
    rows: list[dict[str, Any]] = [{"type": "run", **{key: data[key] for key in ("version", "tool", "packs")}}]
    for kind, key in (("finding", "findings"), ("suppressed", "suppressed"), ("cleared", "cleared")):
        rows += ({"type": kind, **row} for row in data[key])
    rows.append({"type": "summary", "files": data["files"], **data["summary"]})
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
