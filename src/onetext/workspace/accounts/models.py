"""A member (somebody with a sign-in), and a sign-in link that works once."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class Members(BaseUserManager["Member"]):
    """The one way to rows of members."""


class Member(AbstractBaseUser):
    """Somebody with a sign-in. No roles and no powers: what a member may read is in the ledger."""

    username: models.CharField[str, str] = models.CharField(
        _("User name"), max_length=60, unique=True, validators=[UnicodeUsernameValidator()]
    )
    name: models.CharField[str, str] = models.CharField(_("Name"), max_length=120, blank=True)
    is_active: models.BooleanField[bool, bool] = models.BooleanField(_("May sign in"), default=True)
    joined: models.DateTimeField[datetime, datetime] = models.DateTimeField(_("Joined"))

    objects: ClassVar[Members] = Members()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.name or self.username


class SignInLink(models.Model):
    """A link that signs one member in, once, for a while. The secret half is kept only as a hash."""

    member: models.ForeignKey[Member, Member] = models.ForeignKey(Member, on_delete=models.CASCADE)
    handle: models.CharField[str, str] = models.CharField(max_length=24, unique=True)
    digest: models.CharField[str, str] = models.CharField(max_length=64)
    expires: models.DateTimeField[datetime, datetime] = models.DateTimeField()
    used: models.DateTimeField[datetime | None, datetime | None] = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager[SignInLink]] = models.Manager()

    def __str__(self) -> str:
        return f"a link for {self.member}"
