"""Sizes that say little: every blob is padded before it is sealed.

Source: Padmé (Nikitin et al., Reducing Metadata Leakage from Encrypted Files, 2019): at most 12 % more, and the size
of a file tells no more than log log of it.
"""

from __future__ import annotations

SMALLEST = 4096


def padded_size(size: int) -> int:
    """The size in bytes to which `size` bytes are padded."""
    if size <= SMALLEST:
        return SMALLEST
    exponent = size.bit_length() - 1
    free_bits = exponent - exponent.bit_length()
    mask = (1 << free_bits) - 1
    return (size + mask) & ~mask
