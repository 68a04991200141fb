"""Closed by default, and clean by Django's own list."""

from pathlib import Path

import pytest
from django.core.checks import run_checks
from django.test import Client, override_settings

from onetext.workspace.config import Config
from onetext.workspace.settings import settings_for
from tests.workspace.routes import plain_paths

OPEN = {
    "/in/000000000000-none/",
    "/sign-in/",
    "/sign-in/invited/",
    "/sign-in/forgotten/",
    "/sign-in/inactive/",
    "/theme/",
    "/account/factors/authenticate/",
    "/account/factors/webauthn/login/",
    "/sign-out/",
}


@pytest.mark.parametrize("path", plain_paths())
def test_stranger_is_sent_to_the_sign_in(stranger: Client, path: str) -> None:
    answer = stranger.get(path)

    if path not in OPEN:
        assert (answer.status_code, answer["Location"]) == (302, f"/sign-in/?next={path}")


def test_encrypted_room_passes_djangos_list_for_deployment(tmp_path: Path) -> None:
    config = Config(
        store=tmp_path, secret="x0y1z2" * 12, host="192.0.2.7", cert=tmp_path / "c.pem", key=tmp_path / "k.pem"
    )
    chosen = {
        name: value for name, value in settings_for(config).items() if name.startswith(("SE", "CS", "AL", "DE", "SI"))
    }

    with override_settings(**chosen):
        said = run_checks(include_deployment_checks=True)

    assert [each.id for each in said if not each.is_silenced()] == []


def test_secret_is_not_in_what_a_fault_prints(tmp_path: Path) -> None:
    assert "hush" not in repr(Config(store=tmp_path, secret="hush"))
