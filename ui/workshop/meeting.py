"""One workshop as its records have it: what was said, voted and decided, and the steps for it."""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from ui.edits import Edits
from ui.workshop.votes import Ballots
from workbench.domain import Axis, Decision, Member, ParkedItem, Record, Requirement, Verdict, Workshop
from workbench.domain.workshop import AgendaItem
from workbench.messages import Message, _
from workbench.rules.voting import parse_row

if TYPE_CHECKING:
    from ui.session import Session

Scores = tuple[int | None, int | None]


class Part(StrEnum):
    """The parts of a workshop, in order."""

    BRIEF = "brief"
    COLLECT = "collect"
    CLASSIFY = "classify"
    DOUBTFUL = "doubtful"
    SCORE = "score"
    LOOK = "look"
    CLOSE = "close"


PARTS: Mapping[Part, tuple[Message, int]] = {
    Part.BRIEF: (_("Goal and roles"), 5),
    Part.COLLECT: (_("Collect"), 10),
    Part.CLASSIFY: (_("Classify"), 10),
    Part.DOUBTFUL: (_("Doubtful ones"), 10),
    Part.SCORE: (_("Score"), 20),
    Part.LOOK: (_("Quadrant"), 5),
    Part.CLOSE: (_("Decisions"), 5),
}
"""What each part is called, and its minutes."""
AXES: Mapping[Axis, Message] = {Axis.VALUE: _("Value"), Axis.URGENCY: _("Urgency")}
OUT = frozenset({Verdict.REJECTED, Verdict.PSEUDO})


