from dataclasses import replace
from itertools import pairwise
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from exports import word
from forms.requirement_priority import FORM
from tests.exports import samples
from workbench.domain.text import clean
from workbench.messages import Refusal, translator
from workbench.report import Figure, Heading, Paragraph
from workbench.spec import report as report_of

W = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}


def texts(table):
    return [["\n".join(p.text for p in cell.paragraphs) for cell in row.cells] for row in table.rows]


def xml(path, part="word/document.xml"):
    with ZipFile(path) as package:
        return etree.fromstring(package.read(part))


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    return samples.save(word, samples.whole(), tmp_path_factory.mktemp("word") / "whole.docx")


def test_every_block_of_a_report_is_in_the_document_in_order(whole):
    document = docx.Document(str(whole))
    found = [p.text for p in document.paragraphs if p.text]
    wanted = ["登录诊断", "需求优先级评估表", "四分及以上为高。", "说明", "原话", "问题诊断", "P01", "P02"]
    assert [text for text in found if text in wanted] == wanted
    assert len(document.tables) == 4  # facts of the title, requirements, causes of P01 and of P02
    assert "现象\t登录失败" in found


def test_headings_are_real_headings(whole):
    styles = {p.text: p.style.name for p in docx.Document(str(whole)).paragraphs}
    assert styles["需求优先级评估表"] == "Heading 1"
    assert styles["P01"] == "Heading 2"
    assert styles["登录诊断"] == "Title"


def test_a_table_has_the_documents_columns_and_no_working_ones(whole):
    table = docx.Document(str(whole)).tables[1]
    assert texts(table)[0] == ["需求编号", "需求描述", "价值评分(1-5分)", "优先级"]
    assert texts(table)[2] == ["DEMO001", "提升导出速度", "4(提升客户工作效率)", "高"]


def test_a_group_spans_the_table(whole):
    table = docx.Document(str(whole)).tables[1]
    group = table.rows[1]._tr
    assert group.find("w:tc/w:tcPr/w:gridSpan", W).get(qn("w:val")) == "4"
    assert texts(table)[1][0] == "■ 高价值"


def test_header_rows_are_repeated_and_rows_do_not_split(whole):
    for table in xml(whole).iterfind(".//w:tbl", W):
        rows = table.findall("w:tr", W)
        assert all(row.find("w:trPr/w:cantSplit", W) is not None for row in rows)
        if table.find("w:tblPr/w:tblStyle", W).get(qn("w:val")) == "ThreeLine":
            assert [row.find("w:trPr/w:tblHeader", W) is not None for row in rows] == [True] + [False] * (
                len(rows) - 1
            )


def test_a_very_long_row_may_split(tmp_path):
    table = replace(samples.table(1), rows=(samples.row(1, text="字" * 5000),))
    path = samples.save(word, samples.report(table), tmp_path / "long.docx")
    assert xml(path).findall(".//w:tr", W)[1].find("w:trPr/w:cantSplit", W) is None


def test_the_depth_in_a_tree_is_an_indent(whole):
    rows = xml(whole).findall(".//w:tbl", W)[1].findall("w:tr", W)
    indents = [row.find("w:tc/w:p/w:pPr/w:ind", W) for row in rows]
    assert [indent is not None for indent in indents] == [False, False, False, True, False, False]


def test_neighbouring_equal_cells_are_merged(tmp_path):
    rows = (samples.row(1, text="同"), samples.row(2, text="同"), samples.row(3, text="异"))
    table = replace(samples.table(), rows=rows, merged=("description",))
    path = samples.save(word, samples.report(table), tmp_path / "merged.docx")
    merges = [cell.get(qn("w:val"), "continue") for cell in xml(path).iterfind(".//w:vMerge", W)]
    assert merges == ["restart", "continue"]
    assert [row[1] for row in texts(docx.Document(str(path)).tables[0])[1:]] == ["同", "同", "异"]


def test_tones_are_named_styles(whole):
    styles = [style.get(qn("w:val")) for style in xml(whole).iterfind(".//w:rStyle", W)]
    assert styles[:3] == ["Tonered", "Tonered", "Tonered"]
    assert "Tonegrey" in styles


def test_a_long_table_is_written_in_parts_with_the_header_in_each(tmp_path):
    path = samples.save(word, samples.report(samples.table(450)), tmp_path / "parts.docx")
    document = docx.Document(str(path))
    assert [len(table.rows) for table in document.tables] == [201, 201, 51]
    kinds = [etree.QName(element).localname for element in document.element.body]
    assert ("tbl", "tbl") not in pairwise(kinds)


def test_column_widths_follow_the_columns_and_fill_the_page(whole):
    grid = [
        int(c.get(qn("w:w"))) for c in xml(whole).findall(".//w:tbl", W)[1].iterfind("w:tblGrid/w:gridCol", W)
    ]
    assert sum(grid) == pytest.approx(9184, abs=5)
    assert grid[1] == max(grid)


def test_a_running_number_is_not_broken_in_two(tmp_path):
    columns = (samples.COLUMNS[0], replace(samples.COLUMNS[1], width=300), *samples.COLUMNS[2:])
    path = samples.save(
        word, samples.report(replace(samples.table(1), columns=columns)), tmp_path / "narrow.docx"
    )
    assert int(xml(path).find(".//w:gridCol", W).get(qn("w:w"))) >= 1000


