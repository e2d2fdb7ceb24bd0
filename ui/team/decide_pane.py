"""What must the manager see and decide on, whoever's work it is? One list, one key a decision."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from carelink.dates import show
from carelink.errors import Refused, StoreTrouble
from carelink.facts import Decision
from carelink.names import kept_apart
from carelink.oversight.alarms import SORT_LABELS, Alarm
from carelink.oversight.decisions import last_decision, say_decision
from carelink.oversight.words import AGREED
from carelink.words import MANAGER
from db.deciding import decide, undo_decision
from ui.desk import Desk
from ui.drafting import Drafting, with_draft
from ui.labels import label
from ui.lines import LinesView, ListLine
from ui.team.alarm_lines import AlarmLines, key_of, say_to_decide
from ui.team.decide_bar import KEYS, DecideBar
from ui.team.decide_form import DecideForm
from ui.team.explained_pane import ExplainedPane
from ui.team.to_agree_lines import kinds_waiting
from ui.why_panel import WhyPanel

# What its drafts are kept under, and what in them names the line.
DECISION, _ABOUT = "decision", "about"
_BELOW_THE_SENTENCE = 4
_READING = ListLine("reading", "The roll is still being read.")


class DecidePane(ExplainedPane):
    """S is seen and agreed, A asks for an action, R accepts a reason; the next one is then chosen.

    `to_agree_asked` fires for a line that is answered in the pane of what waits to be agreed to.
    """

    word = "To decide"
    made_when_seen = True
    to_agree_asked = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.list = LinesView("What needs a decision, what alarms most first")
        self.panel = WhyPanel(snoozes=False)
        self.before = label("", "small")
        self.form = DecideForm(desk.wording)
        self._alarms: dict[str, Alarm] = {}
        self._lines = AlarmLines()
        self._shown = ""
        self.drafting = Drafting(desk, DECISION, self)
        self._wanted = ""
        self._ours = ""
        self.bar = DecideBar()
        self.lay_out(self._beside())
        self._connect()

    def say(self) -> None:
        if not self.desk.still_reading:
            plans, waiting = self.desk.plans_waiting(), self.desk.to_agree()
            number = len(self.desk.alarms()[0]) + len(plans) + len(waiting)
            self.word_said.emit(say_to_decide(number))

    def refresh(self) -> None:
        """Everything there is to decide on, once all of the roll is read."""
        if self.desk.still_reading:
            if not self._alarms:
                self.list.show_lines([_READING])
                self.show_chosen()
            return
        self.say()
        alarms, decided = self.desk.alarms()
        plans, waiting = self.desk.plans_waiting(), self.desk.to_agree()
        self._alarms = {key_of(alarm): alarm for alarm in alarms}
        to_agree = kinds_waiting(plans, waiting, self.desk.day)
        self.follow(self._lines.of(alarms, to_agree, decided))
        if self._wanted:
            self.list.choose(self._wanted)
            self._wanted = ""

    def go_on_with(self, content: Mapping[str, str]) -> None:
        """Choose the line that a draft is about, as soon as it stands here."""
        self._wanted = content.get(_ABOUT, "")
        self.refresh()

    def _beside(self) -> QWidget:
        """Why it is here, what is decided written near the top, and the answers always in sight."""
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panel, 1)
        column.addWidget(self.bar)
        for place, part in enumerate((self.before, self.form), _BELOW_THE_SENTENCE):
            self.panel.body.insertWidget(place, part)
        return held

    def _decide(self, made: Decision) -> None:
        alarm = self._chosen()
        if alarm is None:
            return
        decision = made._replace(person_id=alarm.person_id, about=" ".join(alarm.keys))
        self._ours = key_of(alarm)
        deciding = with_draft(decide, self.drafting.draft_id)
        try:
            decision_id = self.desk.do(deciding, decision, about=alarm.person_id)
        except Refused as refused:
            self._show_form()
            self.form.show_problems(refused.problems)
            return
        except StoreTrouble as trouble:
            self.said.emit(str(trouble))
            return
        finally:
            self._ours = ""
        says = f"{kept_apart(alarm.name)}: {say_decision(decision)}."
        self.offered.emit(says, "Undo", partial(self._undo, decision_id, alarm))
        self._panes.ask_for_panel(False)
        self.list.setFocus()

    def _undo(self, decision_id: str, alarm: Alarm) -> None:
        """Take it back; its line, which then stands there again, is chosen."""
        try:
            self.desk.do(undo_decision, decision_id, about=alarm.person_id)
        except StoreTrouble as trouble:
            self.said.emit(str(trouble))
            return
        self.list.choose(key_of(alarm))

    def _chosen(self) -> Alarm | None:
        chosen = self.list.chosen()
        return self._alarms.get(chosen.key) if chosen else None

    def show_chosen(self) -> None:
        chosen, alarm = self.list.chosen(), self._chosen()
        manages = self.desk.user.role == MANAGER
        self.bar.setVisible(alarm is not None and manages)
        if chosen is None or chosen.key != self._shown:
            self._put_form_away()
        self.before.setVisible(alarm is not None)
        if alarm is not None:
            self._explain(alarm)
        elif chosen is not None and chosen.about:
            says = f"{chosen.sentence}. Answered under To agree."
            self.panel.say_only(chosen.title, says, person_id=chosen.about)
        else:
            heading = chosen.title if chosen else "Nothing waits for a decision"
            self.panel.say_only("To decide", heading)
        self._shown = chosen.key if chosen else ""

    def _explain(self, alarm: Alarm) -> None:
        known, day = self.desk.known(alarm.person_id), self.desk.day
        duty = next((held for held in known.duties if held.duty == alarm.duty), None)
        if duty is None:
            says = f"{SORT_LABELS[alarm.sort]}. {alarm.says}."
            self.panel.say_only(kept_apart(alarm.name), says, person_id=alarm.person_id)
        else:
            self.panel.explain(known.case, duty, self.desk.rule(duty.duty), day)
        last = last_decision(known.case.decisions, alarm.keys, day)
        on = f"On {show(last.on)}: " if last and last.on else ""
        words = f" “{last.words}”" if last and last.words else ""
        said = (
            f"{on}{say_decision(last)}.{words}" if last else "Nothing was decided on this before."
        )
        more = f"{alarm.more:,} more of theirs with it, which your decision covers. "
        self.before.setText((more if alarm.more else "") + said)
        if self._shown != key_of(alarm):
            self.form.start(day, alarm.adviser)
            self._go_on(alarm)

    def _go_on(self, alarm: Alarm) -> None:
        """What was typed about this and is not recorded yet stands there again."""
        key = key_of(alarm)
        waiting = (one for one in self.drafting.waiting() if one.content.get(_ABOUT) == key)
        draft = next(waiting, None)
        self.drafting.begin(draft)
        if draft is not None:
            self.form.go_on_with(draft.content)
            self.form.show()

    def _keep(self) -> None:
        """Kept from the first letter; with no words left there is nothing to keep."""
        alarm, typed = self._chosen(), self.form.typed
        if alarm is not None:
            about = {_ABOUT: key_of(alarm)} if typed else {}
            self.drafting.write(alarm.person_id, {**typed, **about})

    def _put_form_away(self) -> None:
        """What was typed comes again with its line; where its line is gone, that is said."""
        if self._shown and self._shown == self._ours:
            self.drafting.forget()
        elif self._shown and self._shown not in self._alarms and self.drafting.draft_id:
            typed = self.form.typed
            words = " ".join(typed[name] for name in ("action", "words") if typed.get(name))
            self.drafting.throw_away()
            self.said.emit(f"This has changed meanwhile. Not recorded: “{words}”")
        else:
            self.drafting.flush()
        focused = QApplication.focusWidget()
        if focused is not None and self.form.isAncestorOf(focused):
            self.list.setFocus()
        self.form.hide()

    def _show_form(self) -> None:
        self._panes.ask_for_panel()
        self.form.show()
        self.panel.show_in_sight(self.form)

    def _open_chosen(self) -> None:
        chosen, alarm = self.list.chosen(), self._chosen()
        if alarm is not None:
            self.person_opened.emit(alarm.person_id)
        elif chosen is not None and chosen.about:
            self.to_agree_asked.emit(chosen.key)

    def _answer(self, answer: str) -> None:
        """Seen and agreed is done at once; the others ask what for."""
        if self._chosen() is None or not self.bar.isVisibleTo(self):
            return
        if answer == AGREED:
            self.form.agree()
        else:
            self._show_form()
            self.form.choose(answer)

    def _connect(self) -> None:
        self.list.activated.connect(self._open_chosen)
        self.form.decided.connect(self._decide)
        self.form.edited.connect(self._keep)
        self.drafting.troubled.connect(self.said)
        self.bar.answered.connect(self._answer)
        self.panel.contact_asked.connect(self.contact_asked)
        self.panel.person_opened.connect(self.person_opened)
        for key, answer in KEYS.items():
            shortcut = QShortcut(QKeySequence(key), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._answer, answer))
