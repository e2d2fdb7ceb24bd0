"""What is a paper made of, and how does it become a PDF, a pocket card or a page to read?

A paper is a plain value, `Paper`, made of blocks; `write_pdf`, `write_pocket_card` and
`write_html` turn it into bytes. Whoever composes a paper needs `blocks` alone:

    from carelink.papers.blocks import Bullets, Heading, Lines, Paper, Para, ParaKind, Signatures

    def plan_paper(case, plan, made_on):
        return Paper(
            title="My pathway plan",
            person_name=case.person.name_used,
            born=case.person.born,
            made_on=made_on,
            blocks=(
                Para("This is your plan. You can change your mind.", ParaKind.LEAD),
                Heading("Where will I live?"),
                Lines((("My home", plan.home), ("Since", show(plan.since)))),
                Para(plan.own_words, ParaKind.QUOTE, by="Amina, 3 May 2026"),
                Heading("What will happen", level=2),
                Bullets(tuple(action.text for action in plan.actions)),
                Signatures(("Amina", "Personal adviser")),
            ),
        )

Every text in a block is plain: `&`, `<b>` and `=1+1` are printed as they were typed, a new line
is a new line, and any script runs in its own direction. Give the words of people as they are and
never escape them; an empty text prints nothing, so say "not recorded" where that is what is meant.

The fonts come from whoever asks, because this room reads no files: `ui.assets.paper_fonts()`.

    pdf = write_pdf(paper, paper_fonts())                # or large=True, for 18 pt
    page = write_html(paper)                             # the PDF is untagged: always give both
    card = write_pocket_card(paper, paper_fonts())       # its blocks over eight small panels

From low to high: `blocks` (what a paper is), `written` (which characters are printed, which way
they run) and `style`; `fonts` and `directions`; `lines` (words shaped and wrapped); `strips` (what
falls onto pages); `worded`, `tables` and `setting` (blocks set into strips); `embedding`,
`outlines` and `pen` (strips drawn); `pdf`, `pocket` and `html`. The other files are the papers.
"""
