"""The journey of template 2 through the commands, as system tests."""

import json

import docx
import openpyxl
import pytest

from tests.program import dump, edit, refused, run

T86 = {
    "kind": "requirement",
    "description": "新增批量导出功能",
    "requirement_type": "business",
    "value": 4,
    "value_reason": "提升客户工作效率",
    "urgency": 3,
    "urgency_reason": "非紧急,下季度可上线",
    "remark": "纳入二期迭代计划",
}
T87 = {
    "kind": "requirement",
    "description": "修复支付接口卡顿问题",
    "requirement_type": "technical",
    "value": 5,
    "value_reason": "直接影响客户交易",
    "urgency": 5,
    "urgency_reason": "每日产生客诉",
    "remark": "本周内修复并上线",
}
HEADER = ("需求编号", "需求描述", "需求类型", "价值评分(1-5分)", "紧急度评分(1-5分)", "优先级分类", "备注")
ROWS = {
    (
        "DEMO001",
        "新增批量导出功能",
        "业务型需求",
        "4(提升客户工作效率)",
        "3(非紧急,下季度可上线)",
        "高价值-低紧急度",
        "纳入二期迭代计划",
    ),
    (
        "DEMO002",
        "修复支付接口卡顿问题",
        "技术型需求",
        "5(直接影响客户交易)",
        "5(每日产生客诉)",
        "高价值-高紧急度",
        "本周内修复并上线",
    ),
}


@pytest.fixture(scope="module")
def journey(tmp_path_factory):
    """A workspace with the document's two rows, typed through ``edit``."""
    file = tmp_path_factory.mktemp("journey") / "w.workbench"
    assert run("new", file, "--project", "DEMO", "登录失败与续约诊断", language="zh_CN").returncode == 0
    assert edit(file, "DEMO", {"put": T86}, {"put": T87}) == ["1", "2"]
    return file


@pytest.fixture
def file(journey, tmp_path):
    """A copy of that workspace to change."""
    copy = tmp_path / "w.workbench"
    copy.write_bytes(journey.read_bytes())
    return copy


def test_t81_to_t87_stand_in_word_as_in_the_document(journey, tmp_path):
    out = tmp_path / "r.docx"
    assert run("export", journey, "DEMO", out, language="zh_CN").returncode == 0
    rows = [tuple(cell.text for cell in row.cells) for t in docx.Document(str(out)).tables for row in t.rows]
    assert HEADER in rows
    assert set(rows) >= ROWS


def test_t81_to_t87_stand_in_excel_as_in_the_document(journey, tmp_path):
    out = tmp_path / "r.xlsx"
    assert run("export", journey, "DEMO", out, language="zh_CN").returncode == 0
    assert HEADER in cells_of(out)
    assert cells_of(out) >= ROWS


def cells_of(path):
    book = openpyxl.load_workbook(path)
    found = set()
    for sheet in book.worksheets:
        for row in sheet.iter_rows(values_only=True):
            texts = tuple(str(value) for value in row if value is not None)
            found.add(texts[:7])
    return found


@pytest.mark.parametrize("suffix", ["png", "svg", "json", "wbproj"])
def test_every_other_format_is_written(journey, tmp_path, suffix):
    out = tmp_path / f"r.{suffix}"
    done = run("export", journey, "DEMO", out, language="zh_CN")
    assert (done.returncode, done.stderr) == (0, "")
    assert out.stat().st_size > 500


def test_the_picture_says_both_classes_in_words(journey, tmp_path):
    out = tmp_path / "r.svg"
    run("export", journey, "DEMO", out, "--part", "quadrant", language="zh_CN")
    text = out.read_text(encoding="utf-8")
    assert "高价值-低紧急度" in text
    assert "高价值-高紧急度" in text


