"""The command line: one verb a file, each calling the pipeline."""

from .main import main

__all__ = ["main"]
