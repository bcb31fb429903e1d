"""Tighten mutated posts, and hold what comes out against what `tighten` promises: python benchmarks/fuzz_tighten.py [posts] [seed].

Facts out are facts in; every statement is kept or listed; what is tightened does not tighten further; the unclamped score never falls.
Posts are made of the examples and of the drafts of the tests: sentences dropped, doubled, shuffled, exchanged, cut short, glued.
"""

from __future__ import annotations

import random
import sys

from advocacy_lint import languages
from advocacy_lint.advice.guard import guard
from advocacy_lint.advice.tighten import tighten
from advocacy_lint.advice.tighten.parts import assembled
from advocacy_lint.config import Config
from advocacy_lint.engine.session import Session
from advocacy_lint.model import Post
from advocacy_lint.rulebook import builtin_pack
from advocacy_lint.text import analyse
from advocacy_lint.text.statements import statements

ROOT = builtin_pack().parent


def texts(language: str) -> list[str]:
    found = [path.read_text(encoding="utf-8").split("---\n", 2)[-1] for path in (ROOT / "examples" / language).glob("*.md")]
    return found + [path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "advice" / "edited").glob(f"*-{language}.*.md")]


class Mutator:
    """Makes posts of the sentences of others."""

    def __init__(self, language: str, rng: random.Random) -> None:
        self.language, self.rng = language, rng
        self.posts = [self._sentences(text) for text in texts(language)]
        self.all = [sentence for post in self.posts for sentence in post]

    def _sentences(self, text: str) -> list[str]:
        analysis = analyse(text, languages.get(self.language))
        return [text[span.start : span.end] for span in statements(analysis)]

    def post(self) -> str:
        rng, sentences = self.rng, list(self.rng.choice(self.posts))
        for _ in range(rng.randrange(4)):
            at = rng.randrange(len(sentences) + 1)
            move = rng.randrange(8)
            if move == 0:
                rng.shuffle(sentences)
            elif move in (1, 2):
                sentences.insert(at, rng.choice(self.all))
            elif move == 3 and len(sentences) > 1:
                sentences.pop(at - 1)
            elif move == 4 and sentences:
                sentences.append(rng.choice(sentences))
            elif sentences:
                sentences[at - 1] = self._spoiled(sentences[at - 1])
        return "".join(sentence + rng.choice((" ", " ", " ", "\n", "\n\n")) for sentence in sentences).strip()

    def _spoiled(self, sentence: str) -> str:
        rng, at = self.rng, self.rng.randrange(len(sentence) + 1)
        return rng.choice((
            sentence[:at], sentence[at:], sentence.lower(), sentence.upper(), f"{sentence} {rng.choice('🚀🎉👇😀')}", f'"{sentence}"',
            f"[{sentence}]", "- " + sentence, f"{sentence[:at]}https://a.example/b {sentence[at:]}",
            sentence[:at] + rng.choice("\"'«»“”()[]…\u200b#@") + sentence[at:],
        ))  # fmt: skip


def wrong(text: str, session: Session, language: str) -> str | None:
    """Return which promise a text breaks; None where it breaks none."""

    def judge(body: str):
        post = Post("", body)
        return session.lint(post), session.logit(post)

    made = tighten(session.lint(Post("", text)), judge)
    body = text.strip()
    spans = statements(analyse(body, languages.get(language)))
    if [part.before for part in made.parts] != [body[span.start : span.end] for span in spans]:
        return "a statement is neither kept nor listed"
    if not made.unchanged and assembled(made.parts) != made.body:
        return "the parts are not the text"
    if judge(made.body)[1] < judge(body)[1] - 1e-6:
        return "the score fell"
    facts = [
        each for each in guard(made.body, [body], languages.get(language)).inventions if each.kind not in ("wording", "language", "empty")
    ]
    if facts:
        return f"invented {facts}"
    again = tighten(session.lint(Post("", made.body)), judge)
    return None if again.body == made.body else f"not settled: {again.body!r}"


def main(count: int, seed: int) -> int:
    rng = random.Random(seed)
    sessions = {language: Session(Config(), language=language) for language in languages.SUPPORTED}
    mutators = {language: Mutator(language, rng) for language in languages.SUPPORTED}
    bad = 0
    for _ in range(count):
        language = rng.choice(languages.SUPPORTED)
        text = mutators[language].post()
        found = wrong(text, sessions[language], language) if text.strip() else None
        if found:
            bad += 1
            print(f"{found}\n  {language} {text!r}")
    print(f"{count} posts, {bad} that break a promise")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 500, int(sys.argv[2]) if len(sys.argv) > 2 else 1))
