"""Seeds of every target, from the examples and the rules of the repository, and strategies that build hostile inputs of them."""

import json
from functools import lru_cache
from pathlib import Path

from hypothesis import strategies as st

from targets import readers

ROOT = Path(__file__).parents[2]
FINDS = Path(__file__).parent / "finds"

# What breaks readers of text: marks without partners, letters that change their length, controls, words that rules look for.
HOSTILE = """“|”|„|«|»|"|'|’|‘|`|``|~~~\n|*|_|#|##|# |#a|@|@a.b|a@b.dk|[a](b)|](|][|<!-- |-->|<b>|<script>|</script>|>|\n> |\n- |\n– |\n\n|\r\n|\r|\u2028|\x0b|
\x1b[31m|\x07|\x7f|\x85|\x00|\u202e|\u2066|\ufeff|\u00ad|\u200b|\u200d|e\u0301|a\u030a|İ|ſ|ß|ﬁ|²|١|𝐒𝐭𝐨𝐥𝐭|🎉|👩‍👧|🇩🇰|1️⃣|\udc80|。|…|...|. . .|bl.a.|f.eks.|3,2 mia. kr.|
5.40|kl. 5.40|12 %|$3.2 billion|2025|2025 2025|million million|tusind tusind|1. maj|H. C. Andersen|Lene Holm siger |siger Lene Holm|A/S|http://a|www.a.dk|
=1+1|::error::|%0A|{match}|\\|$|^|a a a |AAAA |, ,|::|;|\t|  |\u00a0""".replace("|\n", "|").split("|")
PHRASES = """stolt over|{stolt} af|[meget|så] {stolt}|[så|] glad|vi ... {stolt}|*overskud|rekord*|*bære*|<money>|<percent>|<number> <number>|<name> said|
[a|b] [c d|e] ... <year>|[<number>|<year>|2025] [<number>|<year>|2025]|{vinde|få} ... {pris}|a ... b ... c ... d|[at|] a|proud to ... announce|{be} proud""".replace(
    "\n", ""
).split("|")


@lru_cache
def drafts():
    """Return the example drafts, as bytes."""
    return tuple(path.read_bytes() for path in sorted((ROOT / "examples").glob("??/*.md")))


@lru_cache
def rules():
    """Return one rule file of each check kind, the shortest, and a signal."""
    shortest = {}
    for path in sorted((ROOT / "rules").rglob("*.yml")):
        data = path.read_bytes()
        kind = data.partition(b"check: ")[2].partition(b"\n")[0]
        if kind and len(data) < len(shortest.get(kind, b"x" * 10**6)):
            shortest[kind] = data
    return tuple(shortest.values())


CONFIGURATION = b"""\
language: da
locale: en
select: [tone, brag/financial-result]
ignore: craft
levels: {tone: info, brag/award: "off"}
vocabulary: {terms: [SaaS], people: [Lene Holm], organisations: [Nordpump A/S]}
audiences: {bogholdere: [kontoplan, moms]}
columns: {text: [Opslag], author: Hvem}
fail-on: warning
min-score: 40
duplicates: {threshold: 0.5}
mix: {at-least: 3, one-voice: 0.4}
exclude: ["old/**"]
overrides:
  - paths: ["en/*.md"]
    language: en
"""
RULE = b"""\
check: regex
level: error
weight: 1
evidence: {tier: practice, source: us}
match: {patterns: ["(?:a|b)+c"], contains: [c], except: ["p\xc3\xa5 t\xc3\xa6er"], unless: {signals: [hedges]}, at_least: 2, where: opening}
da:
  message: "{match}: nej."
  why: Fordi.
  replace: {"p\xc3\xa5 t\xc3\xa6er": [klar, ""]}
  ask: ["Hvem er {name}?"]
  examples: {bad: ["Vi er <<p\xc3\xa5 t\xc3\xa6er>>.", {text: a, meta: {goal: b}}], good: [x]}
en: {not_for: why}
"""


@lru_cache
def seeds(name):
    """Return a target's seeds."""
    if name in ("lint", "text", "fixes"):
        made = [bytes([number]) + draft.partition(b"---\n\n")[2] for number, draft in enumerate(drafts())]
        made += [bytes([2 * number + 1]) + draft for number, draft in enumerate(drafts())]
        return (*made, b"\x03", bytes([0]) + "|".join(HOSTILE).encode("utf-8", "surrogateescape"))
    if name == "outputs":
        return tuple(bytes([5 * number % 256]) + seed for number, seed in enumerate(seeds("lint")))
    if name == "metadata":
        extra = b"<!-- advocacy-lint off: tone, brag/award -- quoted until 2027-01-31 -->a<!-- advocacy-lint on: tone -->\n"
        rich = "---\nforfatter: Ø\nmålgruppe:\n  - a\n  - 'b: c'\ngoal: {x: [1, 2]}\nudgivet: 1.2.2026 # note\n---\n".encode()
        return (*drafts(), extra, rich + extra, b"---\na: &x [1]\n---\n<!-- advocacy-lint off-next-line -->\n\nb\n")
    if name == "readers":
        return tuple(reader_seeds())
    return {
        "rules": lambda: (*rules(), RULE),
        "phrases": lambda: tuple(
            f"{phrase}\nVi er så meget stolt over 2025 2025 til a x b c d, proud to say announce".encode() for phrase in PHRASES
        ),
        "configuration": lambda: (
            b"yaml\n" + CONFIGURATION,
            b'toml\n[tool.advocacy-lint]\nlanguage = "da"\n[tool.advocacy-lint.levels]\ntone = "off"\n',
        ),
        "baseline": lambda: (b'{"version": 1, "files": {"a.md": {"tone/corporate-pride:0123": 2}, "*": {"a:b": 1}}}',),
        "cache": lambda: (b"{}", b"\x01\x00\x40 ", b"\x11\x00\x05", b"\x31\x00\x80null"),
        "labels": lambda: (
            (ROOT / "tests/judgement/own.jsonl").read_bytes()[:1500].rpartition(b"\n")[0],
            b'{"text": "a", "verdict": "good", "lang": "da"}',
        ),
        "programme": lambda: tuple(path.read_bytes() for path in sorted((ROOT / "examples/programme").glob("*.yml"))),
    }[name]()


