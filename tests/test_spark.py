"""Tables of pages on a local Spark. Left out where pyspark or Java is missing: `pip install "medlint[spark]"`."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import TODAY, pack_text, rule_text
from test_integrations import RECORDS, archive

pytest.importorskip("pyspark", reason="pyspark is not installed (medlint[spark])")
if not (shutil.which("java") or "JAVA_HOME" in os.environ):
    pytest.skip("there is no Java to run Spark with", allow_module_level=True)

pytestmark = pytest.mark.filterwarnings("ignore")  # Spark's own

RISKY = "<html><body><h1>Ketamine</h1><p>Ketamine has <b>minimal</b> side effects.</p></body></html>"


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session = (
        builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1").getOrCreate()
    )
    yield session
    session.stop()


def test_a_table_of_pages_becomes_one_of_findings(spark: Any, tmp_path: Path) -> None:
    from medlint.integrations.spark import FINDINGS, lint_pages

    pack = tmp_path / "ours.yaml"
    pack.write_text(pack_text(rule_text('"zap"')), "utf-8")
    given = [
        ("https://a.example/1", RISKY.encode(), "text/html; charset=utf-8"),
        ("https://a.example/2", "Une cure naïve, zap.".encode("latin-1"), "text/plain; charset=latin-1"),
        ("https://a.example/3", None, "text/html"),
        ("https://a.example/4", b"%PDF-1.4 nonsense", "application/pdf"),
        (None, b"Hello.", "text/plain"),
    ]
    pages = spark.createDataFrame(given, "url string, content binary, media_type string").repartition(3)
    found = lint_pages(pages, packs=[pack], select=["minimal-side-effects", "mine"], today=TODAY)
    assert found.schema == spark.createDataFrame([], FINDINGS).schema
    rows = sorted(found.collect(), key=lambda row: row.url)
    assert [(r.url[-1:], r.status, r.rule, r.quote, r.column) for r in rows] == [
        ("", "clean", None, None, None),
        ("1", "finding", "minimal-side-effects", "minimal side effects", RISKY.index("minimal<") + 1),
        ("2", "finding", "zap", "zap", 17),
        ("3", "unreadable", None, None, None),
        ("4", "unreadable", None, None, None),
    ]
    assert rows[1].sources[0].url.startswith("https://")


def test_text_and_parquet(spark: Any, tmp_path: Path) -> None:
    from medlint.integrations.spark import lint_pages

    pages = spark.createDataFrame(
        [("https://a.example/1", RISKY, "text/html")], "url string, content string, media_type string"
    )
    pages.write.parquet(str(tmp_path / "pages"))
    rows = lint_pages(
        spark.read.parquet(str(tmp_path / "pages")), select=["minimal-side-effects"], today=TODAY
    ).collect()
    assert [row.quote for row in rows] == ["minimal side effects"]


def test_archives_are_read_where_they_are(spark: Any, tmp_path: Path) -> None:
    from medlint.integrations.spark import PAGES, lint_pages, pages_from_warc

    one, two, none = (tmp_path / name for name in ("one.warc.gz", "two.warc", "none.warc.gz"))
    one.write_bytes(archive(RECORDS))
    two.write_bytes(
        archive([("conversion", "https://b.example/", b"Ketamine has minimal side effects.", None)], compressed=False)
    )
    pages = pages_from_warc(spark, [one, two.as_uri(), none], most_bytes=500)
    assert pages.schema == spark.createDataFrame([], PAGES).schema
    rows = lint_pages(pages, select=["minimal-side-effects"], today=TODAY).collect()
    assert sorted((row.url.rpartition("/")[2], row.status) for row in rows) == [
        ("", "finding"), ("1", "clean"), ("2", "clean"), ("long", "unreadable"), ("none.warc.gz", "unreadable"),
        ("packed", "clean"), ("x.png", "unreadable"),
    ]  # fmt: skip
    assert "cannot be opened" in next(row.reason for row in rows if row.url.endswith("none.warc.gz"))


def test_mistakes_are_told_before_the_job_starts(spark: Any) -> None:
    from medlint.integrations.spark import lint_pages

    pages = spark.createDataFrame([], "url string, content binary, media_type string")
    with pytest.raises(ValueError, match="there is no rule, family or pack “zapp”"):
        lint_pages(pages, select=["zapp"])
