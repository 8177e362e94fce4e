"""Files other than pictures, cleaned: whatever tells of a person, place, device, day or earlier state goes.

One module for each sort of file; `sorts` knows which. All of it runs in a process of its own (`workroom`).
"""
