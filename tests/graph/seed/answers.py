"""What the tests of the seed article share: its names, and how rows of answers are looked up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

SEED = Path(__file__).parents[4] / "shared" / "seed" / "article.jsonl"
needs_seed = pytest.mark.skipif(
    not SEED.is_file(), reason="the seed article is not beside the checkout (../shared/seed)"
)

Row = dict[str, str]
Ask = Callable[..., list[Row]]
Find = Callable[[str], str]

ROCKETS = "missile or rocket attack, Al-Omar oil field, 2021-06-28"
KIRBY, MAROTTO = "John Kirby", "Wayne Marotto"
OUTLET = "السورية.نت"
MILITIAS = "Iran-backed militias"
# The two sentences that blame; each word of them as it stands in the article.
HINT = "ألمح المتحدث باسم وزارة الدفاع الأمريكية (البنتاغون)، جون كيربي، إلى إمكانية وقوف"
ASSUMPTION = "ونعمل على افتراض أن الصواريخ أطلقت من مليشيات مدعومة من إيران"


def has(rows: list[Row], **wanted: str) -> list[Row]:
    """The rows with these values; there must be some. A sentence need only contain the words."""
    found = [
        row
        for row in rows
        if all(
            value in row.get(name, "") if name == "sentence" else row.get(name) == value
            for name, value in wanted.items()
        )
    ]
    shown = "\n".join(map(str, rows))
    assert found, f"no row has {wanted}; there are:\n{shown}"
    return found
