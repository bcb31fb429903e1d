"""The three shapes of a post: what each part is for, and the question whose answer fills it."""

from __future__ import annotations

SHAPES = ("moment", "lesson", "useful")
# shape → its parts, in the order they stand in the post
PARTS = {
    "moment": ("opening", "obstacle", "how", "change", "audience", "invitation"),
    "lesson": ("belief", "opening", "how", "change", "audience", "invitation"),
    "useful": ("problem", "how", "pitfall", "change", "audience", "invitation"),
}
# What a part is called in a shape that has another one in its place.
INSTEAD = {"opening": "problem", "obstacle": "pitfall", "belief": "opening", "problem": "opening", "pitfall": "obstacle"}
# Parts that a post cannot do without, the most important first.
NEEDED = ("opening", "problem", "how", "obstacle", "pitfall", "belief", "invitation", "audience", "change")
ALWAYS = frozenset(("opening", "problem", "how", "invitation"))
# shape → the order of a scaffold: its parts, the draft's best sentence (“lead”), and the rest of what stays of it (“news”).
ORDER = {
    "moment": ("lead", "opening", "obstacle", "how", "change", "news", "audience", "invitation"),
    "lesson": ("belief", "lead", "opening", "how", "news", "change", "audience", "invitation"),
    "useful": ("problem", "how", "lead", "pitfall", "change", "news", "audience", "invitation"),
}
# Where the answer to a rule's question belongs, where the rule does not say (`part:`).
PART_OF_DIMENSION = {"voice": "opening", "brag": "opening", "tone": "opening", "audience": "audience", "purpose": "invitation"}
