"""validate: ``Source`` → ``Brief``, ``Book``. Mistakes come back as findings at their route."""

from groupplan.validate.briefs import Outcome, brief
from groupplan.validate.knowing import knowing, rows
from groupplan.validate.known import against
from groupplan.validate.library import library
from groupplan.validate.playbooks import playbook

__all__ = ["Outcome", "against", "brief", "knowing", "library", "playbook", "rows"]
