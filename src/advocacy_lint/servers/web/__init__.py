"""The page in the browser: a draft judged while it is written, on this computer only. Needs nothing beyond the standard library."""
