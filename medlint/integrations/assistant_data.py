"""What the tools for writing assistants answer: plain data with a schema that says what each part holds."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

NOTICE = (
    "medlint gives no legal advice. A clean report means only that no rule fired: neither that the copy is lawful nor "
    "that it is true."
)

Level = Annotated[str, Field(json_schema_extra={"enum": ["error", "warning", "suggestion"]})]
InsteadOf = Literal["words", "sentence", "nothing", "by hand"]
Line = Annotated[int, Field(description="from 1")]
Column = Annotated[int, Field(description="from 1, in Unicode code points")]


class SourceData(BaseModel):
    """A law, a guidance or a label that a rule rests on."""

    title: str
    section: str
    url: str
    verified: Annotated[str, Field(description="whether somebody has read it there: yes, partly or no")]
    as_of: Annotated[str, Field(description="the month in which it was looked at")]
    requires: Annotated[str, Field(description="what it asks for")] = ""


class Found(BaseModel):
    """One finding."""

    line: Line
    column: Column
    end_line: Line
    end_column: Annotated[int, Field(description="after the last character")]
    quote: Annotated[str, Field(description="the words as a reader of the page sees them")]
    sentence: str
    severity: Level
    family: str
    rule: Annotated[str, Field(description="to be asked about with explain_rule")]
    message: str
    why: str
    sources: list[SourceData]
    suggestions: Annotated[list[str], Field(description="what to write instead, or what to add")]
    about_the_page: Annotated[bool, Field(description="the page as a whole lacks something: add it, change no words")]
    context: Annotated[list[str], Field(description="draft, noindex, testimonial; empty for live copy of the clinic's")]
    key_path: Annotated[str | None, Field(description="where in structured data, as faq[2].answer")]
    fingerprint: str


class CheckedCopy(BaseModel):
    """What was found in a text, and what was not looked at."""

    summary: str
    findings: Annotated[list[Found], Field(description="in reading order; if some are left out, the most serious ones")]
    left_out: Annotated[int, Field(description="how many further findings there are")]
    let_stand: Annotated[int, Field(description="findings that a comment in the text lets stand, with a reason")]
    not_read: Annotated[list[str], Field(description="what was not read or not looked for, and why")]
    jurisdictions: Annotated[list[str], Field(description="whose rules were applied")]
    medlint: Annotated[str, Field(description="the version")]
    notice: str = NOTICE


class ExplainedRule(BaseModel):
    """All about a rule."""

    id: str
    pack: str
    family: str
    severity: Level
    in_use: Annotated[bool, Field(description="whether it runs with the settings of this project")]
    message: str
    why: str
    suggestions: list[str]
    sources: list[SourceData]
    flagged: Annotated[list[str], Field(description="examples of what it finds, the words in [brackets]")]
    passed: Annotated[list[str], Field(description="examples of what it lets pass")]
    notice: str = NOTICE


class Candidate(BaseModel):
    """One way to reword, tried."""

    write: Annotated[str, Field(description="the new words")]
    instead_of: Annotated[
        InsteadOf,
        Field(description="what it stands for: the quoted words, their sentence, nothing (it is added); else see how"),
    ]
    reads: Annotated[str, Field(description="the paragraph as it would read; empty for what is to be put in by hand")]
    clean: Annotated[bool, Field(description="with it the finding is gone and no other has come")]
    still_found: Annotated[list[str], Field(description="findings that come with it, or that it does not mend")]


class Reworded(BaseModel):
    """A finding and the ways to reword it."""

    found: Found
    candidates: Annotated[list[Candidate], Field(description="the clean ones first")]


class Rewordings(BaseModel):
    """Rewordings of what was found in a text."""

    summary: str
    rewordings: list[Reworded]
    left_out: Annotated[int, Field(description="findings for which nothing was worked out, as there are too many")]
    page: Annotated[str, Field(description="the text with the first clean candidate of each finding put in")]
    page_findings: Annotated[list[str], Field(description="what is still found in that text")]
    not_read: list[str]
    notice: str = NOTICE
