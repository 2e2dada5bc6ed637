"""What a run writes, to the byte, and that it reads back exactly."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casefacts.export import COLUMNS, ArticleRow, Writer, cell, defuse, read_facts, undefuse
from casefacts.gold import as_gold, read_gold
from casefacts.records import AnyRecord, Article, Charge, Evidence, Sentence, Verdict, identified

TEXT = "Ana Diaz was charged with burglary. She pleaded guilty, was jailed for two years and fined $20,000."
ARTICLE = Article(name="news/a.txt", text=TEXT, title="Burglar jailed", published="2024-07-12", sha256="ab12")
COMMON: dict[str, Any] = {"article": "news/a.txt", "defendant": "Ana Diaz"}


def said(words: str, text: str = TEXT) -> Evidence:
    start = text.index(words)
    return Evidence.of(Article(name="news/a.txt", text=text), start, start + len(words))


CHARGE: AnyRecord = Charge(
    **COMMON,
    offense="burglary",
    offense_code="220",
    counts=2,
    rule="c.1",
    evidence=said("was charged with burglary"),
)
VERDICT: AnyRecord = Verdict(
    **COMMON,
    outcome="convicted",
    method="guilty_plea",
    date="2024-07",
    rule="v.1",
    evidence=said("pleaded guilty"),
)
PRISON: AnyRecord = Sentence(
    **COMMON,
    kind="prison",
    status="imposed",
    duration="P2Y",
    rule="s.1",
    evidence=said("jailed for two years"),
)
FINE: AnyRecord = Sentence(
    **COMMON,
    kind="fine",
    status="imposed",
    amount=20000,
    currency="USD",
    rule="s.2",
    evidence=said("fined $20,000"),
)
CHARGE, VERDICT, PRISON, FINE = identified([CHARGE, VERDICT, PRISON, FINE], ARTICLE)
RECORDS: tuple[AnyRecord, ...] = (FINE, VERDICT, PRISON, CHARGE)


def write(folder: Path, *articles: tuple[ArticleRow, tuple[AnyRecord, ...]]) -> Path:
    with Writer(folder) as writer:
        for row, records in articles:
            writer.add(row, records)
    return folder


def sample(folder: Path, records: tuple[AnyRecord, ...] = RECORDS) -> Path:
    skipped = ArticleRow(article="news/b.pdf", status="skipped", reason="no text layer")
    return write(folder, (ArticleRow.of(ARTICLE, records), records), (skipped, ()))


def test_files_to_the_byte(tmp_path: Path) -> None:
    sample(tmp_path)
    expected = {
        "charges.csv": (
            "id,article,published,case,defendant,linked_by,offense,offense_code,counts,action,plea,"
            "date,court,judge,attributed_to,inferred,rule,evidence,context,start,end\n"
            f"{CHARGE.id},news/a.txt,2024-07-12,,Ana Diaz,name,burglary,220,2,charged,,"
            ",,,,,c.1,was charged with burglary,was charged with burglary,9,34\n"
        ),
        "verdicts.csv": (
            "id,article,published,case,defendant,linked_by,offense,offense_code,counts,outcome,method,prejudice,"
            "date,court,judge,attributed_to,inferred,rule,evidence,context,start,end\n"
            f"{VERDICT.id},news/a.txt,2024-07-12,,Ana Diaz,name,,,,convicted,guilty_plea,,"
            "2024-07,,,,,v.1,pleaded guilty,pleaded guilty,40,54\n"
        ),
        "sentences.csv": (
            "id,article,published,case,defendant,linked_by,offense,offense_code,kind,status,duration,min_duration,months,"
            "parole,amount,currency,date,court,judge,attributed_to,inferred,rule,evidence,context,start,end\n"
            f"{PRISON.id},news/a.txt,2024-07-12,,Ana Diaz,name,,,prison,imposed,P2Y,,24,,,,"
            ",,,,,s.1,jailed for two years,jailed for two years,60,80\n"
            f"{FINE.id},news/a.txt,2024-07-12,,Ana Diaz,name,,,fine,imposed,,,,,20000,USD,,,,,,"
            's.2,"fined $20,000","fined $20,000",85,98'
            "\n"
        ),
        "articles.csv": (
            "article,status,reason,warnings,title,published,published_from,words,charges,verdicts,sentences,sha256\n"
            "news/a.txt,facts,,,Burglar jailed,2024-07-12,,17,1,1,2,ab12\n"
            "news/b.pdf,skipped,no text layer,,,,,,,,,\n"
        ),
    }
    assert {path.name for path in tmp_path.iterdir()} == {*expected, "facts.jsonl"}
    for name, content in expected.items():
        assert (tmp_path / name).read_bytes().decode() == content


def test_facts_are_gold_files_with_the_keys_in_order(tmp_path: Path) -> None:
    sample(tmp_path)
    (line,) = (tmp_path / "facts.jsonl").read_bytes().decode().splitlines()
    facts = json.loads(line)
    assert list(facts) == ["article", "published", "records"]
    assert ",".join(facts["records"][0]) == (
        "id,type,case,defendant,linked_by,offense,offense_code,counts,action,plea,"
        "date,court,judge,attributed_to,inferred,rule,evidence,context,start,end,sources"
    )
    assert ",".join(facts["records"][3]) == (
        "id,type,case,defendant,linked_by,offense,offense_code,kind,status,duration,min_duration,parole,amount,currency,"
        "date,court,judge,attributed_to,inferred,rule,evidence,context,start,end,sources"
    )
    assert '"amount": 20000,' in line
    (read,) = read_gold(tmp_path / "facts.jsonl")
    assert (read.article, read.published) == ("news/a.txt", "2024-07-12")
    assert read.records == tuple(as_gold(record) for record in (CHARGE, VERDICT, PRISON, FINE))


def test_same_records_in_any_order_give_the_same_bytes(tmp_path: Path) -> None:
    twins = tuple(CHARGE.model_copy(update={"offense": offense}) for offense in ("arson", "theft", None))
    twins = tuple(identified((CHARGE, *twins), ARTICLE)[1:])
    one, other = (
        sample(tmp_path / "1", RECORDS + twins),
        sample(tmp_path / "2", (*twins[::-1], *RECORDS[::-1])),
    )
    for path in one.iterdir():
        assert path.read_bytes() == (other / path.name).read_bytes()


def test_an_article_without_records(tmp_path: Path) -> None:
    row = ArticleRow.of(ARTICLE, ())
    assert (row.status, row.words, row.charges, row.verdicts, row.sentences) == ("none", 17, 0, 0, 0)
    write(tmp_path, (row, ()))
    assert (tmp_path / "facts.jsonl").read_bytes() == b""
    assert [len(frame) for frame in read_facts(tmp_path).values()] == [0, 0, 0, 1]


def test_reads_back_typed(tmp_path: Path) -> None:
    facts = read_facts(sample(tmp_path))
    assert {name: tuple(frame.columns) for name, frame in facts.items()} == COLUMNS
    charges, sentences, articles = facts["charges"], facts["sentences"], facts["articles"]
    types = {name: str(charges.dtypes[name]) for name in ("counts", "start", "defendant", "offense_code", "date")}
    assert types == {"counts": "Int64", "start": "Int64"} | dict.fromkeys(
        ("defendant", "offense_code", "date"), "string"
    )
    assert charges["offense_code"][0] == "220"
    assert pd.isna(charges["plea"][0])
    assert sentences["amount"].tolist() == [pd.NA, 20000.0]
    assert sentences["months"].tolist() == [24.0, pd.NA]
    assert articles["words"].tolist() == [17, pd.NA]
    assert articles["reason"].tolist() == [pd.NA, "no text layer"]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (0, "0"),
        (20000.0, "20000"),
        (2.5, "2.5"),
        (1e-7, "1e-07"),
        (1e17, "100000000000000000"),
        ("NA", "NA"),
        ("two\ud800\x00", "two\ufffd\ufffd"),
    ],
)
def test_cell(value: Any, written: str) -> None:
    assert cell(value) == written


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n", "  =1", "\u00a0=1", "\ufeff=1", '"=1', "'=1",
        "''=1", "“=1", "＝1", "＋1", "－1", "＠A1", " ' =1",
    ],
)  # fmt: skip
def test_formulas_are_defused(text: str) -> None:
    assert defuse(text) == f"'{text}"
    assert undefuse(defuse(text)) == text


@pytest.mark.parametrize("text", ["Ana Diaz", "'Tiny' Pell", "'", "1-2", "a=b", "– dash", "", " x"])
def test_other_texts_are_left_alone(text: str) -> None:
    assert defuse(text) == text
    assert undefuse(text) == text


def test_a_failed_run_leaves_the_old_files_and_no_parts(tmp_path: Path) -> None:
    sample(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(RuntimeError, match="power cut"), Writer(tmp_path) as writer:
        writer.add(ArticleRow(article="c.txt", status="none"))
        raise RuntimeError("power cut")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_records_are_streamed_into_hidden_parts(tmp_path: Path) -> None:
    with Writer(tmp_path / "deep" / "out") as writer:
        writer.add(ArticleRow.of(ARTICLE, RECORDS), RECORDS)
        assert {path.suffix for path in (tmp_path / "deep" / "out").iterdir()} == {".part"}


def test_refuses_records_of_another_article(tmp_path: Path) -> None:
    message = r"records of news/a\.txt handed in with b\.txt"
    with pytest.raises(ValueError, match=message), Writer(tmp_path) as writer:
        writer.add(ArticleRow(article="b.txt", status="facts"), [CHARGE])


def test_what_no_file_can_hold_is_replaced(tmp_path: Path) -> None:
    odd = ArticleRow(article="odd\udce9name.txt", status="failed", reason='say "no"')
    record = CHARGE.model_copy(update={"defendant": "Ana\x00Diaz"})
    facts = read_facts(write(tmp_path, (ArticleRow.of(ARTICLE, [record]), (record,)), (odd, ())))
    articles = facts["articles"]
    assert (articles["article"][1], articles["reason"][1]) == ("odd\ufffdname.txt", 'say "no"')
    assert facts["charges"]["defendant"].tolist() == ["Ana\ufffdDiaz"]
    assert read_gold(tmp_path / "facts.jsonl")[0].records[0].defendant == "Ana\ufffdDiaz"


WRAPPED = "Ana\n  Diaz was\u2028charged with burglary"


@pytest.mark.parametrize("bom", [False, True])
def test_no_cell_has_a_line_break_and_the_loader_gives_the_text_as_it_stands(tmp_path: Path, bom: bool) -> None:
    record = CHARGE.model_copy(update={"court": "Kelso\r\nCrown Court", "evidence": said(WRAPPED, WRAPPED)})
    with Writer(tmp_path, bom) as writer:
        writer.add(ArticleRow(article="news/a.txt", status="facts", title="Baker\n\tjailed"), [record])
    for name in COLUMNS:
        assert (tmp_path / f"{name}.csv").read_bytes().startswith(b"\xef\xbb\xbf") == bom
    text = (tmp_path / "charges.csv").read_text(encoding="utf-8-sig")
    assert "Ana Diaz was charged with burglary" in text
    assert "Kelso Crown Court" in text
    assert len(text.splitlines()) == 2
    assert "Baker jailed" in (tmp_path / "articles.csv").read_text(encoding="utf-8")
    [row] = read_facts(tmp_path)["charges"].to_dict("records")
    assert (row["evidence"], row["court"]) == (WRAPPED, "Kelso\r\nCrown Court")
    (tmp_path / "facts.jsonl").unlink()
    assert list(read_facts(tmp_path)["charges"]["evidence"]) == ["Ana Diaz was charged with burglary"]


def test_ids_hold_when_another_field_is_filled_or_mended() -> None:
    mended = [
        CHARGE.model_copy(update={"offense": "aggravated burglary", "counts": None, "judge": "Ida Crane"}),
        VERDICT.model_copy(update={"offense": "burglary", "method": None, "rule": "v.2"}),
        PRISON.model_copy(update={"duration": "P3Y", "date": "2024"}),
        FINE.model_copy(update={"amount": 200.0, "article": "elsewhere/b.txt"}),
    ]
    elsewhere = ARTICLE.model_copy(update={"name": "elsewhere/b.txt", "published": None})
    assert identified(mended, elsewhere) == [
        one.model_copy(update={"id": other.id})
        for one, other in zip(mended, (CHARGE, VERDICT, PRISON, FINE), strict=True)
    ]


@pytest.mark.parametrize(
    "other",
    [
        VERDICT.model_copy(update={"defendant": "Leo Marsh"}),
        VERDICT.model_copy(update={"outcome": "acquitted"}),
        VERDICT.model_copy(update={"evidence": said("guilty")}),
    ],
    ids=["defendant", "outcome", "place"],
)
def test_other_facts_have_other_ids(other: AnyRecord) -> None:
    assert identified([other], ARTICLE)[0].id != VERDICT.id
    assert identified([VERDICT], ARTICLE.model_copy(update={"text": "x"}))[0].id != VERDICT.id


def test_ids_tell_equal_facts_apart_and_are_no_numbers() -> None:
    twins = identified([CHARGE, CHARGE.model_copy(update={"offense": "arson"}), VERDICT, PRISON], ARTICLE)
    assert [record.id[0] for record in twins] == ["c", "c", "v", "s"]
    assert twins[0].id == CHARGE.id != twins[1].id
    assert len({record.id for record in twins}) == 4


def test_missing_table(tmp_path: Path) -> None:
    (sample(tmp_path) / "verdicts.csv").unlink()
    with pytest.raises(FileNotFoundError, match="verdicts"):
        read_facts(tmp_path)


# Any text at all, and more often than chance what is awkward in CSV and in spreadsheets
_AWKWARD = "=+-@'\"“,;\t\r\n \u00a0\ufeff\u2028＝a1"
_texts = st.text(st.sampled_from(_AWKWARD), min_size=1) | st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(st.lists(st.tuples(_texts, _texts, _texts, st.floats(0, 1e12)), min_size=1, max_size=4))
def test_round_trip(tmp_path: Path, rows: list[tuple[str, str, str, float]]) -> None:
    made = [
        FINE.model_copy(update={"defendant": name, "judge": judge, "amount": amount, "evidence": said(words, words)})
        for name, judge, words, amount in rows
    ]
    records = tuple(identified(made, ARTICLE))
    sentences = read_facts(sample(tmp_path, records))["sentences"]
    columns = ["defendant", "judge", "evidence", "amount"]
    read = sorted(sentences[columns].itertuples(index=False, name=None))
    assert read == sorted((name, judge, words, amount) for name, judge, words, amount in rows)
    with (tmp_path / "sentences.csv").open(encoding="utf-8", newline="") as file:
        lines = file.read().splitlines()
    assert [len(line) for line in csv.reader(lines)] == [len(COLUMNS["sentences"])] * (len(rows) + 1)
    (facts,) = read_gold(tmp_path / "facts.jsonl")
    assert sorted(record.defendant for record in facts.records) == sorted(row[0] for row in rows)


@given(st.text(st.sampled_from(_AWKWARD)) | st.text())
def test_defusing_is_reversible(text: str) -> None:
    assert undefuse(defuse(text)) == text
    assert defuse(text).lstrip(" \t\r\n\"'“”‘’\u00a0\ufeff")[:1] not in set("=+-@＝＋－＠") or defuse(text)[0] == "'"
