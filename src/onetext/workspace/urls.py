"""All addresses of the web room. Those of a screen are in its own ``views``."""

from __future__ import annotations

from allauth.account import views as account
from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from onetext.workspace.pages.account.views import choose_theme, show_account
from onetext.workspace.pages.cases.views import open_case, show_cases
from onetext.workspace.pages.signin.views import forgotten, sign_in_by_link
from onetext.workspace.pages.style.views import show_style
from onetext.workspace.screens import SCREENS

urlpatterns: list[URLPattern | URLResolver] = [
    path("", show_cases, name="cases"),
    path("cases/new/", open_case, name="new-case"),
    path("in/<str:token>/", sign_in_by_link, name="link"),
    path("theme/", choose_theme, name="theme"),
    # allauth asks for its addresses by these names
    path("sign-in/", account.login, name="account_login"),
    path("sign-in/invited/", account.signup, name="account_signup"),
    path("sign-in/forgotten/", forgotten, name="account_reset_password"),
    path("sign-in/inactive/", account.account_inactive, name="account_inactive"),
    path("sign-out/", account.logout, name="account_logout"),
    path("account/", show_account, name="account"),
    path("account/password/", account.password_change, name="account_change_password"),
    path("account/password/first/", account.password_set, name="account_set_password"),
    path("account/again/", account.reauthenticate, name="account_reauthenticate"),
    path("account/factors/", include("allauth.mfa.urls")),
    *(path(f"c/<str:case_id>/{screen.path}", include(screen.views)) for screen in SCREENS),
]

if settings.ONETEXT.style:
    urlpatterns.append(path("style/", show_style, name="style"))

handler400 = "onetext.workspace.refusals.not_understood"
handler403 = "onetext.workspace.refusals.forbidden"
handler404 = "onetext.workspace.refusals.absent"
handler500 = "onetext.workspace.refusals.our_fault"
