"""The words of who somebody is: codes of returns, and what may be suggested and never imposed."""

from collections.abc import Mapping

# Source: SSDA903 guide, ETHNIC.
ETHNICITY_LABELS: Mapping[str, str] = {
    "WBRI": "White British",
    "WIRI": "White Irish",
    "WIRT": "Traveller of Irish heritage",
    "WROM": "Gypsy or Roma",
    "WOTH": "Another White background",
    "MWBC": "White and Black Caribbean",
    "MWBA": "White and Black African",
    "MWAS": "White and Asian",
    "MOTH": "Another mixed background",
    "AIND": "Indian",
    "APKN": "Pakistani",
    "ABAN": "Bangladeshi",
    "AOTH": "Another Asian background",
    "BCRB": "Caribbean",
    "BAFR": "African",
    "BOTH": "Another Black background",
    "CHNE": "Chinese",
    "OOTH": "Another ethnic group",
    "REFU": "Would rather not say",
    "NOBT": "Not asked yet",
}
# What a return asks, and apart from gender. Source: SSDA903 guide, SEX.
SEX_LABELS: Mapping[str, str] = {"F": "Female", "M": "Male", "U": "Not known"}
PRONOUNS = ("she/her", "he/him", "they/them", "Ask me")
SAFE_TO_REACH = (
    "Best by message.",
    "Best by phone call.",
    "Do not leave voicemail.",
    "The phone may be shared.",
    "No letters to the home.",
    "Only in working hours.",
)
LONGEST_NAME = 100
