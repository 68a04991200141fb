from tests.workspace.conftest import Visitor


def test_account_shows_the_ways_to_sign_in(visitor: Visitor) -> None:
    page = visitor("ana").get("/account/").content.decode()

    assert "none yet" in page
    assert "/account/password/first/" in page


def test_first_password_is_set_and_leads_back_to_the_account(visitor: Visitor) -> None:
    ana = visitor("ana")
    words = "water under the bridge"
    answer = ana.post("/account/password/first/", {"password1": words, "password2": words})

    assert answer["Location"] == "/account/"
    assert b"/account/password/" in ana.get("/account/").content


def test_short_password_is_refused(visitor: Visitor) -> None:
    page = visitor("ana").post("/account/password/first/", {"password1": "short", "password2": "short"}).content

    assert b"at least 12 characters" in page
