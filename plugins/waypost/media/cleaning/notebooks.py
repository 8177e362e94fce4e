"""Jupyter notebooks: cells and what they gave are left; who ran them, when and where is not. Source: nbformat 4.5."""

from __future__ import annotations

import base64
import binascii
import json
from pathlib import Path
from typing import Any

from .pictures import clean_picture
from .room import share
from .trouble import DAMAGED, damaged, misnamed, too_large

TEXT = 16
"""The share of the memory that a notebook may take."""
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")


def clean_notebook(source: Path, target: Path) -> None:
    """Cleans a notebook; nothing of it is run. Raises CleaningError where it is damaged, too large, or none."""
    if source.stat().st_size > share(TEXT):
        raise too_large("notebook")
    try:
        book = json.loads(source.read_bytes())
    except (ValueError, RecursionError):
        raise damaged("notebook") from None
    if not isinstance(book, dict) or not isinstance(book.get("cells"), list):
        raise misnamed("Jupyter notebook")
    told = book.get("metadata")
    language = told.get("language_info", {}) if isinstance(told, dict) else {}
    name = language.get("name") if isinstance(language, dict) else None
    clean = {
        "cells": [_cell(cell) for cell in book["cells"] if isinstance(cell, dict)],
        "metadata": {"language_info": {"name": name}} if isinstance(name, str) else {},
        **{key: book[key] for key in ("nbformat", "nbformat_minor") if isinstance(book.get(key), int)},
    }
    try:
        text = json.dumps(clean, ensure_ascii=False, indent=1)
        target.write_bytes(text.encode())
    except (ValueError, RecursionError):
        raise damaged("notebook") from None


def _cell(cell: dict[str, Any]) -> dict[str, Any]:
    kept: dict[str, Any] = {key: cell[key] for key in ("cell_type", "id", "source", "execution_count") if key in cell}
    kept["metadata"] = {}
    if isinstance(cell.get("outputs"), list):
        kept["outputs"] = [_output(one) for one in cell["outputs"] if isinstance(one, dict)]
    attached = cell.get("attachments")
    if isinstance(attached, dict):
        kept["attachments"] = {name: _bundle(one) for name, one in attached.items() if isinstance(one, dict)}
    return kept


def _output(output: dict[str, Any]) -> dict[str, Any]:
    names = ("output_type", "name", "text", "execution_count", "ename", "evalue", "traceback")
    kept: dict[str, Any] = {key: output[key] for key in names if key in output}
    if isinstance(output.get("data"), dict):
        kept["data"] = _bundle(output["data"])
        kept["metadata"] = {}
    return kept


def _bundle(data: dict[str, Any]) -> dict[str, Any]:
    """What a cell gave, in one form or several; pictures among them are cleaned."""
    return {kind: _picture(value) if kind in _PICTURES else value for kind, value in data.items()}


def _picture(value: object) -> object:
    packed = "".join(one for one in value if isinstance(one, str)) if isinstance(value, list) else value
    try:
        picture = clean_picture(base64.b64decode(packed)) if isinstance(packed, str) else None
    except (*DAMAGED, binascii.Error):
        picture = None
    return "" if picture is None else base64.b64encode(picture).decode()
