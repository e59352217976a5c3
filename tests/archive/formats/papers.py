"""Documents made for the tests: small PDF files written by hand, ODT files zipped from their XML."""

import io
import zipfile

MANIFEST = '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{}</manifest>'
NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def pdf(sheets, info=None):
    """Return a PDF file of sheets, each a list of `(x, y, size, text)` in points, drawn in that order."""
    objects = []

    def add(body):
        objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(objects)

    tree, font = 1, 2
    objects += [b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for runs in sheets:
        drawn = "".join(f"BT /F {size} Tf {x} {y} Td ({escaped(text)}) Tj ET\n" for x, y, size, text in runs)
        stream = add(
            f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n".encode() + drawn.encode("cp1252") + b"endstream"
        )
        kids.append(
            add(
                f"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 595 842] /Contents {stream} 0 R "
                f"/Resources << /Font << /F {font} 0 R >> >> >>"
            )
        )
    listed = " ".join(f"{kid} 0 R" for kid in kids)
    objects[0] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
    catalog = add(f"<< /Type /Catalog /Pages {tree} 0 R >>")
    told = add("<< " + " ".join(f"/{key} ({escaped(value)})" for key, value in (info or {}).items()) + " >>")
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    begin = len(out)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    out += f"trailer << /Size {len(objects) + 1} /Root {catalog} 0 R /Info {told} 0 R >>\n".encode()
    out += f"startxref\n{begin}\n%%EOF".encode()
    return bytes(out)


def escaped(text):
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def lines(text, x=72, y=760, size=11, leading=14):
    """Return lines of a column from its top, as `pdf` takes them; an empty line is a blank one."""
    return [(x, y - leading * row, size, line) for row, line in enumerate(text.split("\n")) if line]


def odt(body, styles="", meta="", manifest=""):
    """Return an ODT file with the XML of its body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("META-INF/manifest.xml", MANIFEST.format(manifest))
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
        )
        archive.writestr("styles.xml", f"<office:document-styles {NAMES}>{styles}</office:document-styles>")
        archive.writestr("meta.xml", f"<office:document-meta {NAMES}>{meta}</office:document-meta>")
    return out.getvalue()


def told(extracted):
    """Return the parts of an extract as `(tag, zone, text)`."""
    return [(part.tag, part.zone, extracted.text[part.start : part.end]) for part in extracted.parts]
