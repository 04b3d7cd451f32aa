"""Finding records and names: in any script, width and case, by reading, with small slips."""

from workbench.search.finding import Hit, Rank, search
from workbench.search.folding import fold, marks
from workbench.search.names import Name, Named, best
from workbench.search.query import Query, read_query
from workbench.search.shelf import Shelf
from workbench.search.texts import Passage, code_of, passage, title_of

__all__ = [
    "Hit",
    "Name",
    "Named",
    "Passage",
    "Query",
    "Rank",
    "Shelf",
    "best",
    "code_of",
    "fold",
    "marks",
    "passage",
    "read_query",
    "search",
    "title_of",
]
