"""Programs that the tests drive, outside Python: found where they are, else installed with apt.

What is already on the machine is used as it is. A missing one stops the run: no test is skipped.
"""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from console import SetupError, ask


@dataclass(frozen=True)
class Tool:
    """One program: the names and places it may have, and the packages that bring it."""

    label: str
    commands: tuple[str, ...]
    debian: tuple[str, ...]
    winget: str
    places: tuple[str, ...] = ()

    def find(self) -> str | None:
        """Path of the program, or None when this machine hasn't got it."""
        for command in self.commands:
            if found := shutil.which(command):
                return found
        expanded = (os.path.expandvars(place) for place in self.places)
        return next((place for place in expanded if Path(place).is_file()), None)


CHROMIUM = Tool(
    label="trình duyệt Chromium, Chrome hoặc Edge",
    commands=(
        *("chromium", "google-chrome", "google-chrome-stable", "chromium-browser"),
        *("microsoft-edge", "chrome", "msedge"),
    ),
    debian=("chromium", "fonts-liberation"),
    winget="Google.Chrome",
    places=(
        r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
        r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
        r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
        r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
        r"%ProgramFiles%\Microsoft\Edge\Application\msedge.exe",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ),
)
JAVA = Tool(
    label="Java (cho bộ kiểm tra HTML)",
    commands=("java",),
    debian=("default-jre-headless",),
    winget="EclipseAdoptium.Temurin.21.JRE",
)
LIBREOFFICE = Tool(
    label="LibreOffice Writer (mở thử tệp Word)",
    commands=("soffice", "libreoffice"),
    # The fonts have the measures of Times New Roman, so that pages break where they would in Word.
    debian=("libreoffice-writer-nogui", "fonts-liberation"),
    winget="TheDocumentFoundation.LibreOffice",
    places=(
        r"%ProgramFiles%\LibreOffice\program\soffice.com",
        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    ),
)
PDFTOTEXT = Tool(
    label="pdftotext (đọc thử tệp PDF)",
    commands=("pdftotext",),
    debian=("poppler-utils",),
    winget="oschwartz10612.Poppler",
)
PDFTOPPM = Tool(
    label="pdftoppm (xem thử tệp PDF)",
    commands=("pdftoppm",),
    debian=("poppler-utils",),
    winget="oschwartz10612.Poppler",
)
NODE = Tool(
    label="Node.js",
    commands=("node",),
    debian=("nodejs",),
    winget="OpenJS.NodeJS.LTS",
)
NPM = Tool(
    label="npm",
    commands=("npm",),
    debian=("npm",),
    winget="OpenJS.NodeJS.LTS",
)
TOOLS = (CHROMIUM, JAVA, LIBREOFFICE, PDFTOTEXT, PDFTOPPM, NODE, NPM)


def prepare() -> None:
    """Have every tool at hand, installing what is missing where we may."""
    missing = _missing()
    if not missing:
        return
    names = "\n".join(f"  - {tool.label}" for tool in missing)
    if not _may_use_apt():
        raise SetupError(f"Để kiểm thử còn thiếu:\n{names}\n{_advice(missing)}")
    print(f"Đang cài công cụ kiểm thử còn thiếu:\n{names}")
    said = _install_with_apt(_packages(missing))
    if left := _missing():
        labels = ", ".join(tool.label for tool in left)
        raise SetupError(f"Chưa cài được: {labels}. apt báo:\n{said[-2000:]}")


def _missing() -> list[Tool]:
    return [tool for tool in TOOLS if tool.find() is None]


def _packages(tools: list[Tool]) -> list[str]:
    return sorted({package for tool in tools for package in tool.debian})


def _may_use_apt() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install_with_apt(packages: list[str]) -> str:
    # Lists that can't be refreshed (a third party's, say) need not stop what is in the others.
    ask("apt-get", "-o", "Acquire::Retries=3", "update")
    patient = ("-o", "DPkg::Lock::Timeout=600", "-o", "Acquire::Retries=3")
    frontend = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *patient)
    return ask(*frontend, "install", "-y", "--no-install-recommends", *packages)[1]


def _advice(tools: list[Tool]) -> str:
    """The one command that brings what is missing, for whoever may run it."""
    if sys.platform == "win32":
        command = "winget install " + " ".join(sorted({tool.winget for tool in tools}))
    elif shutil.which("apt-get"):
        packages = " ".join(_packages(tools))
        install = f"sudo apt-get install -y --no-install-recommends {packages}"
        command = f"sudo apt-get update && {install}"
    else:
        return "Hãy cài bằng trình quản lý gói của máy, rồi chạy lại."
    return f"Hãy chạy lệnh này rồi làm lại:\n\n  {command}"
