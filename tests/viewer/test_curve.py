"""The curve by which links open where the browser has none of its own."""

from __future__ import annotations

from pathlib import Path

from node import told_by

SCRIPT = Path(__file__).with_name("curve.mjs")


def test_secrets_are_those_of_the_standard_and_of_openssl() -> None:
    found = told_by(SCRIPT)
    # RFC 7748, section 5.2.
    assert found["rfc"] == "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552"
    assert len(found["agreed"]) == 8
    for each in found["agreed"]:
        assert each["found"] == each["known"]
        assert each["made"] == each["open"]
