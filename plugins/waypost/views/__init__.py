"""What one audience sees of a portfolio: filtered here, before anything is rendered."""

from .build import build_portfolio_view
from .portfolio import PortfolioView

__all__ = ["PortfolioView", "build_portfolio_view"]