def test_one_edited_cell_comes_back_as_one_undo_step_after_a_dry_run_showed_it(file, tmp_path):
    out = tmp_path / "r.xlsx"
    run("export", file, "DEMO", out, language="zh_CN")
    book = openpyxl.load_workbook(out)
    cell = next(
        c
        for sheet in book
        for row in sheet
        for c in row
        if c.value == "纳入二期迭代计划" and sheet.sheet_state == "visible"
    )
    cell.value = "纳入三期迭代计划"
    book.save(out)
    before = dump(file, "DEMO")
    shown = run("import", file, "DEMO", out, "--dry-run", language="zh_CN")
    assert "纳入三期迭代计划" in shown.stdout
    assert dump(file, "DEMO") == before
    assert run("import", file, "DEMO", out, language="zh_CN").returncode == 0
    assert [r["remark"] for r in requirements(file)] == ["纳入三期迭代计划", "本周内修复并上线"]
    edit(file, "DEMO", {"undo": 1})
    assert [r["remark"] for r in requirements(file)] == ["纳入二期迭代计划", "本周内修复并上线"]


def requirements(file):
    return [record for record in dump(file, "DEMO") if record["kind"] == "requirement"]


@pytest.mark.parametrize("language", ["zh_CN", "zh_TW", "en"])
def test_an_unchanged_workbook_changes_nothing_and_exports_equal_cells(file, tmp_path, language):
    first, second = tmp_path / "1.xlsx", tmp_path / "2.xlsx"
    run("export", file, "DEMO", first, language=language)
    before = file.read_bytes()
    done = run("import", file, "DEMO", first, language=language)
    assert done.returncode == 0
    assert file.read_bytes() == before
    run("export", file, "DEMO", second, language=language)
    assert cells_of(first) == cells_of(second)


def test_undo_and_redo_survive_a_restart_and_take_back_whole_steps(file):
    assert edit(file, "DEMO", {"undo": 2}, {"redo": 1}) == ["1", "2"]
    assert [r["code"] for r in requirements(file)] == ["DEMO001"]
    edit(file, "DEMO", {"redo": 1})
    assert [r["code"] for r in requirements(file)] == ["DEMO001", "DEMO002"]


def test_a_refused_line_says_why_and_the_rest_goes_on(file):
    lines = [
        '{"put": {"kind": "requirement", "value": 6}}',
        "no json",
        '{"put": {"kind": "unicorn"}}',
        '{"put": {"kind": "requirement", "colour": "red"}}',
        '{"remove": {"id": "nobody"}}',
        '{"redo": 1}',
        '{"put": {"kind": "requirement", "description": "good"}}',
    ]
    done = run("edit", file, "DEMO", lines=lines)
    assert done.returncode == 2
    answers = done.stdout.splitlines()
    assert [line.split(" ")[1:2] for line in answers] == [["refused:"]] * 6 + [[]]
    assert "value cannot be 6" in answers[0]
    assert [r["code"] for r in requirements(file)] == ["DEMO001", "DEMO002", "DEMO003"]


def test_a_put_with_an_old_version_is_refused(file):
    item = requirements(file)[0]
    edit(file, "DEMO", {"put": {"id": item["id"], "remark": "first"}})
    stale = {"put": {"id": item["id"], "version": item["version"], "remark": "second"}}
    done = run("edit", file, "DEMO", lines=[json.dumps(stale)])
    assert done.returncode == 2
    assert done.stdout.startswith("1 refused: ")
    assert requirements(file)[0]["remark"] == "first"


def test_list_names_code_title_client_and_counts(tmp_path):
    file = tmp_path / "w.workbench"
    run("new", file, "--sample", language="en")
    line = run("list", file).stdout.rstrip("\n").split("\t")
    assert line[:3] == ["DEMO", "Login failures and renewal diagnosis", "XX Technology Ltd"]
    assert "requirement " in line[3]


def test_a_second_project_gets_its_own_code(file):
    assert run("new", file, "--project", "NEXT", "Another").returncode == 0
    assert refused(run("new", file, "--project", "next", "Again"), "next")
    assert [line.split("\t")[0] for line in run("list", file).stdout.splitlines()] == ["DEMO", "NEXT"]


