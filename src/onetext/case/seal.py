"""Named versions of a draft: sealed by a hash over their clauses, so that none is changed unseen."""

from __future__ import annotations

import json
from hashlib import sha256

from onetext.case.plan import Draft


def seal_of(draft: Draft) -> str:
    """SHA-256 of the clauses as the case file holds them, in hexadecimal; of nothing else of the draft."""
    clauses = [clause.model_dump(mode="json", by_alias=True, exclude_defaults=True) for clause in draft.clauses]
    return sha256(json.dumps(clauses, ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")).hexdigest()


def is_sealed(draft: Draft) -> bool:
    """Whether it is a named version: it is never changed again."""
    return draft.frozen is not None


def seal_holds(draft: Draft) -> bool:
    """Whether the clauses are those that were named; only of a draft that is seen whole."""
    return draft.frozen is None or draft.frozen == seal_of(draft)
