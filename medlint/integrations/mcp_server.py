"""The MCP server: the tools, resources and prompts through which writing assistants ask medlint."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, TypeVar

import anyio
from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ResourceError, ToolError, UnexpectedToolError
from mcp.types import CallToolResult, InputRequiredResult, ToolAnnotations
from pydantic import Field, ValidationError

from medlint import __version__
from medlint.integrations import assistant
from medlint.integrations.assistant import Checking, Project, RequestError
from medlint.integrations.assistant_data import NOTICE, CheckedCopy, ExplainedRule, Rewordings
from medlint.integrations.assistant_rewording import reworded
from medlint.packs.errors import did_you_mean

SECONDS = 60.0
"""How long an answer may take. What is longer on its way is given up; the text should come in parts."""

INSTRUCTIONS = f"""\
medlint finds claims in clinic marketing copy that a regulator, a medical board or a careful reader would object to.
Check what you write for a clinic with check_copy before you hand it over, and again after every change. Mend errors
and warnings by changing the claim, not by hiding it; suggest_rewording proposes words and has tried them. Do not invent
facts, studies, approvals or numbers to satisfy a rule: leave the claim out or ask. Where a finding seems wrong, say so
to the person you write for; only they may let it stand. {NOTICE}
"""

READ_ONLY = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)

Text = Annotated[str, Field(description=f"the copy, at most {assistant.MOST_CHARACTERS:,} characters")]
Format = Annotated[str | None, Field(description="markdown (default), html, text, tsx, json, yaml … or a file ending")]
Path = Annotated[
    str | None,
    Field(
        description="where in the project the text is to go, as content/uk/about.md; nothing is read or written there"
    ),
]
Treatment = Annotated[str | None, Field(description="what it is about where its words do not tell, as ketamine")]
Jurisdiction = Annotated[
    str | list[str] | None,
    Field(description="us, uk, au, ca, eu, google-ads; several in a list; default: the project's"),
]
Whole = Annotated[bool, Field(description="false for part of a page, which need not state risks, approval status …")]
RuleName = Annotated[str, Field(description="the id of a rule, as gold-standard")]

T = TypeVar("T")


class Server(MCPServer[Any]):
    """A server whose mistakes are told in one sentence that says how to ask instead."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        tools = {tool.name: tool for tool in await self.list_tools()}
        if name not in tools:
            raise ToolError(f"There is no tool “{name}”{did_you_mean(name, tools)}")
        known = tools[name].input_schema["properties"]
        for given in arguments:
            if given not in known:
                near = did_you_mean(given, known) or f"; it takes {', '.join(known)}"
                raise ToolError(f"{name} takes no “{given}”{near}")
        try:
            return await super().call_tool(name, arguments, context)
        except UnexpectedToolError:
            raise
        except ToolError as error:
            raise ToolError(_sentence(name, error)) from error.__cause__


def _sentence(name: str, error: ToolError) -> str:
    """What was wrong with a call, without the words that the library puts around it."""
    cause = error.__cause__
    if isinstance(cause, ValidationError):
        first = cause.errors()[0]
        what = "is missing" if first["type"] == "missing" else f"is not what it should be ({first['msg']})"
        return f"{name}: {first['loc'][0]} {what}"
    text = str(cause or error)
    return text[:1].upper() + text[1:]


def server(project: Project, seconds: float = SECONDS) -> MCPServer[Any]:
    """The server for a project; an answer may take so many seconds. `run` speaks on standard input and output."""
    made = Server(
        "medlint", title="medlint", version=__version__, instructions=INSTRUCTIONS, log_level="WARNING",
        description="Finds risky claims in clinic marketing copy, says why, and what to write instead.",
    )  # fmt: skip
    answered = _Answers(seconds).answered

    @made.tool(title="Check copy", annotations=READ_ONLY)
    async def check_copy(
        text: Text, format: Format = None, path: Path = None, treatment: Treatment = None,
        jurisdiction: Jurisdiction = None, whole_page: Whole = True,
    ) -> CheckedCopy:  # fmt: skip
        """Find the claims in clinic marketing copy that a regulator, a board or a careful reader would object to.

        Gives each finding with its place, why it is risky, the law or guidance behind it and what to write instead, and
        says what was not read.
        """
        given = partial(Checking, project, text, format, path, treatment, _several(jurisdiction), whole_page=whole_page)
        return await answered(lambda: assistant.check(given()))

    @made.tool(title="Explain a rule", annotations=READ_ONLY)
    async def explain_rule(rule: RuleName) -> ExplainedRule:
        """Tell all about a rule: what it finds and passes, why, who says so, what to write instead."""
        return await answered(lambda: assistant.explain(project, rule))

    @made.tool(title="Suggest rewordings", annotations=READ_ONLY)
    async def suggest_rewording(
        text: Text, rule: Annotated[str | None, Field(description="only for findings of this rule")] = None,
        format: Format = None, path: Path = None, treatment: Treatment = None,
        jurisdiction: Jurisdiction = None, whole_page: Whole = False,
    ) -> Rewordings:  # fmt: skip
        """Propose other words for what check_copy finds in a sentence or a page.

        Each is put in and checked again: one that raises findings of its own says so. Read them before you use them.
        They are true of clinics in general, perhaps not of this one.
        """
        given = partial(Checking, project, text, format, path, treatment, _several(jurisdiction), whole_page=whole_page)
        return await answered(lambda: reworded(given(), rule))

    @made.resource("medlint://rules", title="Rules in use", mime_type="text/markdown")
    async def rules() -> str:
        """The rules that run in this project, by family."""
        try:
            return await answered(lambda: assistant.rule_list(project))
        except ToolError as error:
            raise ResourceError(str(error)) from None

    @made.prompt(title="Review this copy")
    def review(text: Annotated[str, Field(description="the copy")]) -> str:
        """Check copy with medlint and propose a version that passes."""
        return (
            "Review the clinic marketing copy below. Check it with check_copy, go through the findings, the most "
            "serious first, and say of each in a sentence what is risky, why, and what you would write instead. Then "
            "give the whole text with your changes, checked again until no error or warning is left that can be mended "
            "without inventing facts. List what a person has to decide: claims that need proof, and findings that you "
            f"think are wrong. Say at the end: {NOTICE}\n\nThe copy:\n\n{text}"
        )

    return made


class _Answers:
    """Works answers out one after the other, beside the loop that talks to the assistant."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._one_at_a_time = threading.Lock()

    async def answered(self, work: Callable[[], T]) -> T:
        """What some work gives. Raises ToolError when it raises RequestError or takes too long."""
        try:
            with anyio.fail_after(self._seconds):
                return await anyio.to_thread.run_sync(self._in_turn, work, abandon_on_cancel=True)
        except RequestError as error:
            raise ToolError(str(error)) from None
        except TimeoutError:
            raise ToolError(
                f"That took more than {self._seconds:g} seconds and was given up; give the text in parts"
            ) from None

    def _in_turn(self, work: Callable[[], T]) -> T:
        """An answer whose asker has gone is not worked out."""
        if not self._one_at_a_time.acquire(timeout=self._seconds):
            raise TimeoutError
        try:
            return work()
        finally:
            self._one_at_a_time.release()


def _several(jurisdiction: str | list[str] | None) -> list[str]:
    """Jurisdictions as a list, however they were given."""
    if isinstance(jurisdiction, str):
        jurisdiction = jurisdiction.split(",")
    return [name.strip().lower() for name in jurisdiction or () if name.strip()]
