"""Learn what a sentence is worth, and write rules/data/weights/worth.json. Needs scikit-learn (not a dependency: run by hand).

    python benchmarks/worth_weights.py CORPUS [--labels benchmarks/sentence_labels.json] [--write]

CORPUS holds posts with verdicts (`written.jsonl`, `challenge.jsonl` and, where they are at hand, real ones) and an editor's sentences
(`gold.jsonl`). Words are learned from whole posts that hold no labelled sentence and, beside them,
from labelled sentences; everything else from labelled sentences. All figures are cross-validated by set of three (by author), words and
thresholds too. The table holds weights, no text but single words and pairs.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from advocacy_lint import languages, lint
from advocacy_lint.checks import worth
from advocacy_lint.checks.lead import counted
from advocacy_lint.rulebook import builtin_pack
from advocacy_lint.text import analyse
from advocacy_lint.text.statements import statements

POSTS = {"written.jsonl": 1, "challenge.jsonl": 1, "dev.jsonl": 2, "real2.jsonl": 2}
WORDS = 4000
FOLDS = 10
# What a sentence's own label says of its words, beside what the verdict on a whole post says of them.
FROM_SENTENCES = 1.0


def load(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()] if path.exists() else []


class Drafts:
    """Drafts whose sentences have labels: 2 best, 1 context, 0 junk."""

    def __init__(self, corpus: Path, labels: Path) -> None:
        known = {post["id"]: post for name in POSTS for post in load(corpus / name)}
        self.items: list[tuple[str, str, list[int], bool, str]] = []  # text, language, labels of its statements, an editor's own, group
        self.ids: set[str] = set()
        self.groups: set[str] = set()
        for draft in load(corpus / "gold.jsonl"):
            spans, at = [], 0
            for sentence in draft["sentences"]:
                start = max(draft["text"].find(sentence["text"].strip(), at), at)
                at = start + len(sentence["text"].strip())
                spans.append((start, at, sentence["label"]))
            self._add(draft["id"], draft["text"], draft["lang"], spans, known, True)
        for identity, spans in json.loads(labels.read_text(encoding="utf-8")).items():
            post = known.get(identity) or {
                "text": (corpus / "edited" / f"{identity}.draft.md").read_text(encoding="utf-8"),
                "lang": identity[-2:],
            }
            self._add(identity, post["text"], post["lang"], spans, known, False)

    def _add(self, identity: str, text: str, language: str, spans: list, known: dict, own: bool) -> None:
        analysis = analyse(text, languages.get(language))
        found = []
        for span in statements(analysis):
            over = [label for start, end, label in spans if start < span.end and end > span.start]
            found.append(max(over, default=0))
        group = known.get(identity, {}).get("group", identity)
        self.items.append((text, language, found, own, group))
        self.ids.add(identity)
        self.groups.add(group)


def grams(text: str, language: str) -> set[str]:
    """Return the words and pairs of a text as `worth` reads them: by sentence, so that no pair crosses one."""

    class Spy(dict):
        """Notes which pair is asked for after which word."""

        def __init__(self, first: str) -> None:
            self.first = first

        def __contains__(self, second: object) -> bool:
            seen.add(f"{self.first} {second}")
            return False

    class Spying(worth.Reader):
        def _meet(self, key, token):
            seen.add(key)
            weight, _, counts = super()._meet(key, token)
            self._known[key] = (weight, Spy(key), counts)
            return self._known[key]

    seen: set[str] = set()
    analysis = analyse(text, languages.get(language))
    spans = statements(analysis)
    Spying(languages.get(language), {}).signals(analysis, spans, [0] * len(spans))
    return seen


def learn_words(corpus: Path, drafts: Drafts, language: str) -> dict[str, float]:
    texts, verdicts, weights = [], [], []
    for name, weight in POSTS.items():
        for post in load(corpus / name):
            if post["lang"] == language and post["id"] not in drafts.ids and post.get("group") not in drafts.groups:
                texts.append(grams(post["text"], language))
                verdicts.append(post["verdict"])
                weights.append(weight)
    vectors = CountVectorizer(analyzer=lambda found: found, min_df=2, binary=True)
    matrix = vectors.fit_transform(texts).astype(float)
    matrix = matrix.multiply(1 / np.sqrt(np.asarray(matrix.sum(1))).clip(1)).tocsr()
    clear = [index for index, verdict in enumerate(verdicts) if verdict != "middling"]
    total = np.zeros(matrix.shape[1])
    # Good against bad, and anything worth keeping against bad: middling posts hold one true thing among stock phrases.
    for rows, wanted in ((clear, "good"), (range(len(verdicts)), None)):
        y = [verdicts[row] == wanted if wanted else verdicts[row] != "bad" for row in rows]
        total += LogisticRegression(C=20, max_iter=300).fit(matrix[list(rows)], y, sample_weight=[weights[row] for row in rows]).coef_[0]
    return {gram: float(total[index] / 3) for gram, index in vectors.vocabulary_.items()}


class Sentences:
    """The signals of all labelled sentences, and the words and pairs of each."""

    def __init__(self, drafts: Drafts, words: dict[str, dict[str, float]]) -> None:
        rows, labels, posts, self.grams, tongues = [], [], [], [], []
        for number, (text, language, found, _, _) in enumerate(drafts.items):
            analysis = analyse(text, languages.get(language))
            spans = statements(analysis)
            counts = findings_in(lint(text, language=language), spans)
            rows += worth.Reader(languages.get(language), {}).signals(analysis, spans, counts)
            labels += found
            posts += [number] * len(found)
            tongues += [language] * len(found)
            self.grams += [grams(text[start:end], language) for start, end in spans]
        self.x, self.y, self.post, self.language = np.array(rows), np.array(labels), np.array(posts), np.array(tongues)
        self.group = np.array([drafts.items[post][4] for post in posts])
        self.words = words

    def learn(self, rows: np.ndarray) -> dict[str, dict[str, float]]:
        """Return what words and pairs say of a sentence, learned from whole posts and from the sentences of some rows."""
        found = {}
        for language, known in self.words.items():
            mine = [row for row in rows if self.language[row] == language]
            vectors = CountVectorizer(analyzer=lambda row: self.grams[row], min_df=2)
            matrix = vectors.fit_transform(mine).astype(float)
            rarity = np.log((1 + len(mine)) / (1 + np.asarray(matrix.sum(0)).ravel()))
            matrix = csr_matrix(matrix.multiply(rarity).multiply(1 / self.size(mine)[:, None]))
            learned = np.zeros(matrix.shape[1])
            for least, share in ((2, 1.0), (1, 0.5)):
                learned += share * LogisticRegression(C=0.3, max_iter=500).fit(matrix, self.y[mine] >= least).coef_[0]
            said = {gram: float(learned[at] * rarity[at]) * FROM_SENTENCES for gram, at in vectors.vocabulary_.items()}
            both = {gram: known.get(gram, 0.0) + said.get(gram, 0.0) for gram in known.keys() | said.keys()}
            kept = sorted(both, key=lambda gram: (-abs(both[gram]), gram))[:WORDS]
            found[language] = {gram: round(both[gram], 3) for gram in sorted(kept)}
        return found

    def size(self, rows) -> np.ndarray:
        """Return what the sum of a sentence's words is divided by, as `worth` does; it has about as many pairs as words."""
        return np.sqrt(np.array([len(self.grams[row]) for row in rows]) / 2 + 8)

    def hear(self, words: dict[str, dict[str, float]], rows: np.ndarray) -> None:
        """Put in what some words say of the sentences of some rows."""
        sums = np.array([sum(words[self.language[row]].get(gram, 0.0) for gram in self.grams[row]) for row in rows])
        self.x[rows, worth.SIGNALS.index("wording")] = sums / self.size(rows)

    def hear_crossed(self, rows: np.ndarray, folds: int) -> None:
        """Put in what words say of each sentence of some rows that were learned without its post."""
        for train, test in GroupKFold(folds).split(rows, rows, self.group[rows]):
            self.hear(self.learn(rows[train]), rows[test])
        self.mean, self.spread = self.x[rows].mean(0), self.x[rows].std(0) + 1e-6


