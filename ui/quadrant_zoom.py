"""How large the quadrant is drawn: its texts grow with the window's, as far as its cells keep their room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.scene_view import SceneView
    from ui.theme import Theme

ROOM = (300, 340)
"""Scene units that are left to the cells at least, before texts grow."""
TINY = 1e-6


def grow_with(view: SceneView, theme: Theme) -> None:
    """Let a drawing follow the size of texts from now on."""
    Growth(view, theme).fit()


class Growth(QObject):
    """Lives as long as its drawing: a theme outlives both."""

    def __init__(self, view: SceneView, theme: Theme) -> None:
        super().__init__(view)
        self._view, self._theme = view, theme
        view.room_changed.connect(self.fit)
        theme.changed.connect(self.fit)

    def fit(self) -> None:
        """Draw as large as texts are, as far as there is room."""
        room = self._view.viewport().size()
        wanted = min(self._theme.scale / 100, room.width() / ROOM[0], room.height() / ROOM[1])
        zoom = max(1.0, wanted)
        if abs(self._view.transform().m11() - zoom) > TINY:
            self._view.set_zoom(zoom)
