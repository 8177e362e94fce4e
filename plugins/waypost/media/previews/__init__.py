"""Documents to read in the page: what each shows, as HTML without anything that runs, loads or leads to it.

One module for each sort of document; `sorts` knows which. All of it runs in the process of `workroom`, and reads what
`cleaning` has left of a file.
"""