def findings_in(report, spans) -> list[int]:
    return counted(spans, {tuple(span) for each in report.findings if each.level != "info" and each.excerpt for span in each.spans})


def fit(found: Sentences, rows, wanted, weights=None, c=0.03) -> np.ndarray:
    """Return weights for raw signals, with the bias as the last."""
    z = (found.x[rows] - found.mean) / found.spread
    model = LogisticRegression(C=c, max_iter=500).fit(z, wanted, sample_weight=weights)
    scaled = model.coef_[0] / found.spread
    return np.append(scaled, model.intercept_[0] - scaled @ found.mean)


def fit_best(found: Sentences, rows) -> np.ndarray:
    """Return weights for being a best sentence: half learned over all sentences, half by which one of the same draft is better."""
    z, y = (found.x[rows] - found.mean) / found.spread, found.y[rows] == 2
    alone = LogisticRegression(C=0.03, max_iter=500).fit(z, y).coef_[0]
    apart, shares = [], []
    for post in np.unique(found.post[rows]):
        mine = found.post[rows] == post
        for best in z[mine & y]:
            others = best - z[mine & ~y]
            apart.append(others)
            shares.append(np.full(len(others), 1 / max(1, len(others))))
    pairs, share = np.vstack(apart), np.concatenate(shares)
    wanted = np.repeat([1, 0], len(pairs))
    beside = (
        LogisticRegression(C=0.1, max_iter=500, fit_intercept=False).fit(np.vstack([pairs, -pairs]), wanted, np.tile(share, 2)).coef_[0]
    )
    both = alone / (z @ alone).std() + beside / (z @ beside).std()
    # On the scale of log-odds again, as thresholds are.
    scale = LogisticRegression(C=1.0).fit((z @ both)[:, None], y)
    scaled = both * scale.coef_[0, 0] / found.spread
    return np.append(scaled, scale.intercept_[0] - scaled @ found.mean)


