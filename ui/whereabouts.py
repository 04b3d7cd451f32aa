"""Where the user was in each file and each project, kept so that the next start goes on there."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from ui.settings import Folder


class Whereabouts:
    """One small file of places; written only when somebody has moved."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._places = folder.places()

    def project_of(self, path: str) -> str | None:
        """The project that was open last in a file."""
        found = self._places.get(path)
        return found if isinstance(found, str) else None

    def page_of(self, scope: str) -> tuple[str | None, Mapping[str, Any]]:
        """The page that was shown last in a project, and the place on it."""
        found = self._places.get(scope)
        if not isinstance(found, dict):
            return None, {}
        page, place = found.get("page"), found.get("place")
        return (page if isinstance(page, str) else None), (place if isinstance(place, dict) else {})

    def note(self, path: str, scope: str | None, page: str | None, place: Mapping[str, Any]) -> None:
        """Remember what is open in a file, and where in it the user is."""
        noted: dict[str, Any] = {**self._places, path: scope}
        if scope is not None:
            noted[scope] = {"page": page, "place": place}
        self._keep(noted)

    def forget(self, scopes: Collection[str]) -> None:
        """Forget projects that are gone for good."""
        gone = set(scopes)
        self._keep(
            {name: found for name, found in self._places.items() if name not in gone and found not in gone}
            if gone
            else self._places
        )

    def _keep(self, places: dict[str, Any]) -> None:
        if places != self._places:
            self._places = places
            self._folder.keep_places(places)
