"""The keys of a rule file, as types: the loader and the JSON Schema both read them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from advocacy_lint.model import Case, Evidence

TIERS = ("research", "law", "platform", "practice")
ALL_LEVELS = ("error", "warning", "info", "strength", "off")
SPEAKERS = ("author", "quote", "both")
WITHIN = ("post", "sentence", "match")
# What the answer to a rule's question becomes: a part of the post (see advice/shapes.py), or the goal in its metadata.
PARTS = ("opening", "problem", "belief", "how", "obstacle", "pitfall", "change", "audience", "invitation", "goal")
# What a rule hears in a post: what the picture of a month counts, a tip (the post is a useful one), a press release.
HEARD = ("person", "moment", "how", "learned", "doubt", "opinion", "spoken", "colleague", "invitation", "useful", "release")
# What a rule says where none of its cases holds.
OTHERWISE = "otherwise"


class ExamplesFormat(Struct, frozen=True):
    """Texts with the expected span marked ``<<so>>`` (bad), and near misses (good)."""

    bad: tuple[object, ...] = ()
    good: tuple[object, ...] = ()


class RewriteFormat(Struct, frozen=True):
    """Says that a rule offers no text to put there, and why; or that it speaks only where there is one (`only`)."""

    none: str | None = None
    only: bool = False


class SectionFormat(Struct, frozen=True):
    """What a rule looks for and says, in one language; or, under `not_for`, why it is not for this language.

    `message` says what the words do to a reader, `why` the reason, `suggest` the next step, `ask` questions to the author; slots like
    {match} are filled with words of the draft. `message`, `suggest` and `ask` may hold a text for each of the rule's cases, and one that
    is said ``otherwise``. `match`, `cases` and `unsafe` are as above, for this language; `replace`, `frame`, `cut` and `rewrite` say what
    to put there; `examples` are what the rule is held to.
    """

    message: str | Mapping[str, str] | None = None
    why: str | None = None
    suggest: str | Mapping[str, str] | None = None
    ask: tuple[str, ...] | Mapping[str, tuple[str, ...]] = ()
    match: Mapping[str, object] = field(default_factory=dict)
    cases: Mapping[str, Case] = field(default_factory=dict)
    replace: Mapping[str, object] = field(default_factory=dict)
    frame: object = None  # see rulebook/rewriting.py
    cut: object = None
    rewrite: RewriteFormat | None = None
    unsafe: bool | None = None
    examples: ExamplesFormat = field(default_factory=ExamplesFormat)
    not_for: str | None = None


class RuleFormat(Struct, frozen=True):
    """What a rule is, whatever the language; beside these keys a file has a section for each language, under its code.

    `check` is the kind of check (see below); `level`: error, warning, info (a hint), strength (good news) or off; `weight`: what it
    costs or earns in log-odds, where the weights that were fitted should not say; `applies_to`: author, quote or both; `shadows`: rules
    that are silent where this one speaks; `part`: where `coach` and `scaffold` put the answer to its question (opening, problem,
    belief, how, obstacle, pitfall, change, audience, invitation, goal), where that is not what its dimension says; `heard`: what is
    heard in a post where it speaks, which `mix` counts (person, moment, how, learned, doubt, opinion, spoken, colleague, invitation)
    and which decides a post's shape (useful, learned, doubt) or what its lowest grade is called (release); `match`: what the kind looks
    for, in all languages; `cases`: the first that holds says which message is true; `unsafe`: its replacements change emphasis, so that
    ``--fix`` leaves them alone; `extend`, in a folder of your own: change the built-in rule of the same id (keys merge, lists grow).
    """

    check: str | None = None
    level: str = "warning"
    weight: float | None = None
    evidence: Evidence | None = None
    applies_to: str = "author"
    shadows: tuple[str, ...] = ()
    part: str | None = None
    heard: str | None = None
    match: Mapping[str, object] = field(default_factory=dict)
    cases: Mapping[str, Case] = field(default_factory=dict)  # the first that holds says which message is true
    unsafe: bool = False
    extend: bool = False  # in a team's own folder: change the built-in rule of the same id


class SignalSection(Struct, frozen=True):
    """The phrases of a signal in one language."""

    phrases: tuple[str, ...] = ()
    not_for: str | None = None


class SignalFormat(Struct, frozen=True):
    """A signal file: phrases that rules share, in a section for each language."""

    about: str = ""
    extend: bool = False
