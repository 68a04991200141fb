"""The smaller findings: disclosures, plan, questions, demands, deadlines, agreements, persons."""

from onetext.reading.reading import read_text


def test_informing_is_a_disclosure_with_mode_and_status() -> None:
    (done,) = read_text("Norway has briefed Kenya and Togo about the plan.").disclosures
    (ongoing,) = read_text("Norway is keeping Kenya informed about the plan.").disclosures
    (planned,) = read_text("Norway will present the draft to Kenya.").disclosures
    (withheld,) = read_text("Kenya has not been shown the draft by Norway.").disclosures

    assert (done.by, done.to, done.mode, done.status) == ("Norway", ("Kenya", "Togo"), "briefing", "done")
    assert (ongoing.by, ongoing.to, ongoing.status) == ("Norway", ("Kenya",), "ongoing")
    assert (planned.by, planned.to, planned.status) == ("Norway", ("Kenya",), "planned")
    assert (withheld.by, withheld.to, withheld.status) == ("Norway", ("Kenya",), "withheld")


def test_consultation_is_not_a_briefing() -> None:
    (found,) = read_text("Norway is drafting a plan in consultation with Kenya.").disclosures

    assert (found.by, found.to, found.mode) == ("Norway", ("Kenya",), "consultation")


def test_extent_is_read_only_where_it_is_said() -> None:
    full = read_text("Norway shared the full text with Kenya.").disclosures
    unsaid = read_text("Norway briefed Kenya about the plan.").disclosures

    assert [each.extent for each in (*full, *unsaid)] == ["full", None]


def test_plan_of_points_in_categories_is_counted_exactly() -> None:
    found = read_text(
        "The plan consists of twenty-eight points in three categories: peace and order, trade, and security."
    ).plan

    assert found is not None
    assert (found.points, found.categories) == (28, ("peace and order", "trade", "security"))


def test_list_that_does_not_fit_its_number_gives_no_categories() -> None:
    found = read_text("The 12-point plan has four parts: trade and security.").plan

    assert found is not None
    assert (found.points, found.categories) == (12, ())


def test_rival_count_stands_beside_the_first() -> None:
    found = read_text("The 28-point plan is secret. A 19-point plan is said to exist.").plan

    assert found is not None
    assert (found.points, [value for value, _ in found.others]) == (28, [19])


def test_text_without_a_plan_has_none() -> None:
    assert read_text("Ana Petrova met Jorge Lim.").plan is None


def test_each_unclear_thing_is_a_question() -> None:
    found = read_text("It is unclear how the text treats the islands and whether it names a date.").questions

    assert [each.text for each in found] == ["how the text treats the islands", "whether it names a date"]


def test_demand_says_of_whom() -> None:
    (noun,) = read_text("The document answers Kenya's demand that Norway open the port.").demands
    (verb,) = read_text("Kenya wants Norway to open the port.").demands

    assert (noun.party, noun.of, noun.text) == ("Kenya", "Norway", "Norway open the port")
    assert (verb.party, verb.of) == ("Kenya", "Norway")


def test_deadline_is_bound_to_its_meeting() -> None:
    found = read_text("The draft should be ready for the next meeting between Ana Petrova and Jorge Lim.")
    (due,) = found.deadlines

    assert due.bound_to is not None
    assert found.contacts[due.bound_to].participants == ("Ana Petrova", "Jorge Lim")


def test_deadline_by_a_day_keeps_the_day() -> None:
    (due,) = read_text("Both sides must submit their comments by 20 May 2025.").deadlines

    assert (due.date, due.bound_to) == ("2025-05-20", None)


def test_agreement_has_its_claimant_and_mediators() -> None:
    text = "Ana Petrova said that with the mediation of Kenya and Togo "
    text += "the sides agreed to revive the Oslo accords on prisoners."
    (found,) = read_text(text).agreements

    assert (found.name, found.about, found.status) == ("Oslo accords", "prisoners", "agreed to revive")
    assert (found.claimed_by, found.mediators) == ("Ana Petrova", ("Kenya", "Togo"))


def test_person_has_role_and_party_from_title_apposition_and_owner() -> None:
    text = (
        "Kenyan President Ana Petrova spoke. Her envoy, Jorge Lim, listened. Ruta Vane, the Togolese chief negotiator, "
        "left. Petrova's spokesman Omar Said stayed."
    )

    assert [(each.name, each.role, each.party) for each in read_text(text).persons] == [
        ("Ana Petrova", "president", "Kenya"),
        ("Jorge Lim", "envoy", "Kenya"),
        ("Ruta Vane", "chief negotiator", "Togo"),
        ("Omar Said", "spokesman", "Kenya"),
    ]


def test_person_whose_role_is_not_said_has_none_r3() -> None:
    assert [(each.role, each.party) for each in read_text("Ana Petrova met Jorge Lim.").persons] == [(None, None)] * 2
