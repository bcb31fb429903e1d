"""Phrase syntax: a phrase is refused with its reason, or finds exactly what trying every way to match it would find.

The first line is a phrase, the rest is text.
"""

from advocacy_lint import languages
from advocacy_lint.checks.classes import find_classes
from advocacy_lint.checks.phrase_lists import PhraseLists
from advocacy_lint.checks.phrases import MAX_GAP, Lexicon
from advocacy_lint.checks.syntax import GAP, parse
from advocacy_lint.errors import RuleError
from advocacy_lint.languages import forms
from advocacy_lint.text import analyse, normalise
from targets.common import one_line, text_of

# More ways to match than this are not tried one by one.
PATIENCE = 200_000
FORMS = {code: forms.load(code) for code in ("da", "en")}


class Exhausted(Exception):
    """There are too many ways."""


class Tried:
    """A phrase tried at every token, each alternative by itself."""

    def __init__(self, elements, tokens, edges, known):
        self.elements, self.tokens, self.edges, self.known = elements, tokens, edges, known
        self.left = PATIENCE

    def ends(self, element, first):
        """Yield where the elements from one on can end."""
        self.left -= 1
        if self.left < 0:
            raise Exhausted
        if element == len(self.elements):
            yield first
            return
        for option in self.elements[element]:
            for after in self.option(option, 0, first):
                yield from self.ends(element + 1, after)

    def option(self, symbols, index, first):
        """Yield where the symbols of an option can end."""
        self.left -= 1
        if self.left < 0:
            raise Exhausted
        if index == len(symbols):
            yield first
        elif symbols[index] == GAP:
            for skipped in range(MAX_GAP + 1):
                if any(not token[1] for token in self.tokens[first : first + skipped]) or first + skipped > len(self.tokens):
                    break
                yield from self.option(symbols, index + 1, first + skipped)
        else:
            for after in self.symbol(symbols[index], first):
                yield from self.option(symbols, index + 1, after)

    def symbol(self, symbol, first):
        """Yield where a symbol ends that begins at a token."""
        if symbol[0] == "<":
            yield from (last for name, last in self.edges.get(first, ()) if name == symbol[1:-1])
        elif first < len(self.tokens) and self.stands_for(symbol, self.tokens[first][1]):
            yield first + 1

    def stands_for(self, symbol, norm):
        """Say whether a symbol stands for a word."""
        if not norm:
            return False
        if symbol[0] == "[" and len(symbol) > 1:
            return norm in symbol[1:-1].split("|")
        if symbol[0] == "{":
            return any(norm == normalise(form) for lemma in symbol[1:-1].split("|") for form in self.known.forms(lemma))
        if symbol[0] == symbol[-1] == "*" and len(symbol) > 1:
            return symbol[1:-1] in norm
        if symbol[0] == "*" and len(symbol) > 1:
            return norm.endswith(symbol[1:]) and len(norm) > len(symbol) - 1
        if symbol[-1] == "*" and len(symbol) > 1:
            return norm.startswith(symbol[:-1]) and len(norm) > len(symbol) - 1
        return norm == symbol

    def hits(self):
        """Return the leftmost longest hits."""
        found, reach = [], -1
        for first in range(len(self.tokens)):
            if first >= reach:
                last = max(self.ends(0, first), default=-1)
                if last > first:
                    found.append((first, last))
                    reach = last
        return found


def one(data):
    """Look for a phrase in both languages, with a lexicon that has met nothing and with one that has met much."""
    phrase, _, text = text_of(data).partition("\n")
    for code in ("da", "en"):
        language = languages.get(code)
        lists = PhraseLists(FORMS[code].forms)
        try:
            target = lists.target([phrase])
        except RuleError as error:
            one_line(error)
            assert error.message.startswith("phrase “")
            continue
        fresh, warm = Lexicon(lists.compiled()), Lexicon(lists.compiled())
        assert fresh.target([phrase]) == target
        tokens = analyse(text, language).speech.tokens
        edges = find_classes(tokens, language)
        other = analyse(" ".join(reversed(text.split())), language).speech.tokens
        for _ in range(2):
            warm.scan(other, find_classes(other, language))
        found = [(hit.first, hit.last) for hit in fresh.scan(tokens, edges).get(target, ())]
        assert found == [(hit.first, hit.last) for hit in warm.scan(tokens, edges).get(target, ())]
        try:
            expected = Tried(parse(phrase), tokens, edges, FORMS[code]).hits()
        except Exhausted:
            continue
        assert found == expected, (phrase, found, expected)
