"""Configuration of the documentation."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

project = "rates-report"
extensions = ["sphinx.ext.autodoc"]
autodoc_member_order = "bysource"
exclude_patterns = ["_build"]
html_theme = "alabaster"
# The standard library's own pages are not read, so its names cannot be looked up.
nitpick_ignore_regex = [("py:.*", r"(collections\.abc|datetime|decimal)\..*")]
