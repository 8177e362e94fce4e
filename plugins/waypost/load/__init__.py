"""From a learner's folder to the model, or to every problem in it with its place. Raises nothing for bad input."""

from .documents import Document, load_document
from .folders import check_folders, list_folders
from .names import is_image
from .places import show_path
from .portfolio import LoadedPortfolio, load_portfolio
from .school import LoadedSchool, load_school
from .sources import read_sources

__all__ = [
    "Document",
    "LoadedPortfolio",
    "LoadedSchool",
    "check_folders",
    "is_image",
    "list_folders",
    "load_document",
    "load_portfolio",
    "load_school",
    "read_sources",
    "show_path",
]
