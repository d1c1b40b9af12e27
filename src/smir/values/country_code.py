"""A country by its two-letter code of ISO 3166-1."""

from __future__ import annotations

from typing import ClassVar, final

from smir.findings import Code
from smir.values.single_text import SingleText

COUNTRY_CODE_FORM = Code(
    "COUNTRY-CODE-FORM",
    en="A country code is two upper-case letters A to Z (ISO 3166-1), such as FR or NA. Write the code, not the name.",
    fr="Un code de pays compte deux lettres majuscules de A à Z (ISO 3166-1), comme FR ou NA. "
    "Écrivez le code et non le nom.",
)


@final
class CountryCode(SingleText):
    """A country or territory, in the form of ISO 3166-1 alpha-2.

    The form alone is checked; whether the code is assigned is a question to the vocabulary. ``NA`` is Namibia, not a
    missing value.

    Args:
        text: Two upper-case ASCII letters.

    Raises:
        smir.Invalid: ``COUNTRY-CODE-FORM``; ``WRITTEN-TYPE`` for what is not a text.

    Source: ISO 3166-1.

    >>> CountryCode("EC")
    CountryCode('EC')
    """

    __slots__ = ()
    pattern: ClassVar[str] = "^[A-Z]{2}$"
    form: ClassVar[Code] = COUNTRY_CODE_FORM
