from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest
from py3langid import rank

from extract.error import ConflictKGError, InputError
from extract.reading import Metadata, read
from extract.reading.language import checked_languages, found_language, languages, stated_language
from extract.reading.unreadable import Unreadable

ROOT = Path(__file__).parents[3]
READ = {
    "Arabic article": ("ar", "أعلنت وزارة الدفاع مقتل ثلاثة من جنودها في هجوم شرق المدينة"),
    "Arabic flash": ("ar", "قصف"),
    "Arabic headline": ("ar", "عاجل: انفجار في كركوك"),
    "Arabic, Persian keyboard": ("ar", "وقال الجیش إن قواته قتلت ثلاثة مسلحین فی محیط کرکوک الیوم"),
    "Iraqi dialect": ("ar", "گال المواطن هواي ناس ماتوا بالقصف چان الوضع صعب"),
    "foreign name": ("ar", "ڤاغنر تنسحب من باخموت"),
    "presentation forms": ("ar", "ﺃﻋﻠﻦ ﺍﻟﺠﻴﺶ ﻣﻘﺘﻞ ﺟﻨﺪﻱ"),
    "Arabic with Latin names": ("ar", "أعلنت القيادة المركزية CENTCOM استهداف موقع عبر X"),
    "English article": (
        "en",
        "The army said on Tuesday that two soldiers were killed near Aleppo.",
    ),
    "English flash": ("en", "Mosul"),
    "English headline": ("en", "Anbar: 3 killed"),
    "names only": ("en", "Hezbollah, Hamas, IDF, IRGC"),
    "English with an Arabic name": ("en", "The town of القورية (al-Quriyah) was shelled on Monday"),
    "capitals": ("en", "THREE KILLED IN AIR STRIKE ON SANAA, MINISTRY SAYS"),
}
NOT_READ = {
    "Persian": "سه سرباز در حمله به پایگاه کشته شدند",
    "Urdu": "پاکستان کے وزیر اعظم نے کہا کہ حملے میں تین فوجی ہلاک ہوئے",
    "Pashto": "د افغانستان د ولسمشر ویاند وویل چې په برید کې درې تنه وژل شوي",
    "Kurdish": "ئاژانسی هەواڵ ڕایگەیاند کە لە هێرشەکەدا سێ کەس کوژران",
    "French": "Deux soldats ont été tués mardi dans une attaque près d'Alep, selon l'armée",
    "Turkish": "Bakanlık salı günü yaptığı açıklamada iki askerin öldüğünü söyledi",
    "German": "Bei dem Angriff am Dienstag wurden nach Angaben der Armee zwei Soldaten getötet",
    "Russian": "Министерство обороны сообщило о трёх погибших военных",
    "Hebrew": "צה״ל הודיע כי שלושה חיילים נהרגו בתקיפה",
    "Chinese": "国防部周二表示，三名士兵在袭击中丧生",
}


def test_the_examples_are_all_there() -> None:
    assert (len(READ), len(NOT_READ)) == (14, 10)


@pytest.mark.parametrize("name", READ)
def test_languages_that_are_read(name: str) -> None:
    lang, text = READ[name]
    assert found_language(text) == lang


@pytest.mark.parametrize("name", NOT_READ)
def test_languages_that_are_not_read_are_named(name: str) -> None:
    with pytest.raises(Unreadable, match=f"the text looks {name}, and only Arabic and English"):
        found_language(NOT_READ[name])


def test_persian_without_its_own_letters_but_for_the_keyboard() -> None:
    with pytest.raises(Unreadable, match="Persian"):
        found_language("وزیر دفاع عراق وارد تهران شد")


def test_letters_may_begin_late() -> None:
    assert found_language("\n" * 30_000 + READ["Arabic article"][1]) == "ar"


@pytest.mark.parametrize(
    ("tag", "lang"),
    [("ar", "ar"), ("ar-SY", "ar"), ("AR", "ar"), ("ar_IQ", "ar"), ("arb", "ar"), ("en", "en"),
     ("en-GB", "en"), ("eng", "en"), ("und", None)],
)  # fmt: skip
def test_stated_tags(tag: str, lang: str | None) -> None:
    assert stated_language(tag) == lang


@pytest.mark.parametrize("tag", ["fa", "fr-FR", "arc", "enm", "Arabic", "-"])
def test_stated_tags_that_are_not_read(tag: str) -> None:
    with pytest.raises(Unreadable, match=r"only Arabic \(ar\) and English \(en\)"):
        stated_language(tag)


def test_a_stated_language_is_trusted(document: Any) -> None:
    text = NOT_READ["Persian"]
    assert document("-", stdin=json.dumps({"text": text, "lang": "ar-IR"}).encode()).lang == "ar"
    assert document("-", stdin=json.dumps({"text": text}).encode(), lang="ar").lang == "ar"
    line = json.dumps({"text": text, "lang": "en"}).encode()
    assert document("-", stdin=line, lang="ar").lang == "en"


def test_the_default_language_must_be_one_that_is_read() -> None:
    with pytest.raises(InputError, match='--lang "fr"'):
        read(["-"], defaults=Metadata(lang="fr"))


def test_chinese_article_in_a_file(file: Any, refusal: Any) -> None:
    found = refusal(file("zh.txt", NOT_READ["Chinese"]))
    assert found.id == "zh"
    assert "looks Chinese" in found.reason


# Finds languages with room for so many bytes a temporary file.
FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))
from graph.command import main
sys.argv = ["conflictkg", "extract", *sys.argv[1:]]
main()
"""


def extract_without_room(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", FULL, *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="no limit of file sizes to set")
def test_a_full_temporary_folder_stops_the_run(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(f"{name} {READ['Arabic article'][1]}", encoding="utf-8")
    files = [str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]
    full = extract_without_room(tmp_path, *files)
    assert full.returncode == 2
    assert full.stdout == ""
    assert full.stderr.startswith(f"conflictkg: {tmp_path}: no room")
    assert full.stderr.count("\n") == 1
    assert "TMPDIR" in full.stderr
    stated = extract_without_room(tmp_path, *files, "--lang", "ar")
    assert (stated.returncode, len(stated.stdout.splitlines())) == (0, 2)


def test_no_temporary_folder_at_all_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_: object) -> object:
        raise FileNotFoundError(errno.ENOENT, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "gettempdir", nowhere)
    monkeypatch.setattr("py3langid.rank", nowhere)
    with pytest.raises(InputError, match=r"^folder for temporary files: .*No usable temporary"):
        found_language(READ["Arabic article"][1])


def test_the_table_has_codes_that_are_compared() -> None:
    known = {code for code, _ in rank("abc")}
    for names in languages().values():
        assert set(names) <= known


@pytest.mark.parametrize(
    ("data", "telling"),
    [
        (None, "must have the keys"),
        ({"arabic": {"ar": "Arabic"}, "latin": {"en": "English"}}, "must have the keys"),
        ({"arabic": {}, "latin": {"en": "English"}, "other": {"ru": "Russian"}}, "arabic: it must"),
        (
            {"arabic": {"ar": "Arabic"}, "latin": {False: "Norwegian"}, "other": {"ru": "R"}},
            "latin: False",
        ),
    ],
)
def test_a_wrong_table_is_refused(data: object, telling: str) -> None:
    with pytest.raises(ConflictKGError, match=telling):
        checked_languages(data)
