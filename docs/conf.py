"""How the documentation is built: first the reference pages are read off the code, then everything is checked."""

from __future__ import annotations

import sys
from importlib.metadata import version as installed_version
from pathlib import Path

from sphinx.application import Sphinx

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from _generate.links import follow, join_errors, keep_sentences  # noqa: E402
from _generate.pages import PAGES, write_all  # noqa: E402 - found through the line above

write_all(HERE / "reference" / "generated")

project = "smir"
author = "The smir founders"
copyright = "2026, the smir founders"
release = installed_version("smir")
version = ".".join(release.split(".")[:2])
language = "en"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "sphinx_autodoc_typehints",
]
# The generated pages are included by the pages of their names; those of the interface stand for themselves.
exclude_patterns = ["_build", "_generate", *(f"reference/generated/{name}" for name, _ in PAGES)]

myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline"]
myst_heading_anchors = 3
suppress_warnings = [
    # Names that are imported for type checkers only, so that importing a room stays cheap:
    "sphinx_autodoc_typehints.forward_reference",
]

autodoc_member_order = "bysource"
autodoc_typehints = "none"  # sphinx-autodoc-typehints writes them
autodoc_class_signature = "mixed"
always_use_bars_union = True
typehints_defaults = "comma"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_custom_sections = ["Source"]

# A reference that leads nowhere is an error. These lead to things that have no page of their own:
nitpick_ignore_regex = [
    (
        r"py:.*",
        r"(mappingproxy|typing|types|collections|datetime|decimal|enum|pathlib|abc|attrs?|pendulum|importlib|os|functools)(\..*)?",
    ),
    (r"py:.*", r"(str|int|bool|bytes|float|object|type|tuple|None|\w*(Exception|Error))"),
    (r"py:.*", r"(smir\.)?(.*\.)?_?[A-Z](_co)?"),  # type variables
    (r"py:data", r"Ellipsis"),
    (r"py:(attr|meth)", r"[a-z_]+"),  # an argument of the class, or what it inherits
]

html_theme = "furo"
html_title = f"smir {release}"
html_static_path = ["_static"]
html_css_files = ["wide.css"]
html_copy_source = False
html_show_sphinx = False


def setup(app: Sphinx) -> None:
    """Lead references to the room that names a thing in public."""
    app.connect("missing-reference", follow)
    app.connect("autodoc-process-docstring", keep_sentences, priority=400)  # before Napoleon
    app.connect("autodoc-process-docstring", join_errors, priority=400)
