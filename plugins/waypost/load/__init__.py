"""From a learner's folder to the model, or to every problem in it with its place. Raises nothing for bad input."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

# Each is read when it is asked for: a build without changes looks at folders and files, and loads none.
_HOMES = {
    "Document": "documents",
    "LoadedPortfolio": "portfolio",
    "LoadedSchool": "school",
    "check_folders": "folders",
    "is_image": "names",
    "list_folders": "folders",
    "load_document": "documents",
    "load_portfolio": "portfolio",
    "load_school": "school",
    "read_sources": "sources",
    "show_path": "places",
}

if TYPE_CHECKING:
    from .documents import Document as Document
    from .documents import load_document as load_document
    from .folders import check_folders as check_folders
    from .folders import list_folders as list_folders
    from .names import is_image as is_image
    from .places import show_path as show_path
    from .portfolio import LoadedPortfolio as LoadedPortfolio
    from .portfolio import load_portfolio as load_portfolio
    from .school import LoadedSchool as LoadedSchool
    from .school import load_school as load_school
    from .sources import read_sources as read_sources
else:

    def __getattr__(name: str) -> Any:
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
