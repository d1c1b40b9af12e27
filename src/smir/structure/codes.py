"""What can be wrong with the structure of a document or of a record made in code."""

from __future__ import annotations

from smir.findings import Code, Severity

MEMBER_TEXT = Code("MEMBER-TEXT", en="A text is expected here.", fr="Un texte est attendu ici.")
MEMBER_CHARACTERS = Code(
    "MEMBER-CHARACTERS",
    en="The text holds control characters or broken characters. Keep letters, signs, line feeds and tabs only.",
    fr="Le texte contient des caractères de commande ou défectueux. Ne gardez que lettres, signes, sauts de ligne et "
    "tabulations.",
)
MEMBER_INTEGER = Code(
    "MEMBER-INTEGER",
    en="A whole number of at most 15 digits is expected here, not a text, a fraction or a truth value.",
    fr="Un nombre entier d’au plus 15 chiffres est attendu ici, et non un texte, une fraction ou un booléen.",
)
MEMBER_BOOLEAN = Code("MEMBER-BOOLEAN", en="true or false is expected here.", fr="true ou false est attendu ici.")
MEMBER_CHOICE = Code(
    "MEMBER-CHOICE",
    en="One of these codes is expected: {codes}.",
    fr="L’un de ces codes est attendu\u00a0: {codes}.",
)
MEMBER_FORM = Code(
    "MEMBER-FORM",
    en="A value of type {type} is expected here. Build it with {type}(…) or {type}.parse(…).",
    fr="Une valeur de type {type} est attendue ici. Construisez-la avec {type}(…) ou {type}.parse(…).",
)
MEMBER_LANGUAGES = Code(
    "MEMBER-LANGUAGES",
    en="A text by language is expected here, such as Text(en=…, fr=…).",
    fr="Un texte par langue est attendu ici, par exemple Text(en=…, fr=…).",
)
MEMBER_LIST = Code(
    "MEMBER-LIST",
    en="A list is expected here (in Python a tuple, which cannot change).",
    fr="Une liste est attendue ici (en Python un tuple, qui ne peut changer).",
)
MEMBER_RECORD = Code(
    "MEMBER-RECORD",
    en="An object is expected here: {types}.",
    fr="Un objet est attendu ici\u00a0: {types}.",
)
MEMBER_TYPE = Code(
    "MEMBER-TYPE",
    en="The member “type” must name one of: {types}.",
    fr="Le membre «\u00a0type\u00a0» doit nommer l’un de\u00a0: {types}.",
)
MEMBER_MISSING = Code(
    "MEMBER-MISSING",
    en="The member “{name}” is required.",
    fr="Le membre «\u00a0{name}\u00a0» est obligatoire.",
)
MEMBER_NULL = Code(
    "MEMBER-NULL",
    en="null is not a value. Leave the member out where nothing is known.",
    fr="null n’est pas une valeur. Omettez le membre lorsque rien n’est connu.",
)
MEMBER_UNKNOWN = Code(
    "MEMBER-UNKNOWN",
    en="This object has {count} unknown member(s). They are kept as they came, and no release passes them on to "
    "others.",
    fr="Cet objet a {count} membre(s) inconnu(s). Ils sont gardés tels quels et aucune communication ne les transmet "
    "à des tiers.",
    severity=Severity.WARNING,
)
EXTRAS_FORM = Code(
    "EXTRAS-FORM",
    en="Unknown members are pairs of a name and its value in canonical JSON (RFC 8785), in the order of the names, "
    "none of them known to the record. Build them with Extras.of(…).",
    fr="Les membres inconnus sont des paires d’un nom et de sa valeur en JSON canonique (RFC 8785), dans l’ordre des "
    "noms, aucun n’étant connu de l’enregistrement. Construisez-les avec Extras.of(…).",
)
MEMBER_NUMBER = Code(
    "MEMBER-NUMBER",
    en="An unknown member holds a number that JSON cannot carry exactly. Write it as a text.",
    fr="Un membre inconnu contient un nombre que JSON ne peut porter exactement. Écrivez-le comme un texte.",
)

DOCUMENT_SIZE = Code(
    "DOCUMENT-SIZE",
    en="The document is larger than the limit of {limit} bytes. Split it, or raise the limit knowingly.",
    fr="Le document dépasse la limite de {limit} octets. Divisez-le, ou relevez la limite en connaissance de cause.",
)
DOCUMENT_DEPTH = Code(
    "DOCUMENT-DEPTH",
    en="The document nests deeper than the limit of {limit} levels.",
    fr="Le document est imbriqué au-delà de la limite de {limit} niveaux.",
)
DOCUMENT_ENCODING = Code(
    "DOCUMENT-ENCODING",
    en="The document is not UTF-8 text without byte-order mark.",
    fr="Le document n’est pas un texte UTF-8 sans marque d’ordre des octets.",
)
DOCUMENT_SYNTAX = Code(
    "DOCUMENT-SYNTAX",
    en="The document is not well-formed JSON (RFC 8259); reading stopped at byte {offset}.",
    fr="Le document n’est pas du JSON bien formé (RFC 8259)\u00a0; la lecture s’est arrêtée à l’octet {offset}.",
)
DOCUMENT_DUPLICATE = Code(
    "DOCUMENT-DUPLICATE",
    en="An object of the document names the same member twice. Which one counts cannot be known.",
    fr="Un objet du document nomme deux fois le même membre. On ne peut savoir lequel compte.",
)
DOCUMENT_NUMBER = Code(
    "DOCUMENT-NUMBER",
    en="The document holds a number that JSON cannot carry exactly (NaN, an infinity, or more than 15 digits).",
    fr="Le document contient un nombre que JSON ne peut porter exactement (NaN, un infini ou plus de 15 chiffres).",
)
