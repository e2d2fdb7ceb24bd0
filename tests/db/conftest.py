from collections.abc import Iterator
from pathlib import Path

import pytest

from db.store import Store
from tests.stores import made_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An open store with nobody in it."""
    made = made_store(tmp_path)
    yield made
    made.close()
