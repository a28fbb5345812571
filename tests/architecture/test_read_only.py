"""namelink writes nothing, so it works from a place where nothing can be written."""

import subprocess
import sys

# Raised in the interpreter itself, below every library that could open a file.
GUARD = """
import os, sys
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
CHANGING = ("os.mkdir", "os.rename", "os.remove", "os.link", "os.symlink", "os.utime", "os.chmod",
            "tempfile.mkstemp", "tempfile.mkdtemp", "socket.connect", "subprocess.Popen")

def refuse(event, args):
    if event == "open" and isinstance(args[2], int) and args[2] & WRITING:
        raise PermissionError(f"opened for writing: {args[0]}")
    if event in CHANGING:
        raise PermissionError(f"{event}: {args}")

sys.addaudithook(refuse)
"""
CALLS = """
import namelink
assert namelink.compare("吴泳铭", "Wu Yongming").verdict == "match"
assert namelink.compare("深圳市腾讯计算机系统有限公司",
                        "Shenzhen Tencent Computer Systems Co Ltd").verdict == "match"
assert namelink.compare("浦东新区", "Pudong New Area").score > 0.5
assert namelink.spellings("腾讯银行", kind="org")[0].text == "Tengxun Yinhang"
assert namelink.systems("Mao Tse-tung")
assert [row.right_id for row in namelink.link(["马云", "银行"], ["Ma Yun", "bank"])] == [0, 1]
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Run code in an interpreter that refuses to write; -B, for byte code is Python's affair."""
    command = [sys.executable, "-B", "-c", GUARD + code]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


def test_every_call_works_where_nothing_can_be_written() -> None:
    done = run(CALLS)
    assert done.returncode == 0, done.stderr


def test_the_guard_sees_what_is_written() -> None:
    for code in ("open('x', 'w')", "os.rename('x', 'y')", "os.mkdir('x')"):
        done = run(code)
        assert "PermissionError" in done.stderr, code
