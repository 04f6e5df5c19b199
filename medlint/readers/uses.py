"""Which files of its own project a page takes in: imported, and used in its markup or for its data."""

from __future__ import annotations

import re

_OWN = re.compile(
    r"\.{1,2}(?:/|$)|[~/#]|@/|\$lib/|src/"
    r"|@(?:app|assets|blocks|components|content|data|includes|layouts|lib|pages|partials|sections|shared|src|ui|views)/"
)
_NO_TEXT = re.compile(
    r"\.(?:avif|css|eot|gif|ico|jpe?g|less|mp4|otf|pdf|png|s[ac]ss|svg|ttf|webm|webp|woff2?)(?:\?.*)?$|[?&](?:url|raw|inline)$"
)


class Uses:
    """The imports of a page, in order, and which of them are used."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._taken: dict[str, bool] = {}
        self._used: set[str] = set()

    def add(self, target: str, names: list[str]) -> None:
        """Note an import of `names` from `target`."""
        if _OWN.match(target) and not _NO_TEXT.search(target):
            self._taken.setdefault(target, False)
            self.names.update(dict.fromkeys(names, target))

    def take(self, target: str) -> None:
        """Note an import that is used where it stands: `import("./x")`, `export * from "./x"`."""
        self.add(target, [])
        if target in self._taken:
            self._taken[target] = True

    def use(self, name: str) -> None:
        """Note that a name is used."""
        self._used.add(name)

    @property
    def used(self) -> list[str]:
        """The targets that are used, as the source writes them."""
        used = {self.names[name] for name in self._used if name in self.names}
        return [target for target, is_taken in self._taken.items() if is_taken or target in used]
