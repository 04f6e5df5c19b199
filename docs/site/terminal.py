"""Pictures of a terminal, as SVG: what a command really prints, in its colours."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from html import escape

from links import ROOT

WIDTH = 100
"""Columns of the terminal."""

_SGR = re.compile(r"\x1b\[([\d;]*)m")
_COLORS = {31: "#ff8f7a", 32: "#8fd39a", 33: "#f0c674", 34: "#8ab4f8", 35: "#d7a6f5", 36: "#86c5d3"}
_TEXT, _DIM, _GROUND = "#e6ebee", "#94a5ad", "#12262c"
_SIZE, _ACROSS, _DOWN, _MARGIN = 14, 8.43, 20, 16


def printed(command: Sequence[str]) -> str:
    """What `medlint` with these arguments prints on a terminal of `WIDTH` columns, escape sequences and all."""
    import pty

    ours, theirs = pty.openpty()
    unset = ("NO_COLOR", "FORCE_COLOR", "CI", "GITHUB_ACTIONS")
    env = {name: value for name, value in os.environ.items() if name not in unset}
    env |= {"COLUMNS": str(WIDTH), "TERM": "xterm-256color"}
    with subprocess.Popen(
        [sys.executable, "-m", "medlint", *command], stdout=theirs, stderr=subprocess.DEVNULL, env=env, cwd=ROOT
    ):
        os.close(theirs)
        text = b""
        while piece := _piece(ours):
            text += piece
    os.close(ours)
    return text.decode().replace("\r\n", "\n")


def _piece(ours: int) -> bytes:
    try:
        return os.read(ours, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


def picture(command: str, text: str) -> str:
    """An SVG of a terminal in which `command` was typed and `text` printed."""
    rows = [f"$ {command}", *text.rstrip("\n").split("\n")]
    columns = max(WIDTH, *(len(_SGR.sub("", row)) for row in rows))
    wide = round(columns * _ACROSS + 2 * _MARGIN)
    high = len(rows) * _DOWN + 2 * _MARGIN
    label = escape(f"A terminal in which “{command}” was typed")
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
        f'role="img" aria-label="{label}">',
        f'<rect width="{wide}" height="{high}" rx="8" fill="{_GROUND}"/>',
        f"<g font-family=\"ui-monospace, 'Cascadia Mono', 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', "
        f'monospace" font-size="{_SIZE}" fill="{_TEXT}" style="white-space: pre">',
    ]
    style: tuple[int, ...] = ()
    for number, row in enumerate(rows):
        y = _MARGIN + number * _DOWN + _SIZE
        parts = list(_parts(row, style))
        style = parts[-1][2]
        for column, part, codes in parts:
            if words := part.strip():
                x = round(_MARGIN + (column + len(part) - len(part.lstrip())) * _ACROSS, 2)
                # The width holds whichever of the fonts there is.
                length = round(len(words) * _ACROSS, 2)
                attributes = f'x="{x}" y="{y}" textLength="{length}" lengthAdjust="spacingAndGlyphs"{_look(codes)}'
                lines.append(f"<text {attributes}>{escape(words, quote=False)}</text>")
    return "\n".join([*lines, "</g>", "</svg>", ""])


def _parts(row: str, style: tuple[int, ...]) -> Iterator[tuple[int, str, tuple[int, ...]]]:
    """The parts of a row that look alike: column from 0, text, codes. The last tells how the next row begins."""
    column, at = 0, 0
    for m in _SGR.finditer(row):
        yield column, row[at : m.start()], style
        column += m.start() - at
        at = m.end()
        codes = tuple(int(code or 0) for code in m[1].split(";"))
        style = () if 0 in codes else style + codes
    yield column, row[at:], style


def _look(style: tuple[int, ...]) -> str:
    color = next((_COLORS[code] for code in reversed(style) if code in _COLORS), _DIM if 2 in style else "")
    return (
        (f' fill="{color}"' if color else "")
        + (' font-weight="bold"' if 1 in style else "")
        + (' text-decoration="underline"' if 4 in style else "")
    )
