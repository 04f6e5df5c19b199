"""Lint a web archive on Spark: makes a small one of invented pages, then tells what medlint finds in it.

pip install "medlint[spark]" and Java 17; then: python examples/spark/lint_archive.py
"""

from __future__ import annotations

import os
import sys
import tempfile
from io import BytesIO
from pathlib import Path

from pyspark.sql import SparkSession
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from medlint.integrations.spark import lint_pages, pages_from_warc

PAGES = {
    "https://north.example/ketamine": "<h1>Ketamine infusions</h1>\n<p>Ketamine is the gold standard for depression, "
    "with <b>minimal</b> side effects.</p>",
    "https://south.example/ketamine": "<h1>Ketamine infusions</h1>\n<p>Ketamine is FDA-approved only as an anesthetic; "
    "its use for depression is off-label. Nausea, dissociation and raised blood pressure are common.</p>",
    "https://west.example/recipes": "<h1>Bread</h1>\n<p>"
    + "Knead the dough, let it rise, and bake it until it is brown. " * 9
    + "</p>",
}


def write_archive(path: Path) -> None:
    """A WARC file such as a crawler writes: the pages and a picture."""
    answers = [
        (url, "text/html; charset=utf-8", f"<html><body>{html}</body></html>".encode()) for url, html in PAGES.items()
    ]
    answers.append(("https://north.example/room.jpg", "image/jpeg", b"\xff\xd8\xff"))
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=True)
        for url, media_type, content in answers:
            http = StatusAndHeaders("200 OK", [("Content-Type", media_type)], protocol="HTTP/1.1")
            writer.write_record(writer.create_warc_record(url, "response", BytesIO(content), http_headers=http))


def main() -> None:
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the Python that has medlint
    spark = SparkSession.builder.master("local[2]").appName("medlint").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "crawl.warc.gz"
        write_archive(archive)
        found = lint_pages(pages_from_warc(spark, [archive])).cache()
        print("Pages and findings by status")
        found.groupBy("status").count().orderBy("status").show(truncate=False)
        print("Findings")
        told = found.where("status = 'finding'").orderBy("url", "line", "column")
        told.select("url", "severity", "rule", "quote", "line", "column").show(truncate=False)
        print("What was not read")
        found.where("status = 'unreadable'").select("url", "reason").show(truncate=False)
    spark.stop()


if __name__ == "__main__":
    main()
