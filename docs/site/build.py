"""Build the documentation site: python docs/site/build.py [FOLDER]

The site is then in FOLDER/html (default: build/docs/html). To look at it: python -m http.server -d build/docs/html
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from built import mistakes
from links import ROOT, LinkError
from stage import stage


def main(folder: Path) -> int:
    """Build the site into a folder. 1 when a page, a link or an asset is not as it should be."""
    try:
        config = stage(folder)
    except LinkError as error:
        print(error, file=sys.stderr)
        return 1
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file", str(config)]
    done = subprocess.run(command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=False)
    if done.returncode:
        return done.returncode
    wrong = list(mistakes(folder.resolve() / "html"))
    for line in wrong:
        print(line, file=sys.stderr)
    pages = sum(1 for _ in (folder / "html").rglob("index.html"))
    print(f"{pages} pages in {folder / 'html'}" if not wrong else f"{len(wrong)} mistakes")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "build" / "docs"))
