"""The licence travels with the code."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_licence_is_apache_and_whole() -> None:
    text = (ROOT / "LICENSE").read_text()

    assert "Version 2.0, January 2004" in text
    assert text.rstrip().endswith("limitations under the License.")
