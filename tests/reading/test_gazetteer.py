from onetext.reading.gazetteer import gazetteer


def look(*words: str) -> tuple[str, str] | None:
    hit = gazetteer().at(list(words), 0)
    return (hit[1].kind, hit[1].party) if hit else None


def test_state_capital_office_and_people_stand_for_one_party() -> None:
    assert look("Kenya") == ("party", "Kenya")
    assert look("Nairobi") == ("capital", "Kenya")
    assert look("Kenyan") == ("adjective", "Kenya")
    assert look("Kenyans") == ("party", "Kenya")
    assert look("White", "House") == ("office", "United States")


def test_longest_name_wins() -> None:
    assert look("New", "York", "Times") == ("outlet", "The New York Times")
    assert look("New", "York", "is") == ("place", "New York")


def test_unknown_word_is_nothing() -> None:
    assert look("Northland") is None
