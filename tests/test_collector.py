"""The cycle collector is paused in bounded work, and nothing of that work needs it."""

import gc
from collections.abc import Iterator

import pytest

import namelink as nl
from namelink.collector import collector_paused

CHINESE = ["吴泳铭", "特朗普", "快乐马", "深圳市腾讯计算机系统有限公司", "安倍晋三"]
ENGLISH = ["Wu Yongming", "Trump", "HappyHorse", "Shenzhen Tencent Computer Systems", "Shinzo Abe"]


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    was = gc.isenabled()
    gc.enable()
    yield
    (gc.enable if was else gc.disable)()


def test_it_is_paused_inside_and_runs_again_behind() -> None:
    with collector_paused():
        assert not gc.isenabled()
        with collector_paused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_runs_again_behind_an_error() -> None:
    with pytest.raises(ZeroDivisionError), collector_paused():
        _ = 1 / 0
    assert gc.isenabled()


def test_a_caller_who_switched_it_off_keeps_it_off() -> None:
    gc.disable()
    with collector_paused():
        pass
    nl.compare(CHINESE[0], ENGLISH[0])
    assert not gc.isenabled()


def test_public_calls_leave_it_running() -> None:
    nl.compare(CHINESE[0], ENGLISH[0])
    nl.compare_pairs(CHINESE, ENGLISH)
    nl.AliasIndex.build(ENGLISH).search(CHINESE[0])
    assert gc.isenabled()


def test_comparing_and_searching_leave_no_cycles() -> None:
    index = nl.AliasIndex.build(ENGLISH)

    def work() -> None:
        nl.compare_pairs(CHINESE, ENGLISH[::-1])
        nl.compare(CHINESE[1], ENGLISH[1]).explain()
        index.search(CHINESE[2])
        nl.extract("HappyHorse (快乐马) is a model.")

    work()  # what the first use loads is not the question
    gc.collect()
    gc.disable()
    work()
    assert gc.collect() == 0
