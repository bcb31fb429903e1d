"""Settings: what a configuration may say, and what holds where none says anything. Reading files is in the modules beside this one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from advocacy_lint.errors import ConfigError
from advocacy_lint.languages import BUILT_IN, SUPPORTED
from advocacy_lint.model import META_KEYS

# Each is looked for in every post.
MOST_AVOIDED = 1000
FAIL_LEVELS = ("error", "warning", "info", "never")
# The words allowed for a setting (or for each item of a list or mapping, or each key of one), and the least and greatest number.
CHOICES: Mapping[str, Sequence[str]] = {
    "language": SUPPORTED,
    "locale": SUPPORTED,
    "metadata": ("required", "optional"),
    "posts": ("file", "headings", "rules"),
    "fail_on": FAIL_LEVELS,
}
KEY_CHOICES: Mapping[str, Sequence[str]] = {"columns": ("text", "id", *META_KEYS), "nlp": SUPPORTED}
LIST_CHOICES: Mapping[str, Sequence[str]] = {"languages": SUPPORTED, "versions": SUPPORTED, "levels": ("error", "warning", "info", "off")}
RANGES: dict[str, tuple[float, float]] = {
    "min_score": (0, 100),
    "max_drop": (0, 100),
    "duplicates.threshold": (0, 1),
    "mix.company_news": (0, 1),
    "mix.one_voice": (0, 1),
    "mix.same_opening": (0, 1),
    "mix.same_link": (0, 1),
    "mix.per_week": (1, 1_000),
    "mix.at_least": (1, 10_000),
}


class Vocabulary(Struct, frozen=True):
    """Words of the trade and names: never findings in themselves; `people` may speak for themselves."""

    terms: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class Duplicates(Struct, frozen=True):
    """Texts (press releases, campaign copy) that posts are held against, and the shared part that is too much."""

    texts: tuple[str, ...] = ()
    threshold: float = 0.6


class Mix(Struct, frozen=True):
    """Bounds on a month of posts: the greatest share (0-1) of each, how often one person may post, and how few posts are too few to say.

    `targets` are the parts that each theme is to have, as numbers: ``{others: 4, own: 1, offers: 1}``.
    """

    company_news: float = 0.5
    one_voice: float = 0.6
    same_opening: float = 0.2
    same_link: float = 0.3
    per_week: int = 3
    at_least: int = 5
    targets: Mapping[str, float] = field(default_factory=dict)


class Config(Struct, frozen=True, eq=False):
    """All settings for a file. Paths in it are absolute. Compared by identity: files with the same settings share one object."""

    language: str | None = None
    languages: tuple[str, ...] = BUILT_IN
    versions: tuple[str, ...] = ()
    locale: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    levels: Mapping[str, str] = field(default_factory=dict)
    weights: str | None = None
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    audiences: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    disclosure: tuple[str, ...] = ()
    avoid: Mapping[str, str] = field(default_factory=dict)
    nlp: Mapping[str, str] = field(default_factory=dict)
    metadata: str = "optional"
    posts: str = "file"
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fail_on: str = "error"
    min_score: int | None = None
    max_drop: int | None = None
    context: tuple[str, ...] = ()
    duplicates: Duplicates = field(default_factory=Duplicates)
    mix: Mix = field(default_factory=Mix)
    programme: str | None = None
    plugins: tuple[str, ...] = ()
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    cache: bool = True
    origins: Mapping[str, str] = field(default_factory=dict)
    """Which file (and line) said what, by dotted key; a key that is not here has its default."""

    def __post_init__(self) -> None:
        """Hold what a program says against the words and ranges that are allowed, as files are held; ConfigError for what is not."""
        for name in ("vocabulary", "duplicates", "mix"):
            if getattr(self, name) is None:
                raise ConfigError(f"{name}: expected keys and values, got nothing")
        if len(self.avoid) > MOST_AVOIDED:
            raise ConfigError(f"avoid: more than {MOST_AVOIDED} words")
        for name, allowed in CHOICES.items():
            value = getattr(self, name)
            if value is not None and value not in allowed:
                raise ConfigError(f"{name}: unknown value “{str(value)[:60]}”", hint=f"allowed: {', '.join(allowed)}")
        for name, (least, most) in RANGES.items():
            first, _, second = name.partition(".")
            value = getattr(getattr(self, first), second) if second else getattr(self, first)
            if value is not None and not least <= value <= most:
                raise ConfigError(f"{name}: {value} is not between {least} and {most}")
