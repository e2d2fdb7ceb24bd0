"""A paper with every block, such as a young person may be given."""

from datetime import date

from carelink.papers.blocks import (
    Box,
    Bullets,
    Checkboxes,
    Heading,
    Lines,
    PageBreak,
    Paper,
    Para,
    ParaKind,
    Signatures,
    Table,
)

ACTIONS = (
    ("Ask the landlord about a bike shed", "Jo", "3 December 2026"),
    ("Apply for the setting-up-home allowance: the cooker, then the bed", "Jo and Amina", ""),
    ("Visit the college in Chatham", "Amina", "1 February 2027"),
)
SAMPLE = Paper(
    title="My pathway plan",
    person_name="Amina Yusuf",
    born=date(2008, 5, 3),
    made_on=date(2026, 11, 24),
    reference="CL-1042",
    blocks=(
        Para("This is your plan. You can change your mind.", ParaKind.LEAD),
        Heading("Where will I live?"),
        Para("You live in a flat in Gillingham.\nSam comes on Tuesdays."),
        Para("I like that it is near the bus.", ParaKind.QUOTE, by="Amina, 3 May 2026"),
        Lines((("My home", "Flat 2, Canal Road"), ("Next visit", "Not recorded"))),
        Heading("What will happen", 2),
        Table(("What", "Who", "By when"), ACTIONS, caption="Actions"),
        Heading("Things I can do", 3),
        Bullets(("Cook three meals", "Use the bus and the train")),
        Bullets(("First ring the college", "Then send the form"), numbered=True),
        Checkboxes((("I have a bank account", True), ("I am registered to vote", False))),
        Box("What I do not agree with", "You may write here.", empty_lines=3),
        PageBreak(),
        Heading("In other languages"),
        Para("أمينة تسكن في ليدز مع أختها."),
        Para("هێمن دەیەوێت لە ساڵی 2026 دەست بە کارێک بکات."),
        Para("Nguyễn Thị Minh Khai muốn học nấu ăn."),
        Para("ሰላም ትባላለች። በሊድስ ትኖራለች፣"),
        Para("If you are not happy, you can complain.", ParaKind.SMALL),
        Signatures(("Amina", "Personal adviser")),
    ),
)
