from datetime import date

from carelink.facts import Contact, Person
from db.reading import read_case
from db.store import Store
from db.trail import add


def test_what_was_added_is_read_back_as_a_case_file(store: Store) -> None:
    seen = Contact("c1", "p1", on=date(2026, 5, 3), rung="seen", note="Kettle on.")
    with store.writing() as writing:
        add(writing, "people", [Person("p1", known_as="Sam")])
        add(writing, "contacts", [seen])
    with store.reading() as connection:
        case = read_case(connection, "p1")
    assert case.person.name == "Sam"
    assert case.contacts == (seen,)
