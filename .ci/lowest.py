"""Print the lowest version that each dependency of pyproject.toml allows, as constraints for pip."""

import re
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))["project"]
wanted = [*project["dependencies"], *project["optional-dependencies"]["pdf"], *project["optional-dependencies"]["archive"]]
for requirement in wanted:
    name, version = re.match(r"([\w-]+)(?:\[\w+\])?>=([\w.]+)", requirement).groups()
    print(f"{name}=={version}")
