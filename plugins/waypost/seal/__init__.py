"""Sealing with age: keys, links, trees, grants, and opening them again. No cipher and no container is ours."""
