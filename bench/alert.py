"""Making an alert and checking it: all types, all rules, the standard of its level."""

from __future__ import annotations

from bench.invented import OFFICE, alert
from bench.row import Work


def works() -> list[Work]:
    """Making, checking, issuing and releasing one alert."""
    made = alert()
    issued = OFFICE.issue(made)
    own = OFFICE.itself
    return [
        Work("make an alert of 1.5 KB and check it", lambda: OFFICE.check(alert()), within=200e-6, calls=200),
        Work("make it", alert, calls=200),
        Work("check it", lambda: OFFICE.check(made), calls=200),
        Work("issue it", lambda: OFFICE.issue(made), calls=200),
        Work("release it to one's own office", lambda: OFFICE.release(issued, to=own), calls=200),
    ]
