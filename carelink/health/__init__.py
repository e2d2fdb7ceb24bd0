"""The health passport: what the statutory guidance asks for, and what is still missing."""
