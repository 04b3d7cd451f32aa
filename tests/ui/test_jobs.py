"""Long work beside the window, and calls to the one thread that writes."""

import threading

import pytest
from PySide6.QtCore import Qt

from ui.bridge import Fetched, Writer
from ui.jobs import Job
from workbench.workspace import Loaded


def count_to(number):
    yield from range(1, number + 1)
    return "finished"


def test_a_job_reports_progress_and_what_it_made(qtbot):
    job, seen = Job(count_to(3)), []
    job.progressed.connect(seen.append)
    job.done.connect(seen.append)
    with qtbot.waitSignal(job.ended):
        job.start()
    assert seen == [1, 2, 3, "finished"]


def test_a_job_can_be_cancelled_and_cleans_up(qtbot):
    cleaned = []

    def endless():
        try:
            while True:
                yield 0
        finally:
            cleaned.append(threading.current_thread() is not threading.main_thread())

    job = Job(endless())
    with qtbot.waitSignal(job.cancelled):
        job.progressed.connect(job.cancel, Qt.ConnectionType.SingleShotConnection)
        job.start()
    assert cleaned == [True]


def test_a_failing_job_says_so(qtbot):
    def fail():
        yield 1
        raise OSError("disk full")

    job = Job(fail())
    with qtbot.waitSignal(job.failed) as heard:
        job.start()
    assert str(heard.args[0]) == "disk full"


@pytest.fixture
def writer(qapp):
    writer = Writer()
    yield writer
    writer.close()


def test_calls_run_in_order_in_one_other_thread(writer, qtbot):
    threads, answers = set(), []

    def call(number):
        threads.add(threading.current_thread())
        return number

    for number in range(20):
        writer.submit(lambda number=number: call(number), answers.append)
    qtbot.waitUntil(lambda: len(answers) == 20)
    assert answers == list(range(20))
    assert len(threads) == 1
    assert threading.main_thread() not in threads


def test_answers_come_in_the_windows_thread(writer, qtbot):
    found = []
    with qtbot.waitSignal(writer.idle):
        writer.submit(lambda: None, lambda _nothing: found.append(threading.current_thread()))
    assert found == [threading.main_thread()]


def test_an_error_goes_to_whoever_asked(writer, qtbot):
    errors = []
    with qtbot.waitSignal(writer.idle):
        writer.submit(lambda: 1 // 0, lambda _nothing: errors.append("answered"), errors.append)
    assert [type(error) for error in errors] == [ZeroDivisionError]


def test_an_error_nobody_takes_reaches_the_crash_dialog(writer, qtbot):
    with qtbot.captureExceptions() as caught:
        writer.submit(lambda: 1 // 0, lambda _nothing: None)
        qtbot.waitUntil(lambda: bool(caught))
    assert [kind for kind, *_rest in caught] == [ZeroDivisionError]


def test_only_what_was_fetched_can_be_loaded():
    fetched = Fetched()
    loaded = Loaded((), (), ())
    fetched.bring("p", loaded)
    assert fetched.load("p") is loaded
    with pytest.raises(KeyError):
        fetched.load("p")


def test_news_are_asked_for_once():
    fetched = Fetched()
    fetched.bring_news([(None, Loaded((), (), ()))])
    assert [fetched.changed_elsewhere(), fetched.changed_elsewhere()] == [True, False]
