#!/usr/bin/env python3
"""What libFuzzer begins with beside the sample pages: PDF and DOCX pages, and archives of each kind. For tools/fuzz.sh.

    tools/fuzz_seeds.py FOLDER        writes FOLDER/pages and FOLDER/archives
"""

import gzip
import io
import pathlib
import struct
import sys
import tarfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parent.parent


def zstd(data):
    """One frame of one raw block (RFC 8878), which is a zstd file without a compressor."""
    return b"\x28\xb5\x2f\xfd\xa0" + struct.pack("<I", len(data)) + struct.pack("<I", len(data) << 3 | 1)[:3] + data


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def tarred(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in members:
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


def warc(members):
    records = b""
    for name, data in members:
        page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(data), data)
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/{name}\r\nContent-Type: application/http\r\nContent-Length: {len(page)}\r\n\r\n"
        records += head.encode() + page + b"\r\n\r\n"
    return records


def docx(text):
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.replace("&", "").replace("<", "").split("\n"))
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = f'<?xml version="1.0"?><w:document {space}><w:body>{lines}</w:body></w:document>'
    kinds = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    return zipped([("[Content_Types].xml", kinds.encode()), ("word/document.xml", document.encode())])


def pdf(text):
    """One page in a predefined map of characters, one line under the other."""
    lines = "".join(f"<{line.encode('utf-16-be').hex()}> Tj T* " for line in text.split("\n")[:30])
    content = f"BT /F1 10 Tf 12 TL 50 780 Td {lines}ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>>>",
    ]
    out, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1, table, len(objects) + 1, len(out))


def main():
    folder = pathlib.Path(sys.argv[1])
    pages = sorted((ROOT / "data/samples").glob("*.txt"))
    texts = [path.read_bytes().decode("utf-8", "ignore") for path in pages]
    short = sorted(texts, key=len)[2:5]
    for number, text in enumerate(short):
        (folder / f"pages/{number}.docx").write_bytes(docx(text))
        (folder / f"pages/{number}.pdf").write_bytes(pdf(text))
        (folder / f"pages/{number}.gb").write_bytes(text.encode("gb18030"))
        (folder / f"pages/{number}.u16").write_bytes(text.encode("utf-16"))
    members = [(f"{number}.txt", text.encode()) for number, text in enumerate(short)]
    tar = tarred(members)
    made = {"tar": tar, "tgz": gzip.compress(tar, mtime=0), "zst": zstd(tar), "zip": zipped(members), "warc": warc(members)}
    made["warc.gz"] = gzip.compress(made["warc"], mtime=0)
    made["zip.tar"] = tarred([("inside.zip", made["zip"])])
    made["jsonl"] = b"".join(b'{"id":"%d","text":"%s"}\n' % (n, t.encode().replace(b"\n", b"\\n").replace(b'"', b"")) for n, t in enumerate(short))
    for name, data in made.items():
        (folder / f"archives/all.{name}").write_bytes(data)


if __name__ == "__main__":
    main()
