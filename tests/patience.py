"""How long tests wait, told in one place: for what is to come, never for a time to pass.

A state that comes ends the waiting at once, so that patience costs nothing where all is well.
``--slow 4`` slows the browser down as on a machine four times slower; the tests must hold there.
"""

import time

from playwright.sync_api import BrowserContext, Page

# Before a state that does not come counts as missing.
LONGEST = 60  # seconds
MILLISECONDS = LONGEST * 1000

# Processor time of a million squares, as a yardstick.
_ON_AN_OFFICE_PC = 0.05

# Two frames are drawn, and nothing that was begun waits to be done.
_SETTLED = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  await frame();
  await new Promise((done) => requestIdleCallback(done));
}"""


def be_patient(context: BrowserContext, slow: float = 1) -> None:
    """Let a context wait long for states, and slow all its pages down."""
    context.set_default_timeout(MILLISECONDS)
    if slow > 1:
        context.on("page", lambda page: _slow_down(page, slow))


def _slow_down(page: Page, slow: float) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": slow})


def settle(page: Page) -> None:
    """Wait until a page has drawn and done what was begun."""
    page.evaluate(_SETTLED)


def until(page: Page, condition: str) -> None:
    """Wait until an expression is true in a page, by the page's own frames.

    ``wait_for_function`` would need what the policy of our pages forbids.
    """
    page.evaluate(
        f"""async longest => {{
          for (const began = performance.now(); !({condition});) {{
            if (performance.now() - began > longest) throw new Error("it never came");
            await new Promise(requestAnimationFrame);
          }}
        }}""",
        MILLISECONDS,
    )


def seconds_of_this_machine(seconds: float) -> float:
    """Return how much processor time may be spent here where an office PC may spend ``seconds``."""
    tries = []
    for _ in range(3):
        began = time.process_time()
        sum(number * number for number in range(1_000_000))
        tries.append(time.process_time() - began)
    return seconds * max(1, min(tries) / _ON_AN_OFFICE_PC)
