"""Each benchmark runs, at its smallest size and once; how fast things are is not a test's business."""

import pytest

from benchmarks.__main__ import MODULES, benchmark_of, main
from benchmarks.measuring import Benchmark, Row, alternate, growth, p95, timed


@pytest.mark.parametrize("name", MODULES)
def test_each_benchmark_yields_rows(name, qapp):
    benchmark = benchmark_of(name)
    rows = list(benchmark.run(min(benchmark.sizes[0], 100), 1))
    assert rows
    assert all(row.ours > 0 and row.limit > 0 for row in rows)


def test_a_row_says_whether_its_goal_is_met():
    assert Row("open", 1000, 3.0, 2.0, 2).line() == "open, 1,000, 3.00 ms, 2.00 ms, 1.50 ×, ≤ 2 ×, ok"
    assert Row("drag", 50, 5.0, 16.0, 4, absolute=True).line().endswith("0.31 ×, ≤ 4 ms, over")


def test_growth_compares_the_smallest_size_with_the_largest():
    def nothing(_size, _rounds):
        return iter(())

    rows = [Row("a", size, took, 1, 1, grows=True) for size, took in ((10, 1.0), (100, 11.0), (1000, 500.0))]
    assert list(growth(Benchmark("a", nothing, (10, 1000)), rows)) == [
        "a: growth, 10 → 1,000, 500.0 ×, 100.0 ×, 5.00 ×, ≤ 1.2 ×, over"
    ]


def test_calls_take_turns_after_a_warm_up():
    heard = []
    calls = [timed(lambda: heard.append("a")), timed(lambda: heard.append("b"))]
    assert [len(times) for times in alternate(calls, 2)] == [2, 2]
    assert "".join(heard) == "ababab"
    assert p95([1.0] * 19 + [9.0]) < 9.0


def test_one_name_prints_its_rows(capsys, qapp):
    assert main(["durable", "--rounds", "1", "--most", "1"]) == 0
    assert capsys.readouterr().out.startswith("edit → durable, 100, ")
