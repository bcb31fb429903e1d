"""Four posts as a platform has them, in an Arrow table; and how the examples beside this file show what came out."""

from __future__ import annotations

import pyarrow as pa

POSTS = [
    {
        "id": "a1",
        "language": "da",
        "author": "Lene",
        "text": "Vi er stolte af at kunne præsentere et rekordoverskud på 3,2 mia. kr. Læs mere!",
    },
    {
        "id": "a2",
        "language": "da",
        "author": "Bo",
        "text": "Kl. 5.40 gik pumpen i stå. Jeg skiftede pakningen to gange, før jeg så revnen.",
    },
    {"id": "b1", "language": "en", "author": "Priya", "text": "We are thrilled to announce our world-class partnership and record growth!"},
    {
        "id": "b2",
        "language": "en",
        "author": "Sam",
        "text": "The filter stopped at night. I cleaned it twice and learned to ask Priya first.",
    },
]


def table() -> pa.Table:
    """Return the posts."""
    return pa.Table.from_pylist(POSTS)


def show(rows: list[dict]) -> None:
    """Print posts, the worst first."""
    for row in sorted(rows, key=lambda row: (row["score"], row["id"])):
        print(f"{row['score']:>3} {row['grade']}  {row['id']}  {', '.join(row['findings'][:3])}")
