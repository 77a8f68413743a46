"""Configuration of the documentation."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

project = "percentiles"
extensions = ["sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "alabaster"
nitpicky = True
# The standard library has its documentation elsewhere, and builds must not need the network.
nitpick_ignore = [("py:class", "collections.abc.Iterable"), ("py:class", "random.Random")]
