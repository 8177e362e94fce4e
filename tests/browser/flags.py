"""How Chromium is started for tests."""

from __future__ import annotations

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# Playwright's own lists, which a second one takes the place of.
LEFT_OUT = (
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
ADDED = ("CDPScreenshotNewSurface", "SkipListAccountsWithoutGaiaCookies")
# A fifth of a processor's time goes into what pays for longer visits only, and what no page sees: a frame of its own
# for each document of a tab, a process kept ready, processes for drawing and fetching, the last step of compiling.
FLAGS_FOR_SHORT_VISITS = (
    f"--disable-features={','.join(LEFT_OUT)},RenderDocument,SpareRendererForSitePerProcess",
    f"--enable-features={','.join(ADDED)},NetworkServiceInProcess2",
    "--in-process-gpu",
    "--js-flags=--no-opt",
)
