"""What do the notes of made-up contacts say? Sentences about nobody, put together at random.

They keep to the three prompts of a note: what they said, what I saw, what we agreed.
"""

from random import Random

from carelink.words import Rung

_SAID = (
    "Said that the week has gone well and that the new routine suits them.",
    'Said: "I slept properly for the first time in ages."',
    "Told me about cooking for friends at the weekend; the curry was a success.",
    "Said that money is tight until the end of the month but food is in.",
    "Talked about a younger brother's birthday and what to get him.",
    "Said they are proud of passing the last unit of the course.",
    "Told me they felt upset after a phone call and what helped afterwards.",
    "Said the bus takes too long in the mornings and asked about a rail card.",
    "Would like to learn to drive one day and asked what it costs.",
    'Said: "I like it here, it is quiet."',
    "Told me about the job trial; they liked the people there.",
    "Said the neighbours are friendly and one has lent a drill.",
    "Asked what happens with the rent if hours at work go up.",
    "Said that sleep has been hard and would like to see the doctor about it.",
    "Talked about seeing an old foster carer, who is well.",
    "Said they would rather meet for a walk than sit and talk, so we walked.",
    "Told me they have joined a football team on Thursdays.",
    "Said that forms are the worst part and that doing them together helps.",
    "Talked about music; a friend is teaching them to mix.",
    "Said they feel ready to try cooking for the week on their own.",
    "Told me the dentist was fine after all.",
    'Said: "Ask me next time, not today", about family. I will.',
    "Said the interview went better than expected.",
    "Asked who else reads these notes, and I explained.",
)
_SAW_AT_HOME = (
    "The room was warm and tidy, with photographs up.",
    "The kitchen is in use and there was food in the cupboards.",
    "The window catch is still broken; the rest is in good order.",
    "They showed me the new curtains, which they hemmed themselves.",
    "There is a little damp in the corner of the bathroom.",
    "A friend was leaving as I arrived; they introduced us.",
    "The flat was cold; the meter had run out that morning.",
    "They had their own mugs out and made the tea.",
    "A desk has gone in under the window, with college work on it.",
    "The bed is up at last and the boxes are nearly gone.",
    "Everything was as on the last visit, and well kept.",
    "They look well and were wearing the new work boots.",
)
_SAW = (
    "They looked well and laughed a good deal.",
    "They seemed tired but glad to be out.",
    "They were on time and had brought the letters to look at.",
    "They were quiet at first and easier after half an hour.",
    "They chose the café and paid for their own drink.",
    "They had thought about what they wanted to talk through.",
    "They were warmly dressed and in good spirits.",
    "They were worried at the start; we took it slowly.",
    "They had slept badly and said so; the hour was shorter for it.",
    "They brought a friend along for the first ten minutes.",
    "They showed me pictures of the weekend on their phone.",
    "They asked good questions and wrote the answers down.",
    "They seemed more at ease than last time.",
    "They had a cold and were wrapped up well.",
)
_AGREED = (
    "We agreed that I ring the housing officer by Friday.",
    "We agreed to fill in the form together next time.",
    "We agreed that they book the doctor and I come along if wanted.",
    "We agreed to look at the budget again at the end of the month.",
    "We agreed that I send the bus times by message.",
    "We agreed to meet at the library next time.",
    "We agreed that I ask about the bursary.",
    "We agreed to leave the subject for now and come back to it.",
    "We agreed that they try the class once and tell me how it was.",
    "We agreed on the next date before I left.",
    "We agreed that I find out about a bicycle.",
    "We agreed to bring the plan up to date together at the review.",
    "We agreed that I write down what we will do and send it.",
    "We agreed nothing new; all is going as planned.",
    "We agreed that I ask the school for the old certificates.",
    "We agreed to ring the optician together on Thursday.",
    "We agreed that they keep the receipts in one envelope.",
    "We agreed to try a video call for the next short talk.",
    "We agreed that I come a little later so that they can sleep in.",
)
_ANSWERED = (
    "Answered my message: all well, busy this week.",
    "Sent a thumbs-up and a picture of the new front door.",
    "Wrote back that Tuesday suits better than Monday.",
    "Wrote to say that the letter came and is good news.",
    "Answered the birthday message with thanks.",
    "Wrote back late in the evening: fine, will ring soon.",
)
_TRIED = (
    "Rang twice and left a message. I will try again in two days.",
    "Called at the door and left a card; we could not reach them today.",
    "Wrote a message; no answer yet. I will ring tomorrow evening.",
    "They were not able to come today. I will offer another day.",
    "Rang at the time they like best; no answer. I left my number again.",
)


def a_note(rng: Random, rung: Rung) -> str:
    """The note of a contact that got this far."""
    drawn = rng.random()
    if rung is Rung.ATTEMPTED:
        return _TRIED[int(drawn * len(_TRIED))]
    if rung is Rung.MESSAGE_ANSWERED:
        return _ANSWERED[int(drawn * len(_ANSWERED))]
    said = _SAID[int(drawn * len(_SAID))]
    agreed = _AGREED[int(rng.random() * len(_AGREED))]
    if rung is Rung.SPOKE:
        return f"{said}\n{agreed}"
    seen = _SAW_AT_HOME if rung is Rung.SEEN_AT_HOME and drawn < 0.7 else _SAW
    return f"{said}\n{seen[int(rng.random() * len(seen))]}\n{agreed}"
