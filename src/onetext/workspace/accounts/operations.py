"""Making members and sign-in links, and using a link up."""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta
from hashlib import sha256

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError

from onetext.files.faults import refuse
from onetext.workspace.accounts.models import Member, SignInLink

LINK_LASTS = timedelta(minutes=30)
INVITATION_LASTS = timedelta(days=3)
_HANDLE = 12  # letters of the token that find the row; the rest is the secret


def make_member(username: str, name: str, now: datetime) -> Member:
    """A new member without a password: the way in is a sign-in link.

    Raises ``Faults`` when the name is taken or is no user name.
    """
    member = Member(username=username, name=name, joined=now)
    member.set_unusable_password()
    if Member.objects.filter(username__iexact=username).exists():
        raise refuse("username", f"the user name {username!r} is taken", "choose another")
    try:
        member.full_clean()
    except ValidationError as error:
        raise refuse("username", " ".join(error.messages), "letters, digits and . @ + - _ only") from error
    member.save()
    return member


def reset_member(username: str) -> Member:
    """Takes away every way in of a member: password, second factors and, with the password, open sessions.

    A new sign-in link is the way back.
    """
    member = Member.objects.get(username=username)
    member.set_unusable_password()
    member.save()
    Authenticator.objects.filter(user=member).delete()
    return member


def make_link(member: Member, token: str, now: datetime, lasts: timedelta = LINK_LASTS) -> str:
    """Keeps the hash of ``token`` and gives the token back, to be shown once. Older links of the member end."""
    SignInLink.objects.filter(member=member, used=None).delete()
    SignInLink.objects.create(member=member, handle=token[:_HANDLE], digest=_digest(token), expires=now + lasts)
    return token


def find_link(token: str, now: datetime) -> SignInLink | None:
    """The unused, unexpired link of this token; nothing is used up. All other cases look the same."""
    link = SignInLink.objects.filter(handle=token[:_HANDLE]).select_related("member").first()
    if link is None or not hmac.compare_digest(link.digest, _digest(token)):
        return None
    usable = link.used is None and now < link.expires and bool(link.member.is_active)
    return link if usable else None


def use_link(token: str, now: datetime) -> Member | None:
    """The member to sign in, and the link is used up; ``None`` when it cannot be used. Two at once: one wins."""
    link = find_link(token, now)
    if link is None or not SignInLink.objects.filter(pk=link.pk, used=None).update(used=now):
        return None
    return link.member


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
