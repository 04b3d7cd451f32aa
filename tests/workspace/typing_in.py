"""What a person does to the first requirement."""

from dataclasses import replace

from workbench.messages import _

EDIT = _("Edit {field}").fill(field="description")


def type_in(workspace, text, visit="field"):
    workspace.put(replace(workspace.find("r1"), description=text), label=EDIT, visit=visit)


def text_of(workspace, identity="r1"):
    return workspace.find(identity).description
