"""What do other systems tell us, and how do we tell them? Bytes in, facts out, and back again."""

import os

# Where lxml is installed too, openpyxl would read with it: another parser, with other errors, than
# the one that strangers' workbooks were tried on. It asks this when it is first imported.
os.environ.setdefault("OPENPYXL_LXML", "False")

from carelink.exchange.bundle_write import write_bundle as write_bundle
from carelink.exchange.guard import unpacked as unpacked
from carelink.exchange.reading import Reading as Reading
from carelink.exchange.reading import Refusal as Refusal
from carelink.exchange.reading import Row as Row
from carelink.exchange.settling import settle as settle
from carelink.exchange.source import KINDS_OF_SOURCE as KINDS_OF_SOURCE
from carelink.exchange.source import read_source as read_source
