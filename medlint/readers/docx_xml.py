"""The XML of Word: paragraphs with what a reader of the printed page sees."""

from __future__ import annotations

from dataclasses import dataclass, field

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main "
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships "
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing docPr"
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
# Deleted and moved text, what stands in for it, and the old look of changed text.
_LEFT_OUT = frozenset({"del", "moveFrom", "rPrChange", "pPrChange", "sdtPr", "instrText", "delText", "delInstrText"})
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_CHARACTERS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "ptab": " "}


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its text in pieces, each with the address that stands before it, and what its look tells."""

    in_cell: bool = False
    is_alt: bool = False
    style: str = ""
    level: int = 0
    is_item: bool = False
    pieces: list[tuple[str, str | None]] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(text for text, _ in self.pieces)


class Story:
    """Handlers for a parser of one part (the body, the notes, a footer); `targets` are the addresses of its links."""

    def __init__(self, targets: dict[str, str]) -> None:
        self.targets = targets
        self.paragraphs: list[Paragraph] = []
        self._open: list[Paragraph] = []
        self._skipped = 0  # how many elements are open within one that is left out
        self._cells = 0
        self._in_text = False
        self._hidden = False
        self._in_run = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.removeprefix(_W).removeprefix(_STRICT)
        value = attributes.get(_W + "val", attributes.get(_STRICT + "val", ""))
        if self._skipped:
            self._skipped += 1
        elif name in _LEFT_OUT or tag == _FALLBACK or self._separates(name, attributes):
            self._skipped = 1
        elif name == "p":
            self._open.append(Paragraph(in_cell=self._cells > 0))
            self.paragraphs.append(self._open[-1])
        elif name == "tc":
            self._cells += 1
        elif tag == _DRAWN:
            if attributes.get("descr"):
                self.paragraphs.append(Paragraph(is_alt=True, pieces=[(" ".join(attributes["descr"].split()), None)]))
        elif self._open:
            self._within(name, value, attributes, self._open[-1])

    def _within(self, name: str, value: str, attributes: dict[str, str], paragraph: Paragraph) -> None:
        if name == "t":
            self._in_text = True
        elif name == "r":
            self._in_run, self._hidden = True, False
        elif name == "vanish":
            self._hidden = self._in_run and value not in ("0", "false", "off")
        elif name in _CHARACTERS:
            # `tab` is a character in a run, and a tab stop in the look of a paragraph.
            if self._in_run and not self._hidden:
                paragraph.pieces.append((_CHARACTERS[name], None))
        elif name == "pStyle":
            paragraph.style = value
        elif name == "outlineLvl" and value.isdigit() and int(value) < 9:
            paragraph.level = int(value) + 1
        elif name == "numPr":
            paragraph.is_item = True
        elif name == "hyperlink":
            target = self.targets.get(attributes.get(_R + "id", ""))
            if target:
                paragraph.pieces.append(("", target))
        elif name in ("footnoteReference", "endnoteReference"):
            paragraph.pieces.append(("", f"#{name[:-9]}-{self._attribute(attributes, 'id')}"))

    def _separates(self, name: str, attributes: dict[str, str]) -> bool:
        return name in ("footnote", "endnote") and self._attribute(attributes, "type") in _SEPARATORS

    def _attribute(self, attributes: dict[str, str], name: str) -> str:
        return attributes.get(_W + name, attributes.get(_STRICT + name, ""))

    def end(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        name = tag.removeprefix(_W).removeprefix(_STRICT)
        if name == "t":
            self._in_text = False
        elif name == "r":
            self._in_run = False
        elif name == "p" and self._open:
            self._open.pop()
        elif name == "tc":
            self._cells -= 1

    def text(self, data: str) -> None:
        if self._in_text and self._open and not self._skipped and not self._hidden:
            self._open[-1].pieces.append((data.replace("\n", " ").replace("\r", " "), None))
