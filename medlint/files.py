"""Writing files whole or not at all."""

from __future__ import annotations

import tempfile
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Write a text file; whoever reads it meanwhile sees the old one. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8") as out:
        temporary = Path(out.name)
        try:
            out.write(text)
        except OSError:
            temporary.unlink(missing_ok=True)
            raise
    temporary.chmod(path.stat().st_mode if path.exists() else 0o644)
    temporary.replace(path)
