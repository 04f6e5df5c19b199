"""medlint on Apache Spark: a table of pages in, a table of findings out. Needs `pip install "medlint[spark]"`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow.fs import FileSystem
from pyspark.sql import DataFrame, SparkSession

from medlint.clock import current_day
from medlint.integrations.rows import COLUMNS, SOURCES, Job, Row, WebPage, Worker, packed
from medlint.integrations.warc import MOST_BYTES
from medlint.integrations.warc import pages as warc_pages

FINDINGS = ", ".join(f"{name} {type_}" for name, type_ in COLUMNS.items())
"""The schema of the table of findings."""

PAGES = "url string, content binary, media_type string, problem string"
"""The schema of the table of pages."""

ROWS = 1000
PAGES_AT_ONCE = 100
BYTES_AT_ONCE = 16_000_000
_SOURCE = pa.struct([(name, pa.string()) for name in ("id", "title", "section", "url")])
_TYPES = {"string": pa.string(), "int": pa.int32(), "array<string>": pa.list_(pa.string()), SOURCES: pa.list_(_SOURCE)}
_FINDINGS = pa.schema([(name, _TYPES[type_]) for name, type_ in COLUMNS.items()])
_PAGES = pa.schema(
    [("url", pa.string()), ("content", pa.binary()), ("media_type", pa.string()), ("problem", pa.string())]
)


def lint_pages(
    df: DataFrame, *, jurisdictions: Iterable[str] = ("us",), packs: Iterable[str | Path] = (),
    select: Iterable[str] = (), ignore: Iterable[str] = (), treatment: str | None = None, today: date | None = None,
) -> DataFrame:  # fmt: skip
    """The findings on a table of pages.

    `df` has the columns url, content (binary, or string) and media_type (`text/html; charset=utf-8`; null: by the
    suffix of the url), and may have `problem`, as `pages_from_warc` gives. The result has the schema `FINDINGS`: a row
    for each finding (`status` is `finding`, or `suppressed` if a comment in the page lets it stand), and one for each
    page without any: `clean`, `not-health-copy`, `unreadable` or `failed`, with the `reason`; `incomplete` if a rule
    ran out of time. No page ends the job.

    Settings are as on the command line; `packs` are paths on this machine, whose content goes along with the job.
    Dates are judged as of `today` (default: this day). Raises ValueError for settings that cannot be used.
    """
    job = Job(
        today or current_day(), tuple(jurisdictions), tuple(packed(Path(pack)) for pack in packs), tuple(select),
        tuple(ignore), treatment,
    )  # fmt: skip
    job.linter()

    def run(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        pages = (page for batch in batches for page in _web_pages(batch))
        return _batches(_worker(job).rows(pages))

    names = ["url", "content", "media_type", *(name for name in df.columns if name == "problem")]
    return df.select(*names).mapInArrow(run, FINDINGS)


def pages_from_warc(spark: SparkSession, paths: Iterable[str | Path], most_bytes: int = MOST_BYTES) -> DataFrame:
    """The pages of WARC and WET files (`.gz` or not) as a table for `lint_pages`, of the schema `PAGES`.

    Each file is read by one task, so files should be many. Paths must be there on every worker; those with a scheme
    (`s3://`, `gs://`, `hdfs://`) are opened by Apache Arrow. A file that cannot be read is a row with its `problem`.
    """
    listed = [(str(path),) for path in paths]

    def run(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for path in batch.column("path").to_pylist():
                yield from _page_batches(_archive(path, most_bytes))

    return spark.createDataFrame(listed, "path string").repartition(max(1, len(listed))).mapInArrow(run, PAGES)


@cache
def _worker(job: Job) -> Worker:
    """One for each process of Python on an executor, which Spark uses again."""
    return Worker(job)


def _web_pages(batch: pa.RecordBatch) -> Iterator[WebPage]:
    for row in batch.to_pylist():
        yield WebPage(row["url"] or "", row["content"], row["media_type"], row.get("problem"))


def _batches(rows: Iterator[Row]) -> Iterator[pa.RecordBatch]:
    some: list[Row] = []
    for row in rows:
        some.append(row)
        if len(some) == ROWS:
            yield pa.RecordBatch.from_pylist(some, _FINDINGS)
            some = []
    yield pa.RecordBatch.from_pylist(some, _FINDINGS)


def _archive(path: str, most_bytes: int) -> Iterator[WebPage]:
    try:
        stream = _opened(path)
    except (OSError, ValueError) as error:
        yield WebPage(path, None, None, f"the archive cannot be opened: {error}")
        return
    with closing(stream):
        yield from warc_pages(stream, path, most_bytes)


def _opened(path: str) -> Any:
    if "://" not in path:
        return Path(path).open("rb")
    system, inner = FileSystem.from_uri(path)
    return system.open_input_stream(inner, compression=None)


def _page_batches(pages: Iterator[WebPage]) -> Iterator[pa.RecordBatch]:
    some: list[dict[str, Any]] = []
    size = 0
    for page in pages:
        some.append({"url": page.url, "content": page.content, "media_type": page.media_type, "problem": page.problem})
        size += len(page.content or b"")
        if len(some) == PAGES_AT_ONCE or size > BYTES_AT_ONCE:
            yield pa.RecordBatch.from_pylist(some, _PAGES)
            some, size = [], 0
    yield pa.RecordBatch.from_pylist(some, _PAGES)
