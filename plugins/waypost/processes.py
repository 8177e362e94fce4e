"""Worker processes, one for each core: how they start, and what is said when one is ended from outside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from .errors import WaypostError

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

Result = TypeVar("Result")
SEARCHING, MAKING = "waypost.search", "waypost.ready"
"""What workers have at hand: to search what others have made, or to make it."""


def make_ready() -> None:
    """Starts what the workers who make portfolios come from, and returns at once: its libraries are read meanwhile."""
    if _context(MAKING).get_start_method() == "forkserver":
        from multiprocessing.forkserver import ensure_running

        ensure_running()


def run_in_processes(
    function: Callable[..., Result], jobs: Sequence[tuple[Any, ...]], workers: int
) -> Iterator[Result]:
    """Calls `function` with the arguments of each job, side by side; yields what it returns as it comes.

    Raises what `function` raises, and WaypostError where a worker was ended from outside.
    """
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool

    pool = ProcessPoolExecutor(min(workers, len(jobs)), mp_context=_context(), initializer=_end_with_parent)
    try:
        for future in as_completed([pool.submit(function, *job) for job in jobs]):
            yield future.result()
    except BrokenProcessPool:
        raise WaypostError(
            "A worker process was ended from outside, perhaps for want of memory. The site stands as it was. "
            "Build again with a smaller `concurrency`."
        ) from None
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _context(preloaded: str = SEARCHING) -> BaseContext:
    from multiprocessing import get_all_start_methods, get_context

    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    # A fork server starts clean processes quickly, without the threads that a watching MkDocs has.
    context = get_context("forkserver")
    context.set_forkserver_preload([preloaded])
    return context


def _end_with_parent() -> None:
    """Lets a worker end when the build does: one that is killed cannot tell its workers, and they would wait for ever.

    Runs in the worker.
    """
    import os
    from multiprocessing import parent_process
    from threading import Thread

    parent = parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()
