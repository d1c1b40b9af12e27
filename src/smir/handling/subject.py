"""Categories of data subject: what a person is to the case."""

from __future__ import annotations

from enum import Enum


class DataSubject(Enum):
    """What a person is to the case; the law wants it told apart as far as possible.

    ``UNCLASSIFIED`` is for a short time only. Officers, declarants and traders have a role in a case and are not
    suspects for that.

    Source: Directive (EU) 2016/680, Art. 6; code list ``data-subject-categories``.

    >>> DataSubject.WITNESS.label("fr")
    'témoin'
    """

    SUSPECT = "SUSPECT"
    CONVICTED = "CONVICTED"
    VICTIM = "VICTIM"
    WITNESS = "WITNESS"
    INFORMANT = "INFORMANT"
    CONTACT = "CONTACT"
    ASSOCIATE = "ASSOCIATE"
    UNCLASSIFIED = "UNCLASSIFIED"
    OFFICER = "OFFICER"
    DECLARANT = "DECLARANT"
    TRADER = "TRADER"

    def label(self, language: str = "en") -> str:
        """The category in words."""
        from smir import vocabulary

        return vocabulary.get("data-subject-categories").label(self.value, language)
