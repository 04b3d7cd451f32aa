import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import csv_import
from tests.exports import samples
from workbench.messages import Refusal, translator
from workbench.spec.incoming import Incoming

ENGLISH = translator("en")
SIMPLE = "需求编号,需求描述,价值评分\nDEMO001,客户希望批量导出报表,4(提升客户工作效率)\n"
TRADITIONAL = "需求編號,需求描述,價值評分\nDEMO001,客戶希望批次匯出報表,4(提升客戶工作效率)\n"


def read(path, encoding=""):
    return samples.result(csv_import.read(path, encoding))


def file(tmp_path, content):
    path = tmp_path / "需求.csv"
    path.write_bytes(content)
    return path


def rows(incoming):
    return {row.number: dict(row.cells) for row in incoming.sheets[0].rows}


def refused(path, encoding=""):
    with pytest.raises(Refusal) as caught:
        read(path, encoding)
    return ENGLISH(caught.value.message)


def outcome(path, encoding):
    try:
        return read(path, encoding)
    except Refusal as problem:
        return ENGLISH(problem.message)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_the_encodings_of_the_mainland_are_found(tmp_path, encoding):
    found = rows(read(file(tmp_path, SIMPLE.encode(encoding))))
    assert found[2] == {1: "DEMO001", 2: "客户希望批量导出报表", 3: "4(提升客户工作效率)"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "big5", "gb18030"])
def test_the_encodings_of_taiwan_are_found(tmp_path, encoding):
    path = file(tmp_path, TRADITIONAL.encode(encoding))
    if encoding == "gb18030":  # its traditional characters are not among the common ones
        assert "--encoding" in refused(path)
        return
    assert rows(read(path))[2][2] == "客戶希望批次匯出報表"


def test_where_it_is_not_certain_the_user_chooses(tmp_path):
    path = file(tmp_path, "鑫淼".encode("gb18030") + b",x\n")
    told = refused(path)
    assert "gb18030" in told
    assert "--encoding" in told
    assert rows(read(path, "gb18030"))[1][1] == "鑫淼"


def test_a_wrong_choice_is_told(tmp_path):
    assert "is not written in utf-8" in refused(file(tmp_path, SIMPLE.encode("gb18030")), "utf-8")
    assert "is not written in nonsense" in refused(file(tmp_path, b"a,b"), "nonsense")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_separators_are_found(tmp_path, separator):
    path = file(tmp_path, SIMPLE.replace(",", separator).encode())
    assert len(rows(read(path))[2]) == 3


def test_the_line_that_tells_excel_the_separator_is_left_out(tmp_path):
    assert rows(read(file(tmp_path, b"sep=;\r\na;b,c\r\n"))) == {1: {1: "a", 2: "b,c"}}


def test_quoted_cells_hold_separators_quotes_and_lines(tmp_path):
    assert rows(read(file(tmp_path, b'"a,b","say ""x""","one\r\ntwo"\r\nc\r\n'))) == {
        1: {1: "a,b", 2: 'say "x"', 3: "one\ntwo"},
        2: {1: "c"},
    }


def test_ragged_and_empty_lines_keep_their_numbers(tmp_path):
    assert rows(read(file(tmp_path, b"a,b,c\n\n1\n1,2,3,4\n"))) == {
        1: {1: "a", 2: "b", 3: "c"},
        3: {1: "1"},
        4: {1: "1", 2: "2", 3: "3", 4: "4"},
    }


def test_a_quote_that_is_never_closed_is_told_with_its_line(tmp_path):
    told = refused(file(tmp_path, b'a,b\n1,2\n3,"never\nclosed\n'))
    assert "line 3" in told
    assert "需求.csv" in told


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "is empty"), (b" \n\n", "is empty"), (b"\x00\x01\x02\x03" * 9, "no text"), (b"a\x01b", "no text")],
)
def test_what_is_no_text_is_refused(tmp_path, content, words):
    assert words in refused(file(tmp_path, content))


@given(st.binary(max_size=300), st.sampled_from(["", "utf-8", "gb18030", "big5", "utf-16"]))
def test_no_bytes_at_all_break_the_reader(tmp_path_factory, content, encoding):
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_bytes(content)
    assert isinstance(outcome(path, encoding), Incoming | str)


@given(
    st.lists(
        st.lists(
            st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn", "Zl", "Zp"])),
            min_size=2,
            max_size=4,
        ),
        min_size=1,
    )
)
def test_what_python_writes_is_read(tmp_path_factory, table):
    import csv
    from io import StringIO

    text = StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(table)
    path = tmp_path_factory.getbasetemp() / "written.csv"
    path.write_bytes(b"\xef\xbb\xbf" + text.getvalue().encode())
    wanted = {n: {c: v for c, v in enumerate(row, 1) if v} for n, row in enumerate(table, 1) if any(row)}
    try:
        assert rows(read(path)) == wanted
    except Refusal:
        assert not wanted
