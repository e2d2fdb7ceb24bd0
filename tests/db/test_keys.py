import contextlib
import json
from pathlib import Path

import pytest

from carelink.errors import NotWhole, Refused, StoreTrouble, WrongKey
from db.keys import Keys, Purpose, change_passphrase, new_keys, new_slots, unlock
from db.recovery import new_code, read_code
from db.slots import FLOOR, read_slots, write_slots
from tests.stores import CHEAP

MINE = "four plain words here"


@pytest.fixture
def keys() -> Keys:
    return new_keys("a store")


@pytest.fixture
def ways_in(tmp_path: Path, keys: Keys) -> tuple[Path, str]:
    """A key file with two ways in for Amina, and her recovery code."""
    path = tmp_path / "S.keys.json"
    slots, code = new_slots(keys, "Amina", MINE, CHEAP)
    write_slots(path, slots)
    return path, code


def test_nothing_weaker_than_the_floor_is_made_unless_asked(keys: Keys) -> None:
    slots, _ = new_slots(keys, "Amina", MINE)
    assert {slot.cost for slot in slots} == {FLOOR}
    assert FLOOR == (64 * 1024, 3, 4)


def test_the_passphrase_and_the_recovery_code_both_open(
    ways_in: tuple[Path, str], keys: Keys
) -> None:
    path, code = ways_in
    assert unlock(path, "Amina", MINE) == keys
    assert unlock(path, "Amina", code.lower().replace("-", " ")) == keys


def test_letters_composed_by_another_keyboard_are_the_same_passphrase(
    tmp_path: Path, keys: Keys
) -> None:
    slots, _ = new_slots(keys, "Zoë", "cafe\u0301 au lait", CHEAP)
    write_slots(tmp_path / "k", slots)
    assert unlock(tmp_path / "k", "Zoë", "caf\u00e9 au lait") == keys


@pytest.mark.parametrize("typed", ["four plain words", "", "FOUR PLAIN WORDS HERE", "\ud800" * 9])
def test_a_wrong_passphrase_is_said_to_be_one(ways_in: tuple[Path, str], typed: str) -> None:
    with pytest.raises(WrongKey, match="name and passphrase do not open"):
        unlock(ways_in[0], "Amina", typed)


def test_a_name_nobody_has_is_told_the_same(ways_in: tuple[Path, str]) -> None:
    path, code = ways_in
    for typed in (MINE, code):
        with pytest.raises(WrongKey, match="name and passphrase do not open"):
            unlock(path, "Nobody", typed)


def test_a_mistyped_recovery_code_is_told_from_a_wrong_one(ways_in: tuple[Path, str]) -> None:
    path, code = ways_in
    mistyped = ("1" if code[0] != "1" else "2") + code[1:]
    with pytest.raises(WrongKey, match="typing mistake"):
        unlock(path, "Amina", mistyped)
    with pytest.raises(WrongKey, match="do not open"):
        unlock(path, "Amina", new_code())


def test_any_letter_mistaken_and_any_two_exchanged_are_noticed() -> None:
    code = new_code()
    letters = code.replace("-", "")
    for at in range(28):
        other = letters[:at] + ("7" if letters[at] != "7" else "8") + letters[at + 1 :]
        assert read_code(other) is None
    for at in range(27):
        one, two = letters[at], letters[at + 1]
        swapped = letters[:at] + two + one + letters[at + 2 :]
        assert read_code(swapped) == (code if one == two else None)


def test_letters_easily_misread_are_taken_as_meant() -> None:
    while not {"0", "1"} <= set(code := new_code()):
        pass
    assert read_code(code.replace("0", "o").replace("1", "l")) == code


@pytest.mark.parametrize("poor", ["", "short", "        ", "seven 7"])
def test_a_poor_passphrase_is_refused_beside_its_field(keys: Keys, poor: str) -> None:
    with pytest.raises(Refused) as refused:
        new_slots(keys, "Amina", poor, CHEAP)
    assert refused.value.problems[0].field == "passphrase"


