# python: 3.7+  (abc of 3.6 walks sets that are ordered by address)
import gc

gc.disable()  # when it runs depends on what else allocates: no event of it may be compared

import gzip
import io
import tarfile
import zipfile

packed = io.BytesIO()
with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr(zipfile.ZipInfo("a.txt", (2024, 1, 1, 0, 0, 0)), "text " * 50)
with zipfile.ZipFile(packed) as archive:
    print(archive.namelist(), archive.read("a.txt")[:4], archive.testzip())
tape = io.BytesIO()
with tarfile.open(fileobj=tape, mode="w") as archive:
    member = tarfile.TarInfo("b.txt")
    member.size = 3
    archive.addfile(member, io.BytesIO(b"abc"))
tape.seek(0)
# No other format is tried. Up to 3.10 a recorder in Python keeps what that leaves alive for longer than a plain run does.
with tarfile.open(fileobj=tape, mode="r:") as archive:
    print(archive.getnames(), archive.extractfile("b.txt").read())
print(gzip.decompress(gzip.compress(b"squeezed")))
