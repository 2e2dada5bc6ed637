"""A batch: every input accounted for, nothing stops it, the same input gives the same bytes."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from casefacts import read_facts
from casefacts.error_page import error_page
from casefacts.export import FILES
from casefacts.extractor import Extractor
from casefacts.gold import GoldArticle, read_gold
from casefacts.inputs import STDIN
from casefacts.partial_date import PartialDate
from casefacts.read import Unreadable, read_file
from casefacts.records import AnyRecord, Article
from casefacts.report import write_reports
from casefacts.run import Options, Summary, predict, run, settings

ROOT = Path(__file__).parents[1]
PLEA = "Ana Diaz pleaded guilty to burglary on Thursday."
QUIET = "The council met and talked about dogs."


class Fragile(Extractor):
    """Fails on every article that says so."""

    def __init__(self, extractor: Extractor) -> None:
        super().__init__(nlp=extractor.nlp)

    def records(self, article: Article) -> list[AnyRecord]:
        if "explode" in article.text:
            raise RuntimeError("first line\nsecond line")
        return super().records(article)


def folder_of(path: Path, **texts: str) -> Path:
    """A folder with one .txt file for each text."""
    path.mkdir()
    for name, text in texts.items():
        (path / f"{name}.txt").write_text(text, encoding="utf-8")
    return path


def statuses(out: Path) -> dict[str, str]:
    frame = read_facts(out)["articles"]
    return dict(zip(frame["article"], frame["status"], strict=True))


def reason(out: Path, article: str) -> str:
    frame = read_facts(out)["articles"].set_index("article")
    return str(frame.loc[article, "reason"])


def bytes_of(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.iterdir()}


@pytest.fixture(scope="module")
def samples(extractor: Extractor, tmp_path_factory: pytest.TempPathFactory) -> tuple[Summary, Path]:
    """One run over the sample articles."""
    out = tmp_path_factory.mktemp("samples") / "out"
    return run([ROOT / "articles"], out, extractor=extractor), out


def test_every_sample_article_is_accounted_for(samples: tuple[Summary, Path], articles: Path) -> None:
    summary, out = samples
    facts = read_facts(out)
    assert sorted(path.name for path in out.iterdir()) == sorted(FILES)
    assert list(facts["articles"]["article"]) == sorted(path.name for path in articles.iterdir())
    assert summary.articles.total() == len(facts["articles"])
    assert dict(summary.articles) == dict(facts["articles"]["status"].value_counts())
    assert summary.articles["failed"] == 0
    assert statuses(out)["gold.jsonl"] == "skipped"
    for table, kind in (("charges", "charge"), ("verdicts", "verdict"), ("sentences", "sentence")):
        assert summary.records[kind] == len(facts[table]) == facts["articles"][table].sum() > 5


def test_every_offset_points_to_its_evidence(samples: tuple[Summary, Path], articles: Path) -> None:
    _, out = samples
    for line in (out / "facts.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        text = read_file(articles / article["article"], article["article"]).text
        assert [text[fact["start"] : fact["end"]] for fact in article["records"]] == [
            fact["evidence"] for fact in article["records"]
        ]


def test_the_same_input_gives_the_same_bytes(extractor: Extractor, tmp_path: Path) -> None:
    """Also when the output lies within the input folder, and over an earlier run."""
    folder = folder_of(tmp_path / "in", a=PLEA, b=QUIET)
    run([folder], folder / "out", extractor=extractor)
    first = bytes_of(folder / "out")
    run([folder], folder / "out", extractor=extractor)
    run([folder / "b.txt", folder / "a.txt"], tmp_path / "elsewhere", extractor=extractor)
    assert bytes_of(folder / "out") == first == bytes_of(tmp_path / "elsewhere")


def test_its_own_pages_and_folders_are_no_articles(extractor: Extractor, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "in", a=PLEA, b=QUIET)
    run([folder], folder / "earlier", extractor=extractor)
    gold = read_gold(folder / "earlier" / "facts.jsonl")
    write_reports(folder / "earlier")
    (folder / "errors.html").write_text(error_page(gold, {}, {"a.txt": PLEA}, {}), encoding="utf-8")
    (folder / "copy.html").write_bytes((folder / "earlier" / "report.html").read_bytes())
    run([folder], folder / "out", extractor=extractor)
    first = bytes_of(folder / "out")
    assert statuses(folder / "out") == {
        "a.txt": "facts",
        "b.txt": "none",
        "copy.html": "skipped",
        "errors.html": "skipped",
    }
    run([folder], folder / "out", extractor=extractor)
    assert bytes_of(folder / "out") == first


def test_an_output_file_named_as_input_is_not_left_out(extractor: Extractor, tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text("article\n", encoding="utf-8")
    run([tmp_path / "articles.csv"], tmp_path, extractor=extractor)
    assert statuses(tmp_path) == {"articles.csv": "skipped"}


def test_one_bad_article_does_not_stop_the_others(extractor: Extractor, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "in", a=PLEA, b="explode", c=PLEA, d=" ")
    (folder / "e.txt").write_bytes(b"\x00\x01")
    summary = run([folder, tmp_path / "gone.txt"], tmp_path / "out", extractor=Fragile(extractor))
    assert statuses(tmp_path / "out") == {
        "a.txt": "facts",
        "b.txt": "failed",
        "c.txt": "facts",
        "d.txt": "skipped",
        "e.txt": "failed",
        "gone.txt": "failed",
    }
    assert (summary.read, summary.articles["failed"]) == (2, 3)
    assert "RuntimeError: first line second line" in reason(tmp_path / "out", "b.txt")
    assert reason(tmp_path / "out", "gone.txt") == "no such file: check the path"
    failed = read_facts(tmp_path / "out")["articles"].set_index("article").loc["b.txt"]
    assert failed[["charges", "verdicts", "sentences"]].isna().all()
    assert failed["words"] == 1


def test_a_reader_that_breaks_fails_one_article(
    extractor: Extractor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(data: bytes, name: str, published: PartialDate | None = None) -> Article:
        raise KeyError(Path(name).stem)

    folder = folder_of(tmp_path / "in", a=PLEA)
    monkeypatch.setattr("casefacts.inputs.read_bytes", broken)
    run([folder], tmp_path / "out", extractor=extractor)
    assert "KeyError: 'a'" in reason(tmp_path / "out", "a.txt")


def test_articles_of_one_name_stay_apart(extractor: Extractor, tmp_path: Path) -> None:
    first, second = folder_of(tmp_path / "one", a=PLEA), folder_of(tmp_path / "two", a=QUIET)
    (first / "stdin").write_text("x", encoding="utf-8")
    run([second, first, STDIN], tmp_path / "out", extractor=extractor, stdin=io.BytesIO(PLEA.encode()))
    assert statuses(tmp_path / "out") == {
        "one/a.txt": "facts",
        "one/stdin": "none",
        "stdin": "facts",
        "two/a.txt": "none",
    }
    run([first, STDIN], tmp_path / "out", extractor=extractor, stdin=io.BytesIO(QUIET.encode()))
    assert sorted(statuses(tmp_path / "out").values()) == ["facts", "none", "none"]
    assert set(statuses(tmp_path / "out")) == {"a.txt", "stdin", "stdin (2)"}


def test_the_date_option_reaches_every_article(extractor: Extractor, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "in", a=PLEA)
    summary = run(
        [folder, STDIN],
        tmp_path / "out",
        Options(published=PartialDate.parse("2024-07-12")),
        extractor=extractor,
        stdin=io.BytesIO(PLEA.encode()),
    )
    facts = read_facts(tmp_path / "out")
    assert list(facts["verdicts"]["date"]) == ["2024-07-11", "2024-07-11"]
    assert list(facts["articles"]["published_from"]) == ["option", "option"]
    assert summary.undated == 0
    assert run([folder], tmp_path / "out", extractor=extractor).undated == 1


def test_only_the_ways_asked_for(extractor: Extractor, tmp_path: Path) -> None:
    """`id` and all else of what is kept stay; what was kept by other ways is done again."""
    text = "Ana Diaz pleaded guilty to burglary on Thursday. She was jailed for two years."
    folder = folder_of(tmp_path / "in", a=text)
    run([folder], tmp_path / "all", extractor=extractor)
    named = run([folder], tmp_path / "out", Options(links=("name",)), extractor=extractor)
    kept = read_facts(tmp_path / "out")
    assert (len(kept["verdicts"]), len(kept["sentences"])) == (1, 0)
    assert list(kept["verdicts"]["id"]) == list(read_facts(tmp_path / "all")["verdicts"]["id"])
    assert named.records == {"charge": 0, "verdict": 1, "sentence": 0}
    assert run([folder], tmp_path / "out", Options(links=("name", "pronoun")), extractor=extractor).kept == 0
    assert len(read_facts(tmp_path / "out")["sentences"]) == 1


def test_progress_counts_up_to_the_total(extractor: Extractor, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    folder = folder_of(tmp_path / "in", a=QUIET, b=QUIET)
    run(
        [folder],
        tmp_path / "out",
        extractor=extractor,
        progress=lambda done, total, summary: seen.append((done, total)),
    )
    assert seen == [(1, 2), (2, 2)]


def test_no_file_at_all_leaves_earlier_output_alone(extractor: Extractor, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(Unreadable, match="no files"):
        run([tmp_path / "empty"], tmp_path / "out", extractor=extractor)
    assert not (tmp_path / "out").exists()


def test_output_that_cannot_be_written_is_no_article_s_fault(extractor: Extractor, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "in", a=PLEA)
    with pytest.raises(OSError):
        run([folder], folder / "a.txt", extractor=extractor)


def test_a_summary_counts_what_was_read() -> None:
    assert (Summary().read, Summary().articles.total()) == (0, 0)


def test_predictions_for_a_gold_set(extractor: Extractor, articles: Path) -> None:
    gold = [line for line in read_gold(articles / "gold.jsonl") if line.article.startswith("da-fuel")]
    [(name, records, _)] = predict(extractor, gold, articles)
    assert (name, name) == (gold[0].article, records[0].article)
    with pytest.raises(Unreadable, match="nowhere"):
        list(predict(extractor, [GoldArticle(article="nowhere.txt", records=())], articles))


def test_predictions_use_the_date_of_the_gold(extractor: Extractor, tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "in", a=PLEA)
    gold = [GoldArticle(article="a.txt", published="2019-03-14", records=())]
    [(_, records, _)] = predict(extractor, gold, folder)
    assert [record.date for record in records] == ["2019-03-14"]


def test_rules_of_ones_own_are_settings(tmp_path: Path) -> None:
    """So a run with other rules does not go on from one without."""
    file = tmp_path / "offenses-mine.toml"
    file.write_text('[[rule]]\nid = "offense.moot"\nforms = ["moot"]\n', encoding="utf-8")
    plain, first = settings(Options()), settings(Options(own_rules=tmp_path))
    file.write_text('[[rule]]\nid = "offense.moot"\nforms = ["mooting"]\n', encoding="utf-8")
    second = settings(Options(own_rules=tmp_path))
    assert len({made["rulebook"] for made in (plain, first, second)}) == 3
    assert {name for name in plain if plain[name] != first[name]} == {"rulebook"}


def test_a_run_reads_by_rules_of_ones_own(tmp_path: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "charges-mine.toml").write_text(
        '[[rule]]\nid = "charge.beak"\nwho = "patient"\naction = "charged"\nlinks = ["for"]\n'
        'forms = ["$haul before the beak"]\n',
        encoding="utf-8",
    )
    (tmp_path / "a.txt").write_text("Ana Diaz was hauled before the beak for arson.\n", encoding="utf-8")
    run([tmp_path / "a.txt"], tmp_path / "out", Options(jobs=1, own_rules=rules))
    facts = read_facts(tmp_path / "out")["charges"]
    assert list(zip(facts["defendant"], facts["offense"], facts["rule"], strict=True)) == [
        ("Ana Diaz", "arson", "charge.beak")
    ]