class Meeting:
    """The workshop of a session that has not ended, and what one does in it: each a step with a name."""

    def __init__(self, session: Session) -> None:
        self.session = session
        form = next(form for form in session.forms if form.record is Requirement)
        self.edits = Edits(form, session)
        self.spent: dict[str, int] = {}
        self.passed: set[str] = set()
        self.ballots = Ballots(self)
        self.votes, self.absent, self.vote = self.ballots.votes, self.ballots.absent, self.ballots.give

    @property
    def workshop(self) -> Workshop | None:
        """The last one that has not ended."""
        if self.session.scope is None:
            return None
        known = self.session.workspace.all(Workshop, self.session.scope)
        return next((each for each in reversed(known) if each.ended_at is None), None)

    @property
    def ended(self) -> Workshop | None:
        """The last one of all, if it has ended."""
        last = next(reversed(self.every(Workshop)), None)
        return last if last is not None and last.ended_at is not None else None

    @property
    def now(self) -> Workshop:
        """The workshop under way; an empty one while there is none."""
        return self.workshop or Workshop(id="", project=self.session.scope)

    def begin(self) -> None:
        """Open a workshop with the team as voters and the usual agenda."""
        session, translate = self.session, self.session.translate
        known = session.workspace.all(Workshop, session.scope)
        team = [each for each in self.every(Member) if each.name.strip()]
        lead = next((each.name for each in team if each.leads), "")
        scores = {each.id: [each.value, each.urgency] for each in self.every(Requirement)}
        workshop = Workshop(
            project=session.scope,
            position=max((each.position for each in known), default=0.0) + 1.0,
            title=translate(_("Workshop {number}").fill(number=len(known) + 1)),
            held_on=datetime.now().astimezone().date(),
            goal=session.project.goal,
            decided_by=lead,
            voters="\n".join(dict.fromkeys(each.name.strip() for each in team)),
            scores_before=json.dumps(scores, separators=(",", ":")),
        )
        agenda = [
            AgendaItem(
                project=session.scope,
                position=float(number),
                workshop=workshop.id,
                title=translate(title),
                minutes=minutes,
            )
            for number, (title, minutes) in enumerate(PARTS.values())
        ]
        label = _("New: {name}").fill(name=workshop.title)
        session.workspace.put(workshop, *agenda, label=label, by=self)

    def every(self, kind: type[Any]) -> list[Any]:
        """All records of a kind in this project."""
        return self.session.workspace.all(kind, self.session.scope) if self.session.scope else []

    def own(self, kind: type[Any]) -> list[Any]:
        """All records of a kind in this workshop."""
        identity = self.now.id
        return [each for each in self.every(kind) if each.workshop == identity]

    # What there is

    def agenda(self) -> dict[Part, AgendaItem]:
        """The parts with their minutes, and what is known of them that no step has stored yet."""
        return dict(zip(Part, map(self._followed, self.own(AgendaItem)), strict=False))

    def _followed(self, item: AgendaItem) -> AgendaItem:
        spent, done = max(item.spent, self.spent.get(item.id, 0)), item.done or item.id in self.passed
        return item if (spent, done) == (item.spent, item.done) else replace(item, spent=spent, done=done)

    def part(self) -> Part:
        """The first part that is not done."""
        return next((part for part, item in self.agenda().items() if not item.done), Part.CLOSE)

    @property
    def voters(self) -> list[str]:
        """The names of those who vote, in the order of their digits."""
        return list(dict.fromkeys(name for line in self.now.voters.splitlines() if (name := line.strip())))

    def called(self, voter: str) -> str:
        """What a voter is called on the screen: a number while names are hidden."""
        if not self.now.names_hidden:
            return voter
        known = self.voters
        number = known.index(voter) + 1 if voter in known else 0
        return self.session.translate(_("Voter {number}").fill(number=number)) if number else ""

    def before(self) -> dict[str, Scores]:
        """Each requirement's value and urgency when the workshop began."""
        try:
            found = json.loads(self.now.scores_before or "{}")
        except ValueError:
            return {}
        known = found.items() if isinstance(found, dict) else ()
        return {
            str(identity): (pair[0], pair[1])
            for identity, pair in known
            if isinstance(pair, list) and len(pair) == len(("value", "urgency"))
        }

    def needs(self) -> list[Requirement]:
        """The requirements that are still on the list."""
        return [each for each in self.every(Requirement) if each.verdict not in OUT]

    def collected(self) -> list[Requirement]:
        """What came in during this workshop."""
        old = self.before()
        return [each for each in self.every(Requirement) if each.id not in old]

    def doubtful(self) -> list[Requirement]:
        """What the room doubts, decided or not."""
        return [each for each in self.every(Requirement) if each.doubtful]

    def score_decision(self, item: Requirement, axis: Axis) -> Decision | None:
        """What this workshop has decided about a score."""
        found = self.session.workspace.find(self._decision_id(item, axis))
        return found if isinstance(found, Decision) else None

    def decisions(self) -> list[Decision]:
        """What was decided besides the scores."""
        return [each for each in self.own(Decision) if each.requirement is None]

    def score_decisions(self) -> list[Decision]:
        """What was decided about scores, in the order of the requirements."""
        place = {each.id: number for number, each in enumerate(self.every(Requirement))}
        known = [each for each in self.own(Decision) if each.requirement in place]
        return sorted(known, key=lambda each: place[each.requirement])

    def parked(self) -> list[ParkedItem]:
        """What was put off."""
        return self.own(ParkedItem)

    # What one does

    def change(self, item: Record, label: Message, visit: Hashable = None, **values: Any) -> bool:
        """Store new values of one record."""
        now = self.session.workspace.find(item.id)
        if now is None:
            return False
        changed = replace(now, **values)
        if isinstance(changed, Requirement):
            changed = self.edits.completed(changed, now)
        return self.put(changed, label=label, visit=visit)

    def put(
        self,
        *items: Record,
        label: Message,
        visit: Hashable = None,
        reason: str = "",
        removed: Sequence[Record] = (),
    ) -> bool:
        """Store something of the meeting, with the time that has passed: that is no step of its own."""
        given = {each.id for each in items}
        every = [*items, *(each for each in self.agenda().values() if each.id not in given)]
        workspace = self.session.workspace
        if removed:
            return workspace.replace(every, removed, label=label, by=self, reason=reason)
        return workspace.put(*every, label=label, visit=visit, by=self, reason=reason)

    def collect(self, text: str, who: str) -> Requirement:
        """Put a requirement on the list with who has said it."""
        found: Requirement = self.edits.add(None, self, description=text, raised_by=who)
        return found

    def park(self, text: str, who: str = "") -> None:
        """Put something off."""
        item = ParkedItem(**self._next(ParkedItem), text=text, raised_by=who)
        self.put(item, label=_("Parked: {text}").fill(text=text[:40]))

    def settle(self, text: str) -> None:
        """Store a decision that is not a score."""
        who = self.now.decided_by
        item = Decision(**self._next(Decision), text=text, who=who, at=datetime.now(UTC))
        self.put(item, label=_("Decided: {text}").fill(text=text[:40]))

    def _next(self, kind: type[Any]) -> dict[str, Any]:
        position = max((each.position for each in self.every(kind)), default=0.0) + 1.0
        return {"project": self.session.scope, "workshop": self.now.id, "position": position}

    def vote_row(self, item: Requirement, axis: Axis, text: str) -> None:
        """Store all votes from one row of digits. Raises Refusal with a sentence for the room."""
        self.ballots.give(item, axis, parse_row(text, self.voters))

    def decide(self, item: Requirement, axis: Axis, score: int, reason: str) -> None:
        """Give a requirement the score the room settled on, with its reason and who decided."""
        item = self.edits.find(item.id) or item
        before = getattr(item, axis)
        values: dict[str, Any] = {axis: score, f"{axis}_reason": reason}
        changed = self.edits.completed(replace(item, **values), item)
        translate = self.session.translate
        field = translate(AXES[axis])
        step = _("{field} {old} → {new}").fill(field=field, old=before or _("none"), new=score)
        stays = _("{field} {score}").fill(field=field, score=score)
        said = translate(stays if before == score else step)
        known = self.score_decision(item, axis)
        old = replace(known) if known else Decision(**self._next(Decision), id=self._decision_id(item, axis))
        decision = replace(
            old,
            requirement=item.id,
            text=f"{item.code} {said}",
            why=reason,
            who=self.now.decided_by,
            at=datetime.now(UTC),
        )
        label = _("{name}: {step}").fill(name=item.code, step=step)
        self.put(changed, decision, label=label, reason=reason)

    def _decision_id(self, item: Requirement, axis: Axis) -> str:
        return f"{self.now.id}-{item.id}-{axis}"

    def note_spent(self, spent: Mapping[str, int], done: Sequence[str] = ()) -> None:
        """Remember how long the parts have taken, and which are done; the next step stores it."""
        self.spent |= {each: max(self.spent.get(each, 0), spent[each]) for each in spent}
        self.passed.update(done)

    def recall(self, spent: Mapping[str, int], passed: object) -> None:
        """Take over what was remembered before the program ended."""
        self.note_spent(spent, [str(each) for each in passed] if isinstance(passed, list) else ())

    def reopen(self) -> None:
        """Go on with the last one."""
        if (last := self.ended) is not None:
            self.change(last, _("Workshop reopened"), ended_at=None)

    def end(self) -> None:
        """Close the workshop."""
        if self.workshop is not None:
            self.change(self.workshop, _("Workshop ended"), ended_at=datetime.now(UTC))
