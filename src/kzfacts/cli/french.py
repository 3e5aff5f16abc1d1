"""The help of the command line in French, phrase by phrase; what is missing stays English."""

from __future__ import annotations

FRENCH = {
    "Usage": "Usage",
    "Arguments": "Arguments",
    "Options": "Options",
    "Examples": "Exemples",
    "Fields for --fields": "Champs pour --fields",
    "environment": "environnement",
    "default": "par défaut",
    "This page.": "Cette page.",
    "This page; after a command, the page of that command.": "Cette page ; après une commande, la page de cette commande.",
    "Print the version.": "Afficher la version.",
    "What a French Senate report says of Kazakhstan's foreign policy, each fact with its source.": (
        "Ce qu'un rapport du Sénat dit de la politique étrangère du Kazakhstan, chaque fait avec sa source."
    ),
    "kzfacts help exit-codes, environment, output, completion: what scripts and shells need to know.": (
        "kzfacts help exit-codes, environment, output, completion : ce que scripts et shells doivent savoir (en anglais)."
    ),
    "Ask and look up": "Demander et consulter",
    "Compare and follow": "Comparer et suivre",
    "Cite and take away": "Citer et emporter",
    "Check": "Vérifier",
    "Shell": "Shell",
    "Ask a question": "Poser une question",
    "Ask a question in English, French, Russian or Kazakh; words need no quotes.": (
        "Poser une question en anglais, français, russe ou kazakh ; les mots se passent de guillemets."
    ),
    "The question; - reads it from standard input.": "La question ; - la lit sur l'entrée standard.",
    "Answer one question a line from standard input.": "Répondre à une question par ligne de l'entrée standard.",
    "Print the bare value alone: 6000, 20.3, 2022-11-28.": "N'afficher que la valeur : 6000, 20.3, 2022-11-28.",
    "Say why this fact won, or why none may answer.": "Dire pourquoi ce fait l'emporte, ou pourquoi aucun ne répond.",
    "One JSON object.": "Un objet JSON.",
    "With --json, only these fields of each fact.": "Avec --json, seulement ces champs de chaque fait.",
    "Language of the answer.": "Langue de la réponse.",
    "Another fact base of the same shape.": "Une autre base de faits de même forme.",
    "When to colour.": "Quand mettre des couleurs.",
    "On a terminal, page the answer with $PAGER or less.": "Sur un terminal, lire la réponse dans $PAGER ou less.",
    "All about one country or organisation": "Tout sur un pays ou une organisation",
    "Everything that the report says of one country or organisation.": "Tout ce que le rapport dit d'un pays ou d'une organisation.",
    "Its name, in any language; its capital or leader will do.": "Son nom, dans toute langue ; sa capitale ou son dirigeant suffit.",
    "Only facts on this topic; kzfacts list topics names them.": "Seulement les faits sur ce thème ; kzfacts list topics les nomme.",
    "Summary, figures, dates and the most telling facts alone.": "Seulement le résumé, les chiffres, les dates et les faits marquants.",
    "One fact, footnote, section, paragraph or topic": "Un fait, une note, une section, un paragraphe ou un thème",
    "One fact, footnote, section, paragraph or topic, with what belongs to it.": (
        "Un fait, une note, une section, un paragraphe ou un thème, avec ce qui s'y rattache."
    ),
    "A fact's id, a footnote (note 44), section (E.1.b), paragraph (p51) or topic.": (
        "L'identifiant d'un fait, une note (note 44), section (E.1.b), un paragraphe (p51) ou un thème."
    ),
    "The bare value of a fact alone.": "Seulement la valeur d'un fait.",
    "The inventory, one line each": "L'inventaire, une ligne chacun",
    "The inventory, one line each: a name to show, then what it is.": (
        "L'inventaire, une ligne chacun : un nom pour show, puis ce que c'est."
    ),
    "What to list.": "Ce qu'il faut lister.",
    "Partners side by side": "Des partenaires côte à côte",
    "Partners side by side: figures where unit, year and scope agree, then cooperation and tension.": (
        "Des partenaires côte à côte : chiffres de même unité, année et périmètre, puis coopération et tension."
    ),
    "Two names or more, in any language.": "Deux noms ou plus, dans toute langue.",
    "Dated facts in order": "Les faits datés dans l'ordre",
    "Dated facts in order of date.": "Les faits datés, par ordre de date.",
    "Only facts about this country or organisation.": "Seulement les faits sur ce pays ou cette organisation.",
    "From this year, month or day on.": "À partir de cette année, de ce mois ou de ce jour.",
    "To the end of this year, month or day.": "Jusqu'à la fin de cette année, de ce mois ou de ce jour.",
    "The numbers, as bars where they can be compared": "Les chiffres, en barres là où ils se comparent",
    "Facts with a figure, measure by measure, with unit, year, scope and caveat.": (
        "Les faits chiffrés, mesure par mesure, avec unité, année, périmètre et réserve."
    ),
    "A citation to paste: text, BibTeX, CSL-JSON, RIS": "Une citation à coller : texte, BibTeX, CSL-JSON, RIS",
    "A citation of a fact, a footnote or the report, with its section, paragraph and footnote.": (
        "La citation d'un fait, d'une note ou du rapport, avec section, paragraphe et note."
    ),
    "A fact's id, a footnote (note 61), section (E.3), paragraph (p53), or report.": (
        "L'identifiant d'un fait, une note (note 61), section (E.3), un paragraphe (p53), ou report."
    ),
    "The form of the citation.": "La forme de la citation.",
    "The whole base as a file": "Toute la base en un fichier",
    "The whole base: data as json, jsonl, csv or sqlite; to read as markdown or as one html page.": (
        "Toute la base : des données en json, jsonl, csv ou sqlite ; à lire en markdown ou en une page html."
    ),
    "The form; without it, what FILE ends in, else json.": "La forme ; sans elle, d'après la fin de FILE, sinon json.",
    "Write there; sqlite needs it.": "Écrire là ; sqlite en a besoin.",
    "Replace FILE where it exists.": "Remplacer FILE s'il existe.",
    "Every fact held against your copy of the report": "Chaque fait confronté à votre exemplaire du rapport",
    "Hold every fact against your own copy of the report: figures, dates, names, quotations, footnotes, places.": (
        "Confronter chaque fait à votre exemplaire du rapport : chiffres, dates, noms, citations, notes, emplacements."
    ),
    "The text of the report: its page, copied or saved as text in UTF-8.": (
        "Le texte du rapport : sa page, copiée ou enregistrée comme texte en UTF-8."
    ),
    "The JSON Schema of a reply or of a fact base": "Le schéma JSON d'une réponse ou d'une base de faits",
    "The JSON Schema (draft 2020-12) of what a command prints with --json, of errors or of a fact base; without NAME a list.": (
        "Le schéma JSON (draft 2020-12) de ce qu'une commande affiche avec --json, des erreurs ou d'une base ; sans NAME, leur liste."
    ),
    "A command with --json, error, or facts.": "Une commande avec --json, error ou facts.",
    "The script that completes kzfacts in a shell": "Le script qui complète kzfacts dans un shell",
    "The script that completes kzfacts in a shell; kzfacts help completion says where to put it.": (
        "Le script qui complète kzfacts dans un shell ; kzfacts help completion dit où le mettre."
    ),
    "The shell.": "Le shell.",
    "Help on a command or a topic": "De l'aide sur une commande ou un sujet",
    "The help page of a command, or a page on a topic: exit-codes, environment, output, completion.": (
        "La page d'aide d'une commande, ou une page sur un sujet : exit-codes, environment, output, completion."
    ),
    "A command, or exit-codes, environment, output, completion.": "Une commande, ou exit-codes, environment, output, completion.",
    "English": "anglais",
    "French": "français",
    "On a terminal": "Sur un terminal",
    "Also in a pipe": "Aussi dans un tube",
    "Nowhere": "Jamais",
    "Facts with their answers": "Les faits et leurs réponses",
    "Countries and organisations": "Pays et organisations",
    "Topics of the base": "Thèmes de la base",
    "Footnotes": "Notes de bas de page",
    "Sections of the report": "Sections du rapport",
}
"""English phrase of the help pages and of completion -> the same in French."""


def spoken(text: str, language: str) -> str:
    """*text*, an English phrase of the help pages, in *language*."""
    return FRENCH.get(text, text) if language == "fr" else text
