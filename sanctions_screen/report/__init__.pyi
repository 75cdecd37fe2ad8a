from .changes import change_parts
from .explanation import explanation_view
from .history import history_lines, history_view
from .identity import identity_view
from .lists import diff_view, lists_view, revisions_view, versions_view
from .refresh import guard_lines, outcomes_view, refresh_status_view
from .result import party_facts, result_view
from .statistics import statistics_view
from .statistics_svg import statistics_svg
from .summary import summary_view
from .text import basis_lines, printable, when
from .timeline_svg import timeline_svg
from .timeline_text import timeline_text, timeline_view

__all__ = [
    "basis_lines",
    "change_parts",
    "diff_view",
    "explanation_view",
    "guard_lines",
    "history_lines",
    "history_view",
    "identity_view",
    "lists_view",
    "outcomes_view",
    "party_facts",
    "printable",
    "refresh_status_view",
    "result_view",
    "revisions_view",
    "statistics_svg",
    "statistics_view",
    "summary_view",
    "timeline_svg",
    "timeline_text",
    "timeline_view",
    "versions_view",
    "when",
]
