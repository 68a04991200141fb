"""The accounts database holds accounts: content has one home, the ledger, and one way in, the View."""

import ast
from collections.abc import Iterator

from tests.project.tree import modules, name

# Rows about members and their sessions. A new one needs a look by somebody who knows rule D3.
ALLOWED = {"Member", "SignInLink"}
HOLDS_PROSE = {"TextField", "JSONField", "BinaryField", "FileField", "ImageField", "HStoreField"}


def classes() -> Iterator[tuple[str, ast.ClassDef]]:
    """Every class that is a table, with the file it stands in."""
    for module in modules("src"):
        for node in ast.walk(ast.parse(module.read_text())):
            if isinstance(node, ast.ClassDef) and any(is_table(ast.unparse(base)) for base in node.bases):
                yield name(module), node


def is_table(base: str) -> bool:
    return base in {"models.Model", "AbstractUser", "AbstractBaseUser", "PermissionsMixin"}


def test_every_table_is_on_the_list() -> None:
    assert {(file, node.name) for file, node in classes() if node.name not in ALLOWED} == set()


def test_tables_lie_in_the_workspace() -> None:
    assert {file for file, _ in classes() if not file.startswith("src/onetext/workspace/")} == set()


def test_no_table_has_a_field_for_prose_or_files() -> None:
    fields = {
        (node.name, call.func.attr)
        for _, node in classes()
        for call in ast.walk(node)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in HOLDS_PROSE
    }

    assert fields == set()


def test_no_admin_pages_are_registered() -> None:
    registering = [
        name(path)
        for path in modules("src/onetext/workspace")
        if "admin.site" in path.read_text() or path.stem == "admin"
    ]

    assert registering == []
