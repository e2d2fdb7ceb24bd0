"""How is a zipped file the same bytes each time? Its parts in order, at one fixed time."""

import io
import zipfile

# The first day that a zip can name.
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def with_fixed_times(file: bytes) -> bytes:
    """The same parts with the same content, and no clock in them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as read, zipfile.ZipFile(out, "w") as written:
        for part in read.infolist():
            fresh = zipfile.ZipInfo(part.filename, _FIRST_DAY)
            fresh.compress_type = part.compress_type
            fresh.create_system = 3
            fresh.external_attr = 0o600 << 16
            written.writestr(fresh, read.read(part))
    return out.getvalue()
