"""Django's settings, as a function of the ``Config``: one place, no environment."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from onetext.workspace.config import Config, is_loopback

HERE = Path(__file__).parent
_SESSION_SECONDS = 12 * 60 * 60

# Nothing from elsewhere, nothing inline, no frames; M2: no connection but to this very server.
CONTENT_POLICY = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'", "data:"],  # data: the code to photograph when an authenticator app is added
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "base-uri": ["'none'"],
}

# Faults go to the terminal, without the words of any record in them.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "onetext.workspace.logs.WithoutWords"}},
    "handlers": {"terminal": {"class": "logging.StreamHandler", "formatter": "plain", "level": "ERROR"}},
    "loggers": {"django": {"handlers": ["terminal"], "level": "ERROR", "propagate": False}},
}

INSTALLED = [
    "onetext.workspace",
    "onetext.workspace.accounts",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "csp",
]

MIDDLEWARE = [
    "onetext.workspace.headers.Headers",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "onetext.workspace.headers.SameSiteCsrf",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",  # closed by default; open views say so
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]


def settings_for(config: Config) -> dict[str, Any]:
    """Every setting of the web room, ready for ``django.conf.settings.configure``."""
    return {
        "ONETEXT": config,
        "DEBUG": False,  # its error pages show everything to everybody
        "SECRET_KEY": config.secret,
        "ALLOWED_HOSTS": _hosts(config),
        "ROOT_URLCONF": "onetext.workspace.urls",
        "INSTALLED_APPS": INSTALLED,
        "MIDDLEWARE": MIDDLEWARE,
        "CONTENT_SECURITY_POLICY": {"DIRECTIVES": CONTENT_POLICY},
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "LANGUAGE_CODE": "en",
        "LANGUAGES": [("en", "English")],
        "LOCALE_PATHS": [HERE / "locale"],
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "MESSAGE_STORAGE": "django.contrib.messages.storage.session.SessionStorage",
        "LOGGING": LOGGING,
        "EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend",  # M2: nothing is ever sent
        **_storage(config),
        **_pages(),
        **_accounts(config),
        **_protection(config),
    }


def _hosts(config: Config) -> list[str]:
    near = ["127.0.0.1", "localhost", "[::1]"] if is_loopback(config.host) else [config.host]
    return [*near, *config.names]


def _storage(config: Config) -> dict[str, Any]:
    return {
        "DATABASES": {
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": config.accounts,
                "CONN_MAX_AGE": None,
                "OPTIONS": {
                    "transaction_mode": "IMMEDIATE",
                    "timeout": 10,
                    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
                },
            }
        },
        # In the database, not in a process: throttles count over all workers and outlive a restart.
        "CACHES": {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "throttles"}},
        "STATIC_URL": "/static/",
        "STORAGES": {"staticfiles": {"BACKEND": "onetext.workspace.assets.Stamped"}},
        "WHITENOISE_USE_FINDERS": True,
        "WHITENOISE_ALLOW_ALL_ORIGINS": False,
        "WHITENOISE_AUTOREFRESH": config.style,
        "WHITENOISE_MAX_AGE": 0 if config.style else 365 * 24 * 60 * 60,
    }


def _pages() -> dict[str, Any]:
    return {
        "FORM_RENDERER": "onetext.workspace.forms.Plain",
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [HERE / "templates", HERE / "pages"],  # a page's template lives beside its view
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.auth.context_processors.auth",
                        "django.contrib.messages.context_processors.messages",
                        "onetext.workspace.frame.frame",
                    ],
                    "builtins": [
                        "django.templatetags.i18n",
                        "django.templatetags.static",
                        "onetext.workspace.templatetags.addresses",
                        "onetext.workspace.templatetags.days",
                        "onetext.workspace.templatetags.marks",
                    ],
                },
            }
        ],
    }


def _accounts(config: Config) -> dict[str, Any]:
    return {
        "AUTH_USER_MODEL": "accounts.Member",
        "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
        "PASSWORD_HASHERS": ["django.contrib.auth.hashers.ScryptPasswordHasher"],  # memory-hard, standard library
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
            {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
            {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
        ],
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "cases",
        "LOGOUT_REDIRECT_URL": "account_login",
        "ACCOUNT_ADAPTER": "onetext.workspace.accounts.adapter.ByInvitation",
        "ACCOUNT_USER_MODEL_EMAIL_FIELD": None,
        "ACCOUNT_LOGIN_METHODS": {"username"},
        "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "ACCOUNT_FORMS": {"login": "onetext.workspace.accounts.forms.SignIn"},
        "ACCOUNT_SESSION_REMEMBER": False,
        "MFA_SUPPORTED_TYPES": ["webauthn", "totp", "recovery_codes"],
        "MFA_PASSKEY_LOGIN_ENABLED": True,
        "MFA_TOTP_ISSUER": "onetext",
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN": not config.encrypted,
    }


def _protection(config: Config) -> dict[str, Any]:
    return {
        "SESSION_COOKIE_AGE": _SESSION_SECONDS,
        "SESSION_COOKIE_SECURE": config.encrypted,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "CSRF_COOKIE_SECURE": config.encrypted,
        "CSRF_COOKIE_HTTPONLY": True,
        "CSRF_COOKIE_SAMESITE": "Strict",
        "CSRF_FAILURE_VIEW": "onetext.workspace.refusals.forged",
        "SECURE_REFERRER_POLICY": "no-referrer",
        "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_SSL_REDIRECT": config.encrypted,
        "SECURE_HSTS_SECONDS": 30 * 24 * 60 * 60 if config.encrypted and not is_loopback(config.host) else 0,
        "X_FRAME_OPTIONS": "DENY",
        # W003 knows Django's own check of forms only by name (ours extends it); W005 and W021 want the rule of
        # encryption laid on other machines of the domain, which are not ours to bind.
        "SILENCED_SYSTEM_CHECKS": ["security.W003", "security.W005", "security.W021"],
        "DATA_UPLOAD_MAX_MEMORY_SIZE": 8 * 1024 * 1024,
        "DATA_UPLOAD_MAX_NUMBER_FILES": 2000,  # a folder of articles
    }
