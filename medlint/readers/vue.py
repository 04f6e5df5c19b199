"""Vue single-file components: template with `{{ … }}`, script, messages in `<i18n>`."""

from __future__ import annotations

from medlint.document import Document
from medlint.readers.single_file import Template


def read(path: str, source: str) -> Document:
    """The document of a component."""
    template = Template(source, "vue")
    template.run(0, len(source))
    return template.document(path)
