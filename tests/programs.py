"""The command line, run as a program of its own that starts at once.

Most of a short command's time goes into Python's imports and into compiling templates. So one process does these, and
each command is forked from it: with its own arguments, folder, environment, input and output, and with its own end.
The tests of the wheel, of MkDocs and of worker processes also start it as a school does.
"""

from __future__ import annotations

import atexit
import importlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Literal

from waypost.cli.main import VERBS

PAUSE = 0.002
Name = Literal["waypost", "mkdocs"]
MAIN = {"waypost": ("waypost.cli.main", "main"), "mkdocs": ("mkdocs.__main__", "cli")}
"""The module and the function that each command is."""
AT_HAND = {
    "waypost": (
        "waypost.cli.main",
        *(f"waypost.cli.{verb}" for verb in VERBS),
        "waypost.media",
        "waypost.ready",
        "waypost.toolbox",
        "waypost.toolbox_parcel",
    ),
    "mkdocs": (
        "mkdocs.__main__",
        "mkdocs.commands.build",
        "material.plugins.search.plugin",
        "waypost.plugin",
        "waypost.ready",
        "waypost.toolbox",
        "waypost.site_search",
    ),
}
"""What each of them has imported before it begins."""


def run(
    *arguments: str | Path,
    cwd: Path,
    stdin: str = "",
    environment: Mapping[str, str] | None = None,
    name: Name = "waypost",
) -> subprocess.CompletedProcess[str]:
    """Runs a command to its end."""
    with start(*arguments, cwd=cwd, stdin=stdin, environment=environment, name=name) as program:
        said, complained = program.communicate()
    assert program.returncode is not None
    return subprocess.CompletedProcess([name, *map(str, arguments)], program.returncode, said, complained)


def start(
    *arguments: str | Path,
    cwd: Path,
    stdin: str = "",
    environment: Mapping[str, str] | None = None,
    name: Name = "waypost",
) -> Program:
    """Starts a command, by itself without a key of the machine's own."""
    if environment is None:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("WAYPOST_")}
    folder = tempfile.TemporaryDirectory(prefix="program-")
    (Path(folder.name) / "0").write_text(stdin, encoding="utf-8")
    asked = {"arguments": [*map(str, arguments)], "cwd": str(cwd), "environment": dict(environment), "at": folder.name}
    origin = _origin(name)
    assert origin.stdin
    assert origin.stdout
    origin.stdin.write(f"{json.dumps(asked)}\n")
    origin.stdin.flush()
    return Program(int(origin.stdout.readline()), folder)


class Program:
    """A command that runs, as `subprocess.Popen` has it. Leaving its block waits for its end."""

    def __init__(self, pid: int, folder: tempfile.TemporaryDirectory[str]) -> None:
        self.pid = pid
        self.returncode: int | None = None
        self._folder = folder
        self._said = ("", "")

    def __enter__(self) -> Program:
        return self

    def __exit__(self, *_: object) -> None:
        self.communicate()

    def poll(self) -> int | None:
        """What it ended with, below zero for a signal; None while it runs."""
        if self.returncode is None:
            at = Path(self._folder.name)
            try:
                self.returncode = int((at / "ended").read_text())
            except FileNotFoundError:
                return None
            said, complained = ((at / name).read_text(encoding="utf-8") for name in "12")
            self._said = (said, complained)
            self._folder.cleanup()
        return self.returncode

    def communicate(self) -> tuple[str, str]:
        """Waits for its end, and gives what it said and what it complained of."""
        while self.poll() is None:
            time.sleep(PAUSE)
        return self._said

    def send_signal(self, number: int) -> None:
        """Sends it a signal, while it runs."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """Ends it at once."""
        self.send_signal(signal.SIGKILL)


@cache
def _origin(name: Name) -> subprocess.Popen[str]:
    """What commands are forked from; it ends with the tests."""
    command = [sys.executable, __file__, name]
    origin = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(origin.communicate)
    return origin


def _serve(name: str) -> None:
    for module in AT_HAND[name]:
        importlib.import_module(module)
    running: dict[int, str] = {}

    def note_ends(_number: int, _frame: FrameType | None) -> None:
        for pid in list(running):
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                note = Path(running.pop(pid)) / "ending"
                note.write_text(str(os.waitstatus_to_exitcode(status)))
                note.rename(note.with_name("ended"))

    signal.signal(signal.SIGCHLD, note_ends)
    for line in sys.stdin:
        asked = json.loads(line)
        ready, told = os.pipe()
        # Its end must not be noted before its beginning is.
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGCHLD])
        pid = os.fork()
        if not pid:
            _become(name, told, **asked)
        os.close(told)
        # It closes its end once it stands in its own folder.
        os.read(ready, 1)
        os.close(ready)
        running[pid] = asked["at"]
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGCHLD])
        print(pid, flush=True)


def _become(name: str, told: int, arguments: list[str], cwd: str, environment: dict[str, str], at: str) -> None:
    module, function = MAIN[name]
    main = getattr(sys.modules[module], function)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGCHLD])
    for number in range(3):
        file = os.open(Path(at) / str(number), os.O_RDWR | os.O_CREAT, 0o600)
        os.dup2(file, number)
        os.close(file)
    sys.stdin, sys.stdout, sys.stderr = open(0), open(1, "w"), open(2, "w")  # noqa: SIM115 - they last as long as it does
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(cwd)
    os.close(told)
    sys.argv = [name, *arguments]
    code = 1
    try:
        main(arguments)
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else bool(end.code)
    except BaseException:  # noqa: BLE001 - the interpreter itself would print it
        sys.excepthook(*sys.exc_info())
    finally:
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    _serve(sys.argv[1])