def test_a_package_goes_to_another_workspace_and_comes_back_equal(file, tmp_path):
    package, other = tmp_path / "p.wbproj", tmp_path / "other.workbench"
    run("export", file, "DEMO", package)
    run("new", other)
    done = run("import", other, "-", package)
    assert (done.returncode, done.stderr) == (0, "")
    assert without_versions(dump(other, "DEMO")) == without_versions(dump(file, "DEMO"))


def without_versions(records):
    return [{name: value for name, value in record.items() if name != "version"} for record in records]


def test_check_finds_no_damage_and_names_the_gaps(file):
    edit(file, "DEMO", {"put": {"kind": "requirement", "description": "unscored"}})
    done = run("check", file)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert {item["severity"] for item in found} == {"gap"}
    assert any("DEMO003" in item["message"] for item in found)


def test_check_finds_one_changed_character(file):
    raw = file.read_bytes()
    place = raw.rindex("纳入二期".encode()) + 3
    file.write_bytes(raw[:place] + "三".encode() + raw[place + 3 :])
    done = run("check", file)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert "damage" in {item["severity"] for item in found}


def test_a_backup_brings_back_what_was(file, tmp_path):
    out = tmp_path / "kept.workbench"
    assert run("backup", file, out).returncode == 0
    before = requirements(file)
    edit(file, "DEMO", {"remove": {"id": before[0]["id"]}})
    assert run("restore", file, "--from", out).returncode == 0
    assert requirements(file) == before


def test_a_purged_client_is_in_no_byte_of_the_file(tmp_path):
    file = tmp_path / "w.workbench"
    run("new", file, "--sample", language="en")
    assert b"XX Technology Ltd" in file.read_bytes()
    assert run("purge", file, "XX Technology Ltd").returncode == 0
    assert b"XX Technology Ltd" not in file.read_bytes()


def test_t53_the_clients_edition_holds_nothing_that_is_for_us_alone(tmp_path):
    file = tmp_path / "w.workbench"
    run("new", file, "--sample", language="en")
    secret = [
        r for r in dump(file, "DEMO") if r["kind"] == "impact_estimate" and r["visibility"] == "internal"
    ]
    hunches = [
        r for r in dump(file, "DEMO") if r["kind"] == "note" and r["note_kind"] in {"latent", "obstacle"}
    ]
    found = {}
    for edition in ("internal", "client"):
        out = tmp_path / f"{edition}.docx"
        assert run("export", file, "DEMO", out, "--edition", edition).returncode == 0
        found[edition] = {c.text for t in docx.Document(str(out)).tables for row in t.rows for c in row.cells}
    assert secret
    assert hunches
    assert {r["text"] for r in [*secret, *hunches]} <= found["internal"]
    assert not {r["text"] for r in [*secret, *hunches]} & found["client"]
    assert not {r["summary"] for r in dump(file, "DEMO") if r["kind"] == "internal_session"} & found["client"]


def test_t93_an_imported_deadline_becomes_a_date(tmp_path):
    file, table = tmp_path / "w.workbench", tmp_path / "tasks.csv"
    run("new", file, "--sample", language="zh_CN")
    table.write_text(
        "实施阶段,具体任务,负责人,时间节点\n问题修复,3.加一台机器,技术部*工程师,3个工作日内\n",
        encoding="utf-8",
    )
    assert run("import", file, "DEMO", table, language="zh_CN").returncode == 0
    task = next(r for r in dump(file, "DEMO") if r["kind"] == "task" and r["text"] == "加一台机器")
    assert task["due"] == "2025-10-10"


def test_an_edited_deadline_becomes_a_date_at_once(tmp_path):
    file = tmp_path / "w.workbench"
    run("new", file, "--sample", language="zh_CN")
    edit(file, "DEMO", {"put": {"id": "sample-task-06", "deadline_text": "10月31日前"}})
    task = next(r for r in dump(file, "DEMO") if r["id"] == "sample-task-06")
    assert task["due"] == "2025-10-31"
