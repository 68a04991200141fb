"""Tests of ``onetext.dealspace.bargaining``."""
