"""A page around a picture: it can be moved, searched, and asked what stands behind a line.

The page is one file that asks no network for anything; what it shows of the data is set as text,
never as markup.
"""

from __future__ import annotations

import json
from importlib import resources

from graph.picture.svg import Drawing
from graph.xml import escaped

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
_WORDS = {
    "en": {
        "find": "Find",
        "closer": "Zoom in",
        "farther": "Zoom out",
        "all": "Show all",
        "hint": "Drag to move, turn the wheel to zoom, click a node, a line or the legend. "
        "Enter shows what is found, Escape everything.",
    },
    "ar": {
        "find": "ابحث",
        "closer": "تكبير",
        "farther": "تصغير",
        "all": "عرض الكل",
        "hint": "اسحب للتحريك، ودوّر العجلة للتكبير، وانقر عقدة أو خطًا أو مفتاح الرسم. "
        "زر الإدخال يعرض ما وُجد، وزر الهروب يعرض الكل.",
    },
}


def page(drawing: Drawing) -> str:
    """The drawing as HTML with its own style and script."""
    folder = resources.files("graph") / "picture"
    style, script = (
        (folder / name).read_text(encoding="utf-8") for name in ("page.css", "page.js")
    )
    say = _WORDS[drawing.lang]
    way = "rtl" if drawing.lang == "ar" else "ltr"
    # No "<" stays: "</script" would end the element, "<!--" would change how it is read.
    told = json.dumps(drawing.details, ensure_ascii=False, sort_keys=True)
    details = told.replace("<", "\\u003c")
    return f"""<!doctype html>
<html lang="{drawing.lang}" dir="{way}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{escaped(drawing.title)}</title>
<style>
{style}</style>
</head>
<body>
<header><label>{say["find"]} <input id="find" type="search" autocomplete="off" dir="auto"></label>
<output id="count" for="find"></output>
<span><button id="closer" title="{say["closer"]}" aria-label="{say["closer"]}">+</button>
<button id="farther" title="{say["farther"]}" aria-label="{say["farther"]}">−</button>
<button id="all">{say["all"]}</button></span>
<span>{say["hint"]}</span></header>
<main id="stage">
{drawing.svg()}</main>
<aside id="told" hidden></aside>
<script type="application/json" id="details">{details}</script>
<script>
{script}</script>
</body>
</html>
"""
