"""What waits for a manager to agree to it? One list, each answered by one key, and the next one."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from carelink.approvals.deciding import Asked, details_of
from carelink.approvals.waiting import Waiting
from carelink.approvals.words import GRANT, HOME, RETURN_MEANS, SUBJECT_LABELS
from carelink.errors import Refused, StoreTrouble
from carelink.known import say_adviser, say_age
from carelink.names import kept_apart
from carelink.said import Line
from db.agreeing import Rules, agree, author_at, return_it, undo_answer, why_not
from db.plan_rows import Author
from ui.desk import Desk
from ui.held import Held
from ui.lines import LinesView
from ui.team.explained_pane import ExplainedPane
from ui.team.to_agree_lines import PLAN, Owns, key_of, say_to_agree, say_what_waits, to_agree_lines
from ui.team.to_agree_panel import ToAgreePanel

# Which section of the file a line opens; the overview where none is named.
_SECTIONS = {PLAN: "plan", GRANT: "money", HOME: "home"}


class ToAgreePane(ExplainedPane):
    """Everything that waits, kind by kind, the longest first; A agrees, R returns with words.

    A plan is read and answered where it stands: its line opens it.
    """

    word = "To agree"
    made_when_seen = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.list = LinesView("What waits for a manager, the longest wait first")
        self.panel = ToAgreePanel(desk.wording)
        self._waiting: dict[str, Waiting] = {}
        self._owns: Owns = {}
        self._words: dict[str, str] = {}
        self._shown = ""
        self._author: Author | None = None
        self._looked: dict[str, Held | None] = {}
        self.lay_out(self.panel)
        self._connect()

    def refresh(self) -> None:
        """Plans are known at once, the rest as far as the roll is read."""
        if self.desk.still_reading and self.list.lines.rowCount():
            return
        self.say()
        plans, waiting = self.desk.plans_waiting(), self.desk.to_agree()
        self._waiting = {key_of(one): one for one in waiting}
        self._look_whose(waiting)
        self.follow(to_agree_lines(plans, waiting, self._owns, self.desk.day))

    def say(self) -> None:
        if not self.desk.still_reading:
            number = len(self.desk.plans_waiting()) + len(self.desk.to_agree())
            self.word_said.emit(say_to_agree(number))

    def agree(self, words: str = "") -> None:
        """Agree to the chosen line; the next one is then chosen."""
        self._answer(agree, words, "Agreed")

    def return_it(self, words: str) -> None:
        """Return the chosen line with these words; the next one is then chosen."""
        self._answer(return_it, words, "Returned")

    def _answer(self, verb: Callable[..., Any], words: str, done: str) -> None:
        one = self._chosen()
        if one is None or (one.subject, one.subject_id) in self._owns:
            return
        rules = Rules(self.desk.rulebook, self.desk.limits)
        try:
            answer = self.desk.do(verb, one, words, rules, about=one.person_id)
        except Refused as refused:
            self.panel.show_problems(refused.problems)
            self._panes.ask_for_panel()
            return
        except StoreTrouble as trouble:
            self.said.emit(str(trouble))
            return
        self._words.pop(key_of(one), None)
        self._shown = ""
        self.show_chosen()
        says = f"{done}: {kept_apart(one.name)}, {one.says}."
        self.offered.emit(says, "Undo", partial(self._undo, answer, one.person_id))
        self._panes.ask_for_panel(False)
        self.list.setFocus()

    def _undo(self, approval_id: str, person_id: str) -> None:
        try:
            self.desk.do(undo_answer, approval_id, about=person_id)
        except StoreTrouble as trouble:
            self.said.emit(str(trouble))

    def _look_whose(self, waiting: Sequence[Waiting]) -> None:
        """Which of them this manager may not answer; asked again only for those that changed."""
        author = author_at(self.desk.user)
        if author != self._author:
            self._author, self._looked = author, {}
        held = {one.person_id: self.desk.held(one.person_id) for one in waiting}
        changed = [
            one for one in waiting if self._looked.get(one.person_id) is not held[one.person_id]
        ]
        if changed:
            keys = {(one.subject, one.subject_id) for one in changed}
            kept = {key: says for key, says in self._owns.items() if key not in keys}
            self._owns = {**kept, **self.desk.ask(why_not, author, changed)}
        self._looked = held

    def _chosen(self) -> Waiting | None:
        chosen = self.list.chosen()
        return self._waiting.get(chosen.key) if chosen else None

    def show_chosen(self) -> None:
        self._keep_words()
        chosen, one = self.list.chosen(), self._chosen()
        self._shown = chosen.key if chosen and one else ""
        if one is not None:
            self._explain(one)
            self.panel.words.set_value(self._words.get(key_of(one), ""))
        elif chosen is not None and chosen.about:
            says = f"A pathway plan waits to be read. {chosen.sentence}."
            self.panel.show_only(chosen.title, says, "Read the plan")
        else:
            self.panel.show_only("To agree", say_what_waits(self.desk.limits))

    def _explain(self, one: Waiting) -> None:
        known, day = self.desk.known(one.person_id), self.desk.day
        asked = Asked(one, known.case, known.duties, self.desk.rulebook, self.desk.limits, day)
        lines = [
            *details_of(asked),
            Line("Age", say_age(known.case.person, day)),
            Line("Adviser", say_adviser(known.case, day)),
        ]
        own = self._owns.get((one.subject, one.subject_id), "")
        self.panel.show_asked(
            kept_apart(one.name), SUBJECT_LABELS[one.subject], lines, RETURN_MEANS[one.subject], own
        )

    def _keep_words(self) -> None:
        """What was typed for one thing that waits is there again when it is chosen again."""
        if self._shown:
            self._words[self._shown] = self.panel.words.value()

    def _open_chosen(self) -> None:
        chosen = self.list.chosen()
        if chosen is not None and chosen.about:
            kind = chosen.key.split(" ")[0]
            self.section_asked.emit(chosen.about, _SECTIONS.get(kind, "overview"))

    def _ask_for_words(self) -> None:
        if self._chosen() is not None:
            self.explain()

    def _connect(self) -> None:
        self.list.activated.connect(self._open_chosen)
        self.panel.agreed.connect(self.agree)
        self.panel.returned.connect(self.return_it)
        self.panel.opened.connect(self._open_chosen)
        for key, then in (("A", self._agree_with_words), ("R", self._ask_for_words)):
            shortcut = QShortcut(QKeySequence(key), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(then)

    def _agree_with_words(self) -> None:
        self.agree(self.panel.words.value())
