import pytest

from carelink.errors import RulebookError
from carelink.workload.weights import load_weights


def test_every_number_says_what_it_is_where_it_comes_from_and_that_it_is_local():
    weights = load_weights()
    assert all(matter.says and matter.source for matter in weights.matters.values())
    assert all(matter.local for matter in weights.matters.values())
    assert (weights.target.low, weights.target.high) == (20, 25)
    assert "Hampshire" in weights.target.source


def test_a_council_names_only_what_differs():
    own = load_weights("[target]\nhigh = 30\n[weights.custody]\nadds = 2\n[moving]\nlanguage = 0\n")
    ours = load_weights()
    assert (own.target.low, own.target.high) == (20, 30)
    assert own.matters["custody"].adds == 2
    assert own.matters["custody"].says == ours.matters["custody"].says
    assert own.moving["language"] == 0
    assert own.matters["uasc"] == ours.matters["uasc"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[target\n", "not a TOML file"),
        ("[targets]\nlow = 1\n", '"targets" is not known here'),
        ("target = 20\n", 'begin it with "[target]"'),
        ("[target]\nlow = 30\n", '"low" is above 0 and not above "high"'),
        ('[target]\nlow = "20"\n', '"low" is a number such as 0.5'),
        ("[weights.uacs]\nadds = 1\n", '"uacs" is not known here'),
        ("[weights]\nuasc = 1\n", 'begin it with "[weights.uasc]"'),
        ("[weights.uasc]\nadd = 1\n", '"add" is not known here'),
        ("[weights.uasc]\nadds = -1\n", "a number from 0 to 100"),
        ("[weights.uasc]\nadds = true\n", '"adds" is a number such as 0.5'),
        ("[weights.uasc]\nadds = nan\n", "a number from 0 to 100"),
        ("[weights.uasc]\nadds = 0.333\n", "two decimals at the most"),
        ("[weights.base]\nadds = 0\n", "nobody weighs nothing"),
        ("[weights.moves]\nfrom_moves = 2.5\n", "is a whole number"),
        ("[weights.uasc]\nsays = 1\n", 'needs "says" in words'),
        ("[weights.uasc]\nlocal = 1\n", '"local" as true or false'),
        ('[area]\ndistricts = "ME4"\n', "is a list such as"),
        ('[area]\ndistricts = ["me4"]\n', "is no postcode district"),
        ("[moving]\nlanguages = 1\n", '"languages" is not known here'),
    ],
)
def test_a_mistake_in_the_councils_file_is_named_with_its_place(text, says):
    with pytest.raises(RulebookError, match="The council's workload file") as told:
        load_weights(text)
    assert says in str(told.value)
