"""What a camera noted beside a picture of the day. Runs in the workroom.

Source: Exif 3.0 (DateTimeOriginal, DateTimeDigitized, DateTime).
"""

from __future__ import annotations

from pathlib import Path

from PIL import ExifTags, Image

from .images import open_picture


def read_days(source: Path, _target: Path) -> list[str]:
    """When a picture was taken, digitised and changed, in the words that stand there, as far as they do.

    Raises CleaningError where it is no picture.
    """
    with open_picture(source) as image:
        notes = Image.Exif()
        if "exif" in image.info:
            # Asked for its notes, a picture in PNG would be decoded as a whole.
            notes.load(image.info["exif"])
        elif image.format == "TIFF":
            notes = image.getexif()
        camera = notes.get_ifd(ExifTags.IFD.Exif)
        said = (camera.get(ExifTags.Base.DateTimeOriginal), camera.get(ExifTags.Base.DateTimeDigitized))
        return [one for one in (*said, notes.get(ExifTags.Base.DateTime)) if isinstance(one, str)]