def reader_seeds():
    """Yield a seed for every kind of file."""
    texts = [draft.decode().partition("---\n\n")[2] for draft in drafts()[:2]]
    rows = [{"text": text, "author": "Bo", "målgruppe": "alle", "id": 1} for text in texts]
    yield b".md\n" + drafts()[0] + b"# x `y` [z](http://u) <b>\n<!-- advocacy-lint off: t -- until 2027-01-01 -->\n~~~\ncode\n"
    yield b".txt\n" + drafts()[1]
    yield b".jsonl\n" + "\n".join(json.dumps(row) for row in rows).encode()
    yield b".json\n" + json.dumps({"posts": rows}).encode()
    yield b".yml\nopslag:\n - tekst: hej\n   dato: 1\n - tekst: |\n     a\n     b\n   Hvem: [x, y]\n"
    yield '.csv\ndato;Ordlyd;Hvem\n1;"Hej\nå";b\n2;a;\n'.encode()
    yield '.csv\ndato;tekst\n1;"Hej\nåh"\n'.encode("cp1252")
    yield ".tsv\nsep=\t\ntekst\tmål\na\tb\n".encode()
    yield b".md\n" + "æ “x”".encode("utf-16")
    yield (
        b".html\n<html lang=da><head><meta name=author content='B'></head><body><article>Hej&nbsp;<b>x</b><!-- advocacy-lint off: a -->"
        b"</article><article><script>x</script><pre>y</pre></article></body></html>"
    )
    for kind, (suffix, part) in readers.PARTS.items():
        default = b"<w:styles " + readers.W + b'><w:style w:styleId="T"><w:name w:val="heading 1"/></w:style></w:styles>'
        yield f"{kind}\n".encode() + readers.SOUND[suffix].get(part, default)
    for suffix in readers.SOUND:
        yield f"{suffix}\n".encode() + readers.archive(suffix, {})


SCALARS = """null|~|true|no|0|-1|1e999|.inf|1e308|999999999999999999999999999999|[]|{}|[[]]|"\\n"|''|"\\ud800"|"{match} {x}"|*x|&x a|!t a|12:30|2026-02-30|a: b|? a|- a|
|||"]"|"((("|"(a+)+$"|"[a|"|"..."|"<x>"|"{zzz}"|@number|@nothing|[null]|[{}]|{a: {b: [c]}}""".replace("\n", "").split("|")


@st.composite
def edited(draw, data, pieces):
    """Return bytes after a few edits: deleted, doubled, overwritten, moved, or with hostile pieces put in."""
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(data)))
        length = draw(st.integers(0, 12))
        kind = draw(st.integers(0, 4))
        if kind == 0:
            data = data[:at] + data[at + length :]
        elif kind == 1:
            data = data[:at] + data[at : at + 4 * length] * 2 + data[at + 4 * length :]
        elif kind == 2:
            data = data[:at] + draw(st.binary(max_size=4)) + data[at + length % 3 :]
        else:
            data = data[:at] + draw(st.sampled_from(pieces)).encode("utf-8", "surrogateescape") + data[at:]
    return data


@st.composite
def posts(draw):
    """Return a plausible hostile post: sentences of drafts, hostile pieces between and inside them, some of it many times."""
    sentences = [line for draft in drafts() for line in draft.decode().splitlines() if line]
    parts = draw(st.lists(st.one_of(st.sampled_from(HOSTILE), st.sampled_from(sentences), st.text(max_size=6)), max_size=14))
    if parts and draw(st.booleans()):
        parts.insert(draw(st.integers(0, len(parts))), draw(st.sampled_from(parts)) * draw(st.integers(2, 40)))
    text = draw(st.sampled_from(["", " ", "\n"])).join(parts)
    return bytes([draw(st.integers(0, 255))]) + text.encode("utf-8", "surrogatepass")


@st.composite
def yaml(draw, data):
    """Return a YAML file with lines dropped, doubled or given other values."""
    lines = data.decode("utf-8", "replace").split("\n")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        kind = draw(st.integers(0, 3))
        if kind == 0:
            del lines[at : at + 1]
            lines = lines or [""]
        elif kind == 1:
            lines.insert(at, lines[at])
        else:
            head, colon, _ = lines[at].partition(":")
            lines[at] = f"{head}{colon} {draw(st.sampled_from(SCALARS))}"
    return "\n".join(lines).encode("utf-8", "replace")


def inputs(name):
    """Return the strategy that makes inputs for a target."""
    pieces = SCALARS + PHRASES if name in ("rules", "configuration", "programme", "baseline", "labels") else HOSTILE
    based = st.sampled_from(seeds(name)).flatmap(lambda seed: edited(seed, pieces))
    if name in ("lint", "text", "fixes", "outputs"):
        return st.one_of(posts(), based)
    if name in ("rules", "configuration", "programme"):
        return st.one_of(st.sampled_from(seeds(name)).flatmap(yaml), based)
    if name == "phrases":
        words = st.lists(st.sampled_from([*PHRASES, "a", "b", "2025", "stolt", "...", "[a|b c]", "<year>", "*b*"]), min_size=1, max_size=4)
        return st.one_of(st.tuples(words, words).map(lambda both: "\n".join(map(" ".join, both)).encode()), based)
    return based
