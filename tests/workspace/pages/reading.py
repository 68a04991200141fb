"""What a page says, for stories about pages."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag
from django.test import Client


def read(client: Client, address: str) -> BeautifulSoup:
    """The page at ``address`` of the whole river basin."""
    answer = client.get(f"/c/serrane/{address}")
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def words(found: Tag | BeautifulSoup | None) -> str:
    """Its text, blanks made one."""
    assert found is not None
    return " ".join(found.get_text(" ").split())


def kept(page: BeautifulSoup, within: str) -> set[bool]:
    """Whether the links of this part keep day, hindsight and reader."""
    links = [str(link["href"]) for link in page.select(f"{within} a[href^='/c/']")]
    assert links
    return {"at=2025-05-20" in link and "hindsight=1" in link and "as=south" in link for link in links}
