"""exiftool, the oracle: what it reads in files, what it plants in them, and its allow-list."""

from __future__ import annotations

import json
import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pikepdf

PERSON = "Quxley Harrowgate"
"""Nobody. Whatever is planted anywhere holds these two words, or the place, or the day."""
PLACE = "51.050409"
DAY = "2019:08:07 06:05:04"

# Which box, chunk or table there is and how long it is: exiftool names these as tags when asked for the unknown.
STRUCTURE = """
    AVCConfiguration ChunkOffset CodecPrivate CompositionTimeToSample Free MediaData MediaDataOffset
    MediaDataSize MovieFragmentSequence SampleGroupDescription SampleSizes SampleToChunk SampleToGroup
    SyncSampleTable TimeToSampleTable Unknown_free Unknown_mvex Unknown_tfdt Unknown_tfhd Unknown_trun
    Unknown_edts Unknown_esds Unknown_btrt Unknown_hvcC Matroska_0x0032 Matroska_0x0070 Matroska_0x16aa
    Matroska_0x16bb CueClusterPosition CueTime CueTrack SeekID SeekPosition ZipBitFlag ZipCRC ZipCompressedSize
    ZipCompression ZipFileName ZipRequiredVersion ZipUncompressedSize EBMLMaxIDLength EBMLMaxSizeLength
    EBMLReadVersion EBMLVersion DocType DocTypeReadVersion DocTypeVersion Xmlns LineCount WordCount Newlines
    MIMEEncoding ByteOrderMark IdependentAndDisposableSamples WebP_Flags Delimiter Quoting ColumnCount RowCount
"""
# How large, how long, how many, in which colours and by which method.
SHAPE = """
    FileType FileTypeExtension MIMEType ExifByteOrder JFIFVersion MajorBrand CompatibleBrands MovieHeaderVersion
    TrackHeaderVersion MediaHeaderVersion PDFVersion PageCount Linearized OpusVersion VorbisVersion VP8Version
    MPEGAudioVersion AudioLayer Encoding EncodingProcess CompressorID AudioFormat CodecID HandlerClass
    HandlerType ImageWidth ImageHeight SourceImageWidth SourceImageHeight XResolution YResolution ResolutionUnit
    HorizontalScale VerticalScale PixelAspectRatio BitsPerSample BitDepth ColorComponents YCbCrSubSampling
    Orientation MatrixStructure GraphicsMode OpColor VideoScanType VideoFrameRate ViewBox Duration TimeScale
    TrackDuration MediaDuration MediaTimeScale TimecodeScale PreferredRate PreferredVolume PreviewTime
    PreviewDuration PosterTime SelectionTime SelectionDuration CurrentTime NextTrackID TrackID TrackNumber
    TrackType TrackLayer TrackVolume TrackDefault TrackLacing Balance LayoutFlags AudioChannels Channels
    NumChannels AudioBitsPerSample AudioSampleRate SampleRate TotalSamples BlockSizeMin BlockSizeMax
    FrameSizeMin FrameSizeMax AvgBytesPerSec AudioBitrate AverageBitrate MaxBitrate NominalBitrate BufferSize
    ChannelMode MSStereo IntensityStereo Emphasis CopyrightFlag OriginalMedia OutputGain MD5Signature
    ColorProfiles ColorPrimaries TransferCharacteristics MatrixCoefficients VideoFullRangeFlag
    PurchaseFileFormat Unknown_mp4a
    BackgroundColor AnimationLoopCount AlphaPreprocessing AlphaFiltering AlphaCompression
"""
# What the learner made: a document's language and title as it is shown, a notebook's cells, what a JSON holds.
CONTENT = """
    Language MediaLanguageCode TrackLanguage Title CellsCell_Type CellsExecution_Count CellsId
    CellsOutputsDataImageJpeg CellsOutputsDataTextPlain CellsOutputsOutput_Type CellsSource
    CellsOutputsName CellsOutputsText CellsOutputsDataTextHtml CellsOutputsEname CellsOutputsEvalue
    CellsOutputsTraceback MetadataLanguage_InfoName Nbformat Nbformat_minor AssetVersion NodesName ScenesNodes
    Crabs
"""
ALLOWED = frozenset((STRUCTURE + SHAPE + CONTENT).split())
# Fields that a format must have, and the one value that says nothing.
EMPTY = {
    **dict.fromkeys(("CreateDate", "ModifyDate"), "0000:00:00 00:00:00"),
    **{f"{part}{what}Date": "0000:00:00 00:00:00" for part in ("Track", "Media") for what in ("Create", "Modify")},
    "MinorVersion": "0.0.0",
    "MuxingApp": "",
    "WritingApp": "",
    "Vendor": "",
    "TrackUID": None,
    "ZipModifyDate": "1980:01:01 00:00:00",
}
WORDS = (*PERSON.split(), PLACE, "2019-08-07", "2019:08:07", "20190807", "Lavf", "x.png", "GPS")
"""Whatever is planted, and what the programs that made our recordings put in."""


def read(paths: Iterable[Path]) -> dict[str, dict[str, str]]:
    """Every tag of each file, by the file's path, as `group:tag`; what the file system says is left out."""
    command = ["exiftool", "-json", "-a", "-u", "-ee", "-G1", "-s", "-api", "largefilesupport=1"]
    leave = ["--System:all", "--ExifTool:all", "--Composite:all"]
    done = subprocess.run([*command, *leave, *map(str, paths)], capture_output=True, check=False, timeout=120)
    rows = json.loads(done.stdout.decode("utf-8", "replace"))
    return {row.pop("SourceFile"): {tag: str(value) for tag, value in row.items()} for row in rows}


def plant(path: Path, *tags: str) -> None:
    """Writes tags, each as `Group:Tag=value`, into a file. Fails where exiftool does."""
    command = ["exiftool", "-q", "-m", "-overwrite_original", *(f"-{tag}" for tag in tags), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr


def told(tags: dict[str, str]) -> dict[str, str]:
    """The tags outside the allow-list."""
    found = {}
    for tag, value in tags.items():
        name = tag.rpartition(":")[2]
        harmless = name in ALLOWED or (name in EMPTY and (EMPTY[name] is None or value == EMPTY[name]))
        if not harmless:
            found[tag] = value
    return found


def insides(path: Path) -> list[bytes]:
    """All bytes in a file that anybody could get at: as they are, and unpacked."""
    found = [path.read_bytes()]
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                member = path.with_name("member")
                member.write_bytes(archive.read(name))
                found += [name.encode(), *insides(member)]
    elif found[0].startswith(b"%PDF"):
        with pikepdf.open(path) as pdf:
            found.append(str(pdf.trailer).encode())
            for thing in pdf.objects:
                found.append(repr(thing).encode())
                if isinstance(thing, pikepdf.Stream):
                    found.append(thing.read_raw_bytes())
    return found


def planted_in(path: Path) -> list[str]:
    """The planted words that stand somewhere in a file."""
    texts = insides(path)
    forms = {word: (word.encode(), word.encode("utf-16-le"), word.encode("utf-16-be")) for word in WORDS}
    return [word for word, shapes in forms.items() if any(shape in text for shape in shapes for text in texts)]
