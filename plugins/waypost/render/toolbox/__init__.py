"""Drawing the toolbox: its finder, its sheets, and what a coach keeps on a device."""
