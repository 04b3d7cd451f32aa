"""Setting up: what dev.py says when it cannot go on, and when it has nothing to do."""

import ast
import os
import shutil
import subprocess
import sys

import pytest

import dev

NO_DISPLAY = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")


def start(*arguments, **environment):
    return subprocess.run(
        [sys.executable, dev.ROOT / "dev.py", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can lack a display")
@pytest.mark.parametrize("arguments", [(), ("--", "mine.workbench")])
def test_a_window_without_a_display_is_refused_in_one_sentence(arguments):
    done = start("run", *arguments, **NO_DISPLAY)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == dev.NO_DISPLAY + "\n"


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        ([], True),
        (["mine.workbench"], True),
        (["--language", "zh_CN"], True),
        (["new", "mine.workbench", "--sample"], False),
        (["--data-dir", "here/state", "list", "mine.workbench"], False),
        (["--help"], False),
    ],
)
def test_only_the_window_needs_a_display(arguments, needed):
    assert dev.needs_display(arguments) is needed


@pytest.mark.parametrize(
    ("platform", "environment", "found"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_where_a_window_can_open(platform, environment, found):
    assert dev.has_display(platform, environment) is found


@pytest.mark.parametrize("version", [(2, 7), (3, 9), (3, 10)])
def test_an_old_python_is_refused_with_both_versions(version):
    with pytest.raises(dev.SetUpError, match=r"This is Python [23]\.\d+, but the workbench needs 3\.11"):
        dev.check_python(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
def test_a_new_python_is_welcome(version):
    dev.check_python(version)


def test_dev_can_still_be_read_by_the_python_it_refuses():
    ast.parse((dev.ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_pictures_are_painted_into_memory_unless_a_screen_is_named():
    assert dev.offscreen({"A": "1"}) == {"A": "1", "QT_QPA_PLATFORM": "offscreen"}
    assert dev.offscreen({"QT_QPA_PLATFORM": "xcb"}) == {"QT_QPA_PLATFORM": "xcb"}


def test_the_stamp_follows_the_lock_and_the_python(tmp_path):
    lock = tmp_path / "requirements.lock"
    lock.write_text("one==1\n")
    first = dev.fingerprint(lock, "3.11")
    assert dev.fingerprint(lock, "3.11") == first
    assert dev.fingerprint(lock, "3.12") != first
    lock.write_text("one==2\n")
    assert dev.fingerprint(lock, "3.11") != first


def test_the_second_set_up_does_nothing(tmp_path):
    lock = tmp_path / "requirements.lock"
    lock.write_text("one-that-is-nowhere==1\n")
    (tmp_path / "pyvenv.cfg").write_text("version = 3.11.7\n")
    (tmp_path / "requirements.lock.stamp").write_text(dev.fingerprint(lock, "3.11"))
    dev.install_lock(lock, tmp_path)


def test_a_failed_installation_leaves_no_stamp(tmp_path):
    lock = tmp_path / "requirements.lock"
    lock.write_text("without-a-hash==1\n")
    (tmp_path / "requirements.lock.stamp").write_text("of an older lock")
    with pytest.raises(dev.SetUpError, match=r"requirements\.lock could not be installed"):
        dev.install_lock(lock, tmp_path)
    assert not (tmp_path / "requirements.lock.stamp").exists()


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("home = /usr/bin\nversion = 3.11.7\n", "3.11"),
        ("version_info = 3.12.1\nuv = 0.9\n", "3.12"),
        ("", ""),
    ],
)
def test_an_environment_knows_its_python(tmp_path, text, version):
    (tmp_path / "pyvenv.cfg").write_text(text)
    assert dev.environment_version(tmp_path) == version


def test_no_environment_has_no_python(tmp_path):
    assert dev.environment_version(tmp_path / "nowhere") == ""


@pytest.mark.skipif(not shutil.which("dpkg-query"), reason="only where Debian's packages are")
def test_only_what_is_missing_is_installed():
    assert dev.missing_packages(["dpkg", "no-such-package-anywhere"]) == ["no-such-package-anywhere"]
    assert dev.missing_packages([]) == []


def test_a_program_that_a_signal_ended_is_a_failure():
    assert dev.call([sys.executable, "-c", "import os; os.abort()"]) > 0


@pytest.mark.parametrize("command", ["check", "messages"])
def test_arguments_that_nobody_reads_are_refused(command, capsys):
    assert dev.main([command, "--", "now"]) == 2
    assert "takes no arguments, but was given: now" in capsys.readouterr().err


def test_help_names_every_command():
    shown = start("--help").stdout
    assert all(f"  {name} " in shown for name in dev.COMMANDS)
