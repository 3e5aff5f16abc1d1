"""The few words that views add to the base's own, in each language that an answer may be in."""

from __future__ import annotations

LABELS: dict[str, dict[str, str]] = {
    "en": {
        "section": "section",
        "paragraph": "¶",
        "said by": "Says",
        "caveat": "Caveat",
        "note": "Note",
        "source": "Source",
        "related": "Related",
        "notes": "Notes",
        "figures": "Key figures",
        "disagrees": "The report also says",
        "no answer": "The report does not say.",
        "near": "Near, but not an answer:",
        "cut": "only the first {count} characters of the question were read",
        "why": "Why",
        "read as": "read as",
        "any kind": "any kind of answer",
        "probability": "probability of an answer",
        "needed": "needed",
        "unknown": "not in the base",
        "lacks": "lacks",
        "gap": "gap",
        "fact": "fact",
        "colon": ": ",
    },
    "fr": {
        "section": "section",
        "paragraph": "¶",
        "said by": "Selon",
        "caveat": "Réserve",
        "note": "Note",
        "source": "Source",
        "related": "Voir aussi",
        "notes": "Notes",
        "figures": "Chiffres clés",
        "disagrees": "Le rapport dit aussi",
        "no answer": "Le rapport ne le dit pas.",
        "near": "Proche, mais sans répondre :",
        "cut": "seuls les {count} premiers caractères de la question ont été lus",
        "why": "Pourquoi",
        "read as": "lu comme",
        "any kind": "toute sorte de réponse",
        "probability": "probabilité d'une réponse",
        "needed": "il faut",
        "unknown": "absent de la base",
        "lacks": "il manque",
        "gap": "lacune",
        "fact": "fait",
        "colon": " : ",
    },
}


def label(name: str, language: str) -> str:
    """The label *name* in *language*."""
    return LABELS[language][name]