def test_a_changed_byte_never_gives_a_wrong_key_nor_shuts_the_other_way_in(
    ways_in: tuple[Path, str], keys: Keys
) -> None:
    path, code = ways_in
    sound = path.read_bytes()
    for at in range(len(sound)):
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 0x11]) + sound[at + 1 :])
        opened = 0
        for typed in (MINE, code):
            # Anything but the key or this refusal, a wrong passphrase above all, is a failure.
            with contextlib.suppress(NotWhole):
                assert unlock(path, "Amina", typed) == keys
                opened += 1
        assert opened >= 1, f"byte {at} shut both ways in"


def test_a_slot_altered_on_purpose_does_not_open(ways_in: tuple[Path, str]) -> None:
    path, _ = ways_in
    slots, _ = read_slots(path)
    for altered in ({"user": "Mallory"}, {"store_id": "other"}, {"passes": 2}, {"slot_id": "x"}):
        write_slots(path, [slot._replace(**altered) for slot in slots])
        with pytest.raises(WrongKey):
            unlock(path, altered.get("user", "Amina"), MINE)


@pytest.mark.parametrize(
    "altered",
    [
        {"memory_kib": 2**40},
        {"memory_kib": 1},
        {"passes": 0},
        {"lanes": "many"},
        {"salt": "?"},
        {"wrapped": "AAAA"},
        {"kdf": "none"},
    ],
)
def test_a_slot_that_asks_for_the_impossible_is_damaged(
    ways_in: tuple[Path, str], altered: dict[str, object]
) -> None:
    path, _ = ways_in
    slots, _ = read_slots(path)
    write_slots(path, [slot._replace(**altered) for slot in slots])  # type: ignore[arg-type]  # wrong on purpose
    with pytest.raises(NotWhole, match="damaged"):
        unlock(path, "Amina", MINE)


def test_a_key_file_of_a_newer_carelink_is_said_to_be_one(ways_in: tuple[Path, str]) -> None:
    path, _ = ways_in
    slots, _ = read_slots(path)
    write_slots(path, [slot._replace(v=2) for slot in slots])
    with pytest.raises(StoreTrouble, match="newer CareLink"):
        unlock(path, "Amina", MINE)


@pytest.mark.parametrize("content", [b"", b"{}", b"\xff\xfe\x00", b"[" * 5000, b'{"a":' * 3000])
def test_a_key_file_that_is_none_is_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "k").write_bytes(content)
    with pytest.raises(NotWhole, match="damaged"):
        unlock(tmp_path / "k", "Amina", MINE)


def test_a_missing_key_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble, match="not beside the store"):
        unlock(tmp_path / "S.keys.json", "Amina", MINE)


def test_a_new_passphrase_replaces_the_old_and_the_file_before_is_kept(
    ways_in: tuple[Path, str], keys: Keys
) -> None:
    path, code = ways_in
    before = path.read_bytes()
    change_passphrase(path, "Amina", MINE, "a better one by far", CHEAP)
    assert unlock(path, "Amina", "a better one by far") == keys
    assert unlock(path, "Amina", code) == keys
    with pytest.raises(WrongKey):
        unlock(path, "Amina", MINE)
    assert path.with_name(path.name + ".previous").read_bytes() == before


def test_a_passphrase_is_not_changed_without_the_present_one(ways_in: tuple[Path, str]) -> None:
    path, _ = ways_in
    before = path.read_bytes()
    with pytest.raises(WrongKey):
        change_passphrase(path, "Amina", "not it at all", "a better one by far", CHEAP)
    assert path.read_bytes() == before


def test_every_purpose_and_every_store_has_a_key_of_its_own(keys: Keys) -> None:
    derived = [keys.derive(purpose) for purpose in Purpose]
    derived.append(keys._replace(store_id="another").derive(Purpose.DATABASE))
    assert len(set(derived)) == len(derived)
    assert keys.data_key not in derived


def test_the_key_file_is_json_that_any_tool_reads(ways_in: tuple[Path, str]) -> None:
    path, _ = ways_in
    read = json.loads(path.read_text())
    assert [slot["kind"] for slot in read["slots"]] == ["passphrase", "recovery"]
    assert path.stat().st_mode & 0o777 == 0o600