def fit_both(found: Sentences, rows) -> tuple[np.ndarray, np.ndarray]:
    y = found.y[rows]
    stays = fit(found, rows, y == 2) + fit(found, rows, y > 0, np.where(y == 2, 3.0, 1.0))
    return fit_best(found, rows), stays / 2


def apply(weights: np.ndarray, x: np.ndarray) -> np.ndarray:
    return x @ weights[:-1] + weights[-1]


def drafts_rows(found: Sentences, best: np.ndarray, posts) -> np.ndarray:
    return np.array([worth.draft_signals(list(best[found.post == post]), found.x[found.post == post]) for post in posts])


def fit_draft(found: Sentences, best: np.ndarray, posts, has: np.ndarray) -> np.ndarray:
    d = drafts_rows(found, best, posts)
    mean, spread = d.mean(0), d.std(0) + 1e-6
    model = LogisticRegression(C=0.05, max_iter=500).fit((d - mean) / spread, has[posts])
    scaled = model.coef_[0] / spread
    return np.append(scaled, model.intercept_[0] - scaled @ mean)


def crossed(found: Sentences, rows: np.ndarray, folds: int) -> tuple[np.ndarray, np.ndarray]:
    best, stays = np.zeros(len(found.y)), np.zeros(len(found.y))
    for train, test in GroupKFold(folds).split(rows, rows, found.group[rows]):
        one, two = fit_both(found, rows[train])
        best[rows[test]], stays[rows[test]] = apply(one, found.x[rows[test]]), apply(two, found.x[rows[test]])
    return best, stays


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--labels", type=Path, default=Path(__file__).with_name("sentence_labels.json"))
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    drafts = Drafts(asked.corpus, asked.labels)
    words = {language: learn_words(asked.corpus, drafts, language) for language in languages.SUPPORTED}
    found = Sentences(drafts, words)
    has = np.array([max(each[2]) == 2 for each in drafts.items])
    own = np.array([each[3] for each in drafts.items])
    everything = np.arange(len(found.y))
    best, stays, draft = np.zeros(len(found.y)), np.zeros(len(found.y)), np.zeros(len(has))
    for train, test in GroupKFold(FOLDS).split(found.x, found.y, found.group):
        found.hear_crossed(train, 6)
        found.hear(found.learn(train), test)
        inner, _ = crossed(found, train, 8)
        one, two = fit_both(found, train)
        best[test], stays[test] = apply(one, found.x[test]), apply(two, found.x[test])
        posts = sorted(set(found.post[train]))
        weights = fit_draft(found, inner, posts, has)
        mine = sorted(set(found.post[test]))
        draft[mine] = apply(weights, drafts_rows(found, best, mine))
    hit = np.array([found.y[found.post == post][best[found.post == post].argmax()] == 2 for post in range(len(has))])
    limit = max(
        draft, key=lambda at: min((hit & has & (draft >= at)).sum() / has.sum() / 0.8, (~has & (draft < at)).sum() / (~has).sum() / 0.7)
    )
    kept = float(np.quantile(stays[found.y == 2], 0.07))
    clear = found.y != 1
    print(f"{len(has)} drafts, {len(found.y)} sentences; best against junk: AUC {roc_auc_score(found.y[clear] == 2, best[clear]):.3f}")
    for name, chosen in (("all", has | ~has), ("gold", own)):
        h, n = has & chosen, ~has & chosen
        mine = np.isin(found.post, np.flatnonzero(chosen))
        stay = [(stays[mine & (found.y == label)] >= kept).mean() for label in (2, 1, 0)]
        print(
            f"{name}: the best sentence of all is a best one in {(hit & h).sum() / h.sum():.0%} of drafts that have one; named and right"
            f" {(hit & h & (draft >= limit)).sum() / h.sum():.0%},"
            f" none named where there is none {(n & (draft < limit)).sum() / n.sum():.0%};"
            f" stay: best {stay[0]:.0%}, context {stay[1]:.0%}, junk {stay[2]:.0%}"
        )
    if asked.write:
        found.hear_crossed(everything, FOLDS)
        one, two = fit_both(found, everything)
        inner, _ = crossed(found, everything, FOLDS)
        weights = fit_draft(found, inner, list(range(len(has))), has)
        rounded = {
            name: [round(float(value), 4) for value in values] for name, values in (("best", one), ("stays", two), ("draft", weights))
        }
        table = {
            "signals": list(worth.SIGNALS),
            **rounded,
            "named_from": round(float(limit), 3),
            "kept_from": round(kept, 3),
            "words": found.learn(everything),
        }
        write(builtin_pack() / "data" / "weights" / "worth.json", table)


def write(path: Path, table: dict) -> None:
    """Write a table that can be read and compared: a line for each value and each word."""
    path.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
