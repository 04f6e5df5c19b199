"""Writing files of the user: whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def inside(root: Path, path: str | Path) -> str | None:
    """A path as it is seen from a folder that it lies in, with slashes; None for one that lies elsewhere."""
    whole, top = Path(os.path.abspath(path)), Path(os.path.abspath(root))  # noqa: PTH100 - links are not followed
    return whole.relative_to(top).as_posix() if whole.is_relative_to(top) else None


def below(root: Path, path: str | Path) -> str:
    """A path as it is seen from `root`, with slashes; a path elsewhere stays as it is."""
    return inside(root, path) or str(path).replace("\\", "/")


def write_whole(path: Path, content: str | bytes | Iterable[str]) -> None:
    """Write a file so that at any moment the old or the new one is there.

    A text is written in UTF-8, its line ends as they stand, and may come in parts.

    A link is followed, the file's mode is kept. Raises OSError.
    """
    import tempfile

    path = path.resolve()
    mode = path.stat().st_mode & 0o7777 if path.exists() else None
    with tempfile.NamedTemporaryFile("wb", dir=path.parent, prefix=f".{path.name}.", delete=False) as out:
        try:
            parts = [content] if isinstance(content, (str, bytes)) else content
            out.writelines(part.encode() if isinstance(part, str) else part for part in parts)
            out.flush()
            os.fsync(out.fileno())
            if mode is not None:
                Path(out.name).chmod(mode)
            else:
                umask = os.umask(0)
                os.umask(umask)
                Path(out.name).chmod(0o666 & ~umask)
            out.close()
            Path(out.name).replace(path)
        except BaseException:
            out.close()
            Path(out.name).unlink(missing_ok=True)
            raise
