"""Does a text still say who did what? Each sentence is held against the source sentence it is made of: actors, negations, numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from advocacy_lint.advice.guard.known import Known, stem
from advocacy_lint.advice.guard.numbers import value_of
from advocacy_lint.advice.guard.wording import content
from advocacy_lint.languages import Language, editing
from advocacy_lint.model import Token
from advocacy_lint.text import Analysis, analyse

# Words that say on which side of something a number stands.
_SIDES = frozenset("fra til from to over under above below af of før efter before after than end at ved".split())
# A name behind one of these is a place, a firm, a time: it does nothing.
_PLACING = frozenset("in at from to near of i på ved fra til hos af kl nr hal hall".split())
_SHARED = 0.34
_CLOSE = 0.75
_FAR = 6


class Doubt(Struct, frozen=True):
    """A sentence that may say something else than its source does, and how: actor, negation, number or sweep."""

    kind: str
    text: str
    source: str


class _Said(Struct):
    """A sentence, taken apart."""

    text: str
    tokens: list[Token]
    stems: frozenset[str]


def doubts(text: str, known: Known) -> Iterator[Doubt]:
    """Yield the sentences of a text that its author should hold against their source."""
    language = known.language
    sources = [said for analysis in known.analyses for said in _sentences(analysis, language)]
    for said in _sentences(analyse(text, language), language):
        near = _nearest(said, sources)
        if not near:
            continue
        for kind in ("actor", "negation", "number", "sweep"):
            if _DOUBTED[kind](said, near, known):
                yield Doubt(kind, said.text, near[0].text)
                break


def _sentences(analysis: Analysis, language: Language) -> Iterator[_Said]:
    for sentence in analysis.sentences:
        tokens = [t for t, start in zip(analysis.tokens, analysis.starts, strict=True) if sentence.start <= start < sentence.end]
        stems = frozenset(content(tokens, language.code))
        if stems:
            yield _Said(" ".join(analysis.text[sentence.start : sentence.end].split()), tokens, stems)


def _nearest(said: _Said, sources: Sequence[_Said]) -> list[_Said]:
    """Return the source sentences that share enough of a sentence's words, the nearest first."""
    shared = [(len(said.stems & source.stems), -index, source) for index, source in enumerate(sources)]
    shared.sort(key=lambda each: each[:2], reverse=True)
    return [source for count, _, source in shared if count and count / len(said.stems) >= _SHARED][:3]


def _negated(said: _Said, known: Known) -> int:
    words = editing(known.language.code).negations
    return sum(1 for token in said.tokens if token[1] in words or token[1].endswith("n't"))


def _negation_differs(said: _Said, near: Sequence[_Said], known: Known) -> bool:
    """Say whether a sentence denies what its source does not, or the other way round."""
    mine, theirs = _negated(said, known), [_negated(source, known) for source in near]
    if mine and not any(theirs):
        return True
    close = len(said.stems & near[0].stems) / len(near[0].stems) >= _CLOSE
    return close and bool(theirs[0]) and not mine


def _actors(said: _Said, known: Known) -> dict[str, str]:
    """Return, for each content word of a sentence, who stands before it and is the last to do so."""
    language = known.language
    empty, actor, before = editing(language.code).function_words, "", ""
    found: dict[str, str] = {}
    first_words = language.first_person | language.we
    since = 0
    for token in said.tokens:
        kind, norm = token[0], token[1]
        base = norm[:-2] if norm.endswith("'s") else norm
        since += 1
        if norm in first_words:
            actor, since = "i" if norm in language.first_person else "we", 0
        elif norm in editing(language.code).pronouns:
            actor, since = "*", 0
        elif kind == "capital" and before not in _PLACING and (base in language.first_names or base in known.names):
            actor, since = base, 0
        elif kind in ("word", "capital") and norm not in empty and len(norm) > 2 and actor and since <= _FAR:
            found.setdefault(stem(norm), actor)
        before = norm
    return found


def _actor_differs(said: _Said, near: Sequence[_Said], known: Known) -> bool:
    """Say whether a deed has another doer than in the source: a name, I and we are told apart, “he” may be anybody."""
    theirs: dict[str, set[str]] = {}
    for source in near:
        for word, actor in _actors(source, known).items():
            theirs.setdefault(word, set()).add(actor)
    wrong = 0
    for word, actor in _actors(said, known).items():
        others = theirs.get(word)
        if others and actor != "*" and actor not in others and "*" not in others and not {actor, *others} <= {"i", "we"}:
            wrong += 1
    return wrong > 0


def _sides(said: _Said, known: Known) -> Iterable[tuple[str, float]]:
    for before, token in pairwise(said.tokens):
        value = value_of(token[1], known.language)
        if before[1] in _SIDES and value is not None:
            yield before[1], value


def _carriers(said: _Said, known: Known) -> Iterable[tuple[float, str]]:
    """Yield each number with the word it counts."""
    empty = editing(known.language.code).function_words
    for token, after in pairwise(said.tokens):
        value = value_of(token[1], known.language)
        if value is not None and after[0] in ("word", "capital") and after[1] not in empty:
            yield value, stem(after[1])


def _number_differs(said: _Said, near: Sequence[_Said], known: Known) -> bool:
    """Say whether numbers have changed places: “from 61 to 82” for “from 82 to 61”, nine lorries for nine tons."""
    sides = {pair for source in near for pair in _sides(source, known)}
    for word, value in _sides(said, known):
        others = {number for side, number in sides if side == word}
        if others and value not in others and any(number == value for _, number in sides):
            return True
    carried = {pair for source in near for pair in _carriers(source, known)}
    for value, word in _carriers(said, known):
        counted = {number for number, each in carried if each == word}
        if counted and value not in counted:
            return True
    return False


def _sweeps(said: _Said, near: Sequence[_Said], known: Known) -> bool:
    """Say whether a sentence speaks of all where its source speaks of some."""
    words = editing(known.language.code).sweeping
    # “All 140 of us” counts, and sweeps nothing up.
    mine = {token[1] for token, after in pairwise([*said.tokens, said.tokens[-1]]) if after[0] != "number"} & words
    return bool(mine - {token[1] for source in near for token in source.tokens})


_DOUBTED = {"actor": _actor_differs, "negation": _negation_differs, "number": _number_differs, "sweep": _sweeps}