@pytest.mark.parametrize(
    ("language", "font", "tag"),
    [
        ("zh_CN", "Microsoft YaHei", "zh-CN"),
        ("zh_TW", "Microsoft JhengHei", "zh-TW"),
        ("en", "Microsoft YaHei", "zh-CN"),
    ],
)
def test_chinese_characters_have_a_font_of_the_reports_language(tmp_path, language, font, tag):
    path = samples.save(word, samples.whole(language), tmp_path / "fonts.docx")
    defaults = xml(path, "word/styles.xml").find("w:docDefaults/w:rPrDefault/w:rPr", W)
    fonts = defaults.find("w:rFonts", W)
    assert (fonts.get(qn("w:ascii")), fonts.get(qn("w:eastAsia"))) == ("Segoe UI", font)
    assert defaults.find("w:lang", W).get(qn("w:eastAsia")) == tag


def test_pictures_have_a_caption_a_number_and_a_text_for_the_blind(whole):
    root = xml(whole)
    pictures = [
        p.get("descr")
        for p in root.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    ]
    assert pictures == ["四象限：立即做 1 条", "鱼骨"]
    captions = [p.text for p in docx.Document(str(whole)).paragraphs if p.style.name == "Caption"]
    label = translator("zh_CN")(word._FIGURE)
    assert captions == [label.format(number=n) + "  " + text for n, text in ((1, "四象限"), (2, "鱼骨图"))]
    assert sum("SEQ Figure" in (e.text or "") for e in root.iter(qn("w:instrText"))) == 2


def test_pages_are_a4_and_turn_where_the_report_says(whole):
    sizes = [(s.page_width.cm, s.page_height.cm) for s in docx.Document(str(whole)).sections]
    assert [tuple(round(side, 1) for side in size) for size in sizes] == [
        (21.0, 29.7),
        (29.7, 21.0),
        (21.0, 29.7),
    ]


def test_the_footer_holds_the_reports_line_and_page_of_pages(whole):
    footer = docx.Document(str(whole)).sections[0].footer.paragraphs[0]
    assert footer.text.startswith("客户 & 我方 · 2026")
    assert footer.text.endswith("1 / 1")
    fields = [e.text.strip() for e in footer._p.iter(qn("w:instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_the_properties_are_the_reports_and_nobody_elses(whole):
    properties = docx.Document(str(whole)).core_properties
    assert (properties.title, properties.author, properties.language) == ("登录诊断", "作者", "zh-CN")
    assert properties.comments == properties.keywords == properties.subject == ""
    with ZipFile(whole) as package:
        parts = b"".join(package.read(name) for name in package.namelist())
        assert not any("thumbnail" in name or "customXml" in name for name in package.namelist())
    assert b"python-docx" not in parts


@pytest.mark.parametrize("text", samples.AWKWARD, ids=range(len(samples.AWKWARD)))
def test_any_text_is_only_text(tmp_path, text):
    table = replace(samples.table(1), rows=(samples.row(1, text=text),))
    blocks = (Heading(text), Paragraph(text), table, Figure(samples.SCENE, text, text))
    path = samples.save(
        word, replace(samples.report(*blocks), title=text, author=text, footer=text), tmp_path / "any.docx"
    )
    document = docx.Document(str(path))
    assert document.paragraphs[0].text == document.paragraphs[1].text == clean(text)
    assert texts(document.tables[0])[1][1] == clean(text)


def test_an_empty_report_is_a_document(tmp_path):
    path = samples.save(word, samples.report(Paragraph("")), tmp_path / "empty.docx")
    assert docx.Document(str(path)).paragraphs[0].text == ""


def test_an_empty_table_has_its_header(tmp_path):
    path = samples.save(word, samples.report(samples.table(0)), tmp_path / "header.docx")
    assert len(texts(docx.Document(str(path)).tables[0])) == 1


def test_closing_the_job_leaves_the_old_file(tmp_path):
    path = tmp_path / "old.docx"
    path.write_bytes(b"old")
    job = word.write(samples.whole(), path)
    assert [next(job), next(job)] == [1, 2]
    job.close()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_missing_folder_is_refused(tmp_path):
    with pytest.raises(Refusal):
        list(word.write(samples.whole(), tmp_path / "gone" / "x.docx"))


@pytest.mark.parametrize("language", samples.LANGUAGES)
def test_template_2_prints_exactly_its_columns_and_cells(tmp_path, language):
    """T81-T87: the titles through the translator, a score with its reason in brackets."""
    item = samples.requirement(
        1, value=4, value_reason="提升客户工作效率", urgency=5, urgency_reason="每日客诉"
    )
    context = samples.context([item], language)
    path = samples.save(word, report_of([FORM], context, language, "2026-04-02"), tmp_path / "form.docx")
    table = next(t for t in docx.Document(str(path)).tables if len(t.columns) == len(FORM.fields))
    header, cells = texts(table)[0], texts(table)[-1]
    assert header == [context.translate(field.label) for field in FORM.fields]
    assert cells == [field.text(item, context) for field in FORM.fields]
    assert cells[0] == "DEMO001"
    if language == "zh_CN":
        assert cells[3] == "4(提升客户工作效率)"
