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
        self._targets: dict[str, bool] = {}

    def add(self, target: str, names: list[str]) -> None:
        """Note an import of `names` from `target`."""
        if _OWN.match(target) and not _NO_TEXT.search(target):
            self._targets.setdefault(target, False)
            self.names.update(dict.fromkeys(names, target))

    def take(self, target: str) -> None:
        """Note an import that is used where it stands: `import("./x")`, `export * from "./x"`."""
        self.add(target, [])
        if target in self._targets:
            self._targets[target] = True

    def use(self, name: str) -> None:
        """Note that a name is used."""
        target = self.names.get(name)
        if target is not None:
            self._targets[target] = True

    @property
    def used(self) -> list[str]:
        """The targets that are used, as the source writes them."""
        return [target for target, is_used in self._targets.items() if is_used]
