"""What importing the package costs over a bare interpreter, in new interpreters, with compiled files in place."""

from __future__ import annotations

import subprocess
import sys

from bench.row import Job, Work


def works() -> list[Work]:
    """The two imports that have a bar, and two neighbours for scale."""
    return [
        Work("import smir", imports("import smir"), within=0.150, timed=True),
        Work(
            "from smir import Alert, Grade, Office",
            imports("from smir import Alert, Grade, Office"),
            imports("import stix2"),
            "import stix2",
            within=0.300,
            timed=True,
        ),
        Work("import pydantic and make one model", imports(PYDANTIC), timed=True),
    ]


PYDANTIC = "import pydantic\nclass Model(pydantic.BaseModel):\n    name: str"


def imports(statement: str) -> Job:
    """A job that gives the seconds a statement takes in a new interpreter, its start not counted."""
    script = f"import time\nstart = time.perf_counter()\n{statement}\nprint(time.perf_counter() - start)"

    def job() -> float:
        run = subprocess.run([sys.executable, "-I", "-c", script], capture_output=True, text=True, check=True)
        return float(run.stdout)

    return job
