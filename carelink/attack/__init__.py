"""What can a reader work out who holds all that was ever published? The least and the greatest.

Written against the published files alone: it shares nothing with what protects them.
"""

from carelink.attack.attacked import attack
from carelink.attack.held import Known, Published
from carelink.attack.verdict import Bound, Failure, Unused, Verdict

__all__ = ["Bound", "Failure", "Known", "Published", "Unused", "Verdict", "attack"]
