"""The build: a wheel brings its packs in their compiled form, so that its first run is as fast as any other.

An editable install has none, nor has a wheel that is built without PyYAML and regex: the packs are then compiled into
the user's cache by the first run.
"""

import os
import subprocess
import sys
from importlib.util import find_spec

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithPacks(build_py):
    """Copies the package, and compiles the packs with the code and the YAML that were copied."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        if missing := [name for name in ("yaml", "regex") if find_spec(name) is None]:
            self.warn(
                f"the packs are not compiled, as {' and '.join(missing)} cannot be imported; the first run does it"
            )
            return
        folder = os.path.abspath(self.build_lib)  # noqa: PTH100 - as setuptools gives it
        code = "from medlint.packs.compiled import compile_shipped; compile_shipped()"
        path = os.pathsep.join([folder, *filter(None, sys.path)])
        env = {**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
        subprocess.run([sys.executable, "-c", code], cwd=folder, env=env, check=True)


setup(cmdclass={"build_py": BuildWithPacks})
