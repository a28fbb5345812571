"""The public calls on real names: facts that a user would check first."""

import pickle  # noqa: TID251 - engines do, with what they send to their workers
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import namelink as nl
from namelink.errors import InvalidInput, InvalidName, InvalidOptions

YONGMING = (
    "Wu Yongming", "Yongming Wu", "wu yongming", "WU YONGMING", "WU Yongming", "Wu, Yongming",
    "Wu Yong-ming",
    "Wu Yong Ming", "Wú Yǒngmíng", "Wu2 Yong3ming2", "WuYongming", "Wu Y. M.", "Y. M. Wu",
    "Wu Yongming ",
    "Ｗｕ　Ｙｏｎｇｍｉｎｇ", "Wu\u200b Yongming", "Mr. Wu Yongming",  # noqa: RUF001
)  # fmt: skip


@pytest.mark.parametrize("spelling", YONGMING)
@pytest.mark.parametrize("name", ["吴泳铭", "吳泳銘"])
def test_ways_to_spell_one_person_match(name: str, spelling: str) -> None:
    found = nl.compare(name, spelling)
    assert found.verdict == "match", found.explain()
    assert found.relation in ("compatible", "equal"), found.explain()


@pytest.mark.parametrize(
    ("name", "spelling"),
    [
        ("曾国藩", "Zeng Guofan"),
        ("单田芳", "Shan Tianfang"),
        ("解缙", "Xie Jin"),
        ("仇英", "Qiu Ying"),
        ("查慎行", "Zha Shenxing"),
        ("翟志刚", "Zhai Zhigang"),
        ("区寄", "Ou Ji"),
        ("朴树", "Piao Shu"),
        ("盖叫天", "Ge Jiaotian"),
        ("欧阳娜娜", "Ouyang Nana"),
        ("歐陽娜娜", "Nana Ouyang"),
        ("欧阳娜娜", "Ou-yang Nana"),
        ("司马光", "Sima Guang"),
        ("诸葛亮", "Zhuge Liang"),
        ("吕布", "Lü Bu"),
        ("吕布", "Lv Bu"),
        ("吕布", "Lu Bu"),
        ("吕布", "LYU BU"),
        ("长孙无忌", "Zhangsun Wuji"),
        ("谢长廷", "Xie Changting"),
        ("刘西安", "Liu Xi'an"),
        ("刘西安", "Liu Xian"),
        ("锺楚红", "Zhong Chuhong"),
        ("马云", "Ma Yun"),
        ("周靖人", "Zhou Jingren"),
        ("郑波", "Zheng Bo"),
        ("张迪", "Zhang Di"),
        ("李飞飞", "Li Feifei"),
        ("李飞飞", "Fei-Fei Li"),
    ],
)
def test_people_in_pinyin_match(name: str, spelling: str) -> None:
    assert nl.compare(name, spelling).verdict == "match", nl.compare(name, spelling).explain()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("习近平", "習近平"),
        ("Mao Zedong", "Zedong Mao"),
        ("马云 Jack Ma", "Ma Yun"),
        ("马云 Jack Ma", "Jack Ma"),
        ("马云 (Jack Ma)", "馬雲"),
        ("中国银行", "Bank of China"),
        ("中国农业银行", "Agricultural Bank of China"),
        ("快乐马", "HappyHorse"),
        ("快乐马", "Happy Horse"),
        ("通义实验室", "Tongyi Lab"),
        ("通义实验室", "Tongyi Laboratory"),
        ("唐纳德·特朗普", "Donald Trump"),
        ("陕西", "Shaanxi"),
        ("山西", "Shanxi"),
        ("北京大学", "Peking University"),
    ],
)
def test_other_names_of_one_entity_match(left: str, right: str) -> None:
    assert nl.compare(left, right).verdict == "match", nl.compare(left, right).explain()


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("吴泽明", "Wu Yongming"),
        ("吴泳铭", "Wu Zeming"),
        ("吴泳铭", "Eddie Wu"),
        ("马云", "Jack Ma"),
        ("张迪", "Zheng Bo"),
        ("张一鸣", "Zhang Yaming"),
        ("吴泽明", "吴则明"),
        ("中国农业银行", "Bank of China"),
        ("中国银行", "Agricultural Bank of China"),
        ("中国银行", "中国农业银行"),
        ("陕西", "Shanxi"),
        ("山西", "Shaanxi"),
        ("北京第七中学", "Beijing No. 8 Middle School"),
        ("北京大学", "Nanjing University"),
        pytest.param(
            "快乐马",
            "HappyDog",
            marks=pytest.mark.xfail(
                strict=True, reason="known: a short name of which one word agrees keeps its bits"
            ),
        ),
        ("", "Wu Yongming"),
    ],
)
def test_names_of_two_entities_do_not_match(left: str, right: str) -> None:
    assert nl.compare(left, right).verdict != "match", nl.compare(left, right).explain()


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        ("约翰逊", "Johnson", "Johnston"),
        ("吴泳铭", "Wu Yongming", "Wu Yongmin"),
        ("中国银行", "Bank of China", "Agricultural Bank of China"),
        ("陕西", "Shaanxi", "Shanxi"),
        ("曾国藩", "Zeng Guofan", "Ceng Guofan"),
        ("通义实验室", "Tongyi Lab", "Tongyi University"),
        ("北京第七中学", "Beijing No. 7 Middle School", "Beijing No. 8 Middle School"),
    ],
)
def test_the_right_name_scores_above_a_near_one(name: str, right: str, wrong: str) -> None:
    assert nl.compare(name, right).bits > nl.compare(name, wrong).bits


def test_a_syllable_that_differs_is_named() -> None:
    found = nl.compare("吴泽明", "Wu Yongming")
    assert found.relation == "contradicts"
    assert found.verdict == "no_match"
    (piece,) = [piece for piece in found.evidence if piece.outcome == "differs"]
    assert "yong ≠ 泽" in piece.note
    assert (piece.left, piece.right) == ("泽明", "Yongming")
    assert piece.bits < 0
    assert "yong ≠ 泽" in found.explain()


@pytest.mark.parametrize(("left", "right"), [("吴泳铭", "Eddie Wu"), ("马云", "Jack Ma")])
def test_a_chosen_english_given_name_is_unexplained_and_for_review(left: str, right: str) -> None:
    found = nl.compare(left, right)
    assert found.relation == "unexplained"
    assert found.verdict == "review"


def test_homophones_of_two_chinese_names_are_no_match() -> None:
    found = nl.compare("吴泽明", "吴则明")
    assert found.relation == "homophone"
    assert found.verdict != "match"


def test_the_gloss_pair_is_at_most_for_review_as_bare_names() -> None:
    assert nl.compare("阿里AI核心事业群", "Alibaba Token Hub").verdict != "match"


def test_explanations_show_prior_evidence_sum_and_decision() -> None:
    found = nl.compare("吴泽明", "Wu Yongming", options=nl.Options(prior=0.2))
    english, chinese = found.explain(), found.explain("zh")
    for word in ("prior", "pinyin", "sum", "probability", "verdict", "relation", "吴", "Wu"):
        assert word in english
    for word in ("先验", "拼音", "合计", "概率", "结论", "关系"):
        assert word in chinese
    assert "-2.00" in english


def test_a_kind_that_is_given_is_used() -> None:
    for label in ("person", "PER", "人物", nl.Kind.PERSON):
        assert nl.compare("吴泳铭", "Wu Yongming", kind=label).kind is nl.Kind.PERSON


def test_pairs_row_by_row() -> None:
    rows = nl.compare_pairs(["吴泳铭", "吴泽明"], ["Wu Yongming", "Wu Yongming"])
    assert [row.verdict for row in rows] == ["match", "no_match"]
    assert nl.compare_pairs([], []) == []


def test_links_of_two_lists() -> None:
    left = ["吴泳铭", "吴泽明", "周靖人", "李飞飞", "中国银行"]
    right = ["Li Feifei", "Bank of China", "Wu Zeming", "Zhou Jingren", "Wu Yongming"]
    found = {row.left_name: row.right_name for row in nl.link(left, right)}
    assert found == {
        "吴泳铭": "Wu Yongming",
        "吴泽明": "Wu Zeming",
        "周靖人": "Zhou Jingren",
        "李飞飞": "Li Feifei",
        "中国银行": "Bank of China",
    }


def test_namesakes_are_a_tie_for_review() -> None:
    from namelink.linker import link_tables
    from namelink.model.table import AliasTable

    right = AliasTable(
        ids=["a", "b"], names=["李飞飞"] * 2, kinds=[nl.Kind.UNKNOWN] * 2, rows=[0, 1]
    )
    left = AliasTable(ids=["q"], names=["Li Feifei"], kinds=[nl.Kind.UNKNOWN], rows=[0])
    found = link_tables(left, right, top_k=2)
    assert [row.right_id for row in found] == ["a", "b"]
    assert all(row.verdict == "review" for row in found)
    assert found[0].margin == 0.0
    assert [row.confidence for row in found] == pytest.approx([0.5, 0.5], abs=0.05)


def test_empty_tables() -> None:
    assert nl.link([], ["Wu"]) == []
    assert nl.link(["吴"], []) == []
    assert [row.left_name for row in nl.link(["吴"], [], unmatched=True)] == ["吴"]


def test_wrong_calls_are_told() -> None:
    with pytest.raises(InvalidName, match="NoneType"):
        nl.compare(None, "Wu")  # type: ignore[arg-type]
    with pytest.raises(InvalidOptions, match="dragon"):
        nl.compare("吴", "Wu", kind="dragon")
    with pytest.raises(InvalidOptions, match="as many"):
        nl.compare_pairs(["吴"], [])
    with pytest.raises(InvalidOptions, match="top_k"):
        nl.link(["吴"], ["Wu"], top_k=0)
    with pytest.raises(InvalidOptions, match="threshold"):
        nl.link(["吴"], ["Wu"], threshold=1.5)


def test_the_facade_gives_what_it_promises() -> None:
    assert set(nl.__all__) <= set(dir(nl))
    for name in nl.__all__:
        assert getattr(nl, name) is not None
    with pytest.raises(AttributeError, match="resolve_all"):
        nl.resolve_all  # noqa: B018


@pytest.mark.parametrize("wrong", ["吴泳铭", b"Wu", None, 3])
def test_what_is_no_list_of_names_is_told(wrong: Any) -> None:
    for call in (nl.compare_pairs, nl.align):
        for sides in ((wrong, wrong), (["吴泳铭"], wrong), (wrong, ["Wu Yongming"])):
            with pytest.raises(InvalidInput, match="names come in a list"):
                call(*sides)


@pytest.mark.parametrize("wrong", [None, 3, b"Zhang Di", ["Zhang Di"]])
def test_what_is_no_text_is_told(wrong: Any) -> None:
    with pytest.raises(InvalidName, match="a text is a string"):
        nl.extract(wrong)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        # What the scorer likes in a part of a name, or in a name with its title, does not cut it.
        ("美国国家科学基金会 (NSF) 近日", ("NSF", "美国国家科学基金会")),
        ("与中国国家自然科学基金委员会（NSFC）签署", ("NSFC", "中国国家自然科学基金委员会")),
        ("将在上海扩建超级工厂（Gigafactory）。", ("Gigafactory", "超级工厂")),
        ("芯片公司中芯国际（SMIC）", ("SMIC", "中芯国际")),
        ("总干事谭德塞（Tedros Adhanom Ghebreyesus）", ("Tedros Adhanom Ghebreyesus", "谭德塞")),
        ("Nvidia CEO Jensen Huang (黄仁勋) visited.", ("Jensen Huang", "黄仁勋")),
        ("The CEO of Xiaomi (小米) said so.", ("Xiaomi", "小米")),
        ("Members of the Politburo (政治局) met.", ("Politburo", "政治局")),
        ("Tencent and Alibaba (阿里巴巴) rose.", ("Alibaba", "阿里巴巴")),
        # Whoever meets a ministry is no part of its name.
        ("阿里巴巴和商务部（Ministry of Commerce）会谈", ("Ministry of Commerce", "商务部")),
        ("王伟和商务部（Ministry of Commerce）会谈", ("Ministry of Commerce", "商务部")),
    ],
)
def test_names_are_cut_where_a_reader_would(text: str, pair: tuple[str, str]) -> None:
    assert [(mention.english, mention.chinese) for mention in nl.extract(text)] == [pair]


RIVALS = ["Toyota Motor", "Ningbo Motor Works", "Happy Motor Sales", "Acme Motor Parts"]


def test_a_pair_that_fits_less_surely_than_asked_is_for_review() -> None:
    # 汽车 is Motor, and nothing of the name's own is told of any.
    own = nl.link(["小鹏汽车"], RIVALS, threshold=0.0, options=nl.Options(confidence_at=0.0))
    here = nl.link(["小鹏汽车"], RIVALS, threshold=0.0, options=nl.Options(confidence_at=0.9))
    assert own[0].confidence == here[0].confidence < 0.9
    assert (own[0].verdict, here[0].verdict) == ("match", "review")
    assert (own[0].score, own[0].bits) == (here[0].score, here[0].bits)


@pytest.mark.parametrize("cut", [0.0, 0.5, 0.9, 1.0])
def test_the_cut_of_confidence_moves_matches_to_review_alone(cut: float) -> None:
    left = ["吴泳铭", "小鹏汽车", "华为技术有限公司", "王伟", "北京大学"]
    right = [
        "Wu Yongming",
        "Huawei Technologies Co., Ltd.",
        "Wang Wei",
        "Peking University",
        *RIVALS,
    ]
    own = nl.link(left, right, top_k=3, threshold=0.0, options=nl.Options(confidence_at=0.0))
    cuts = nl.link(left, right, top_k=3, threshold=0.0, options=nl.Options(confidence_at=cut))
    for before, after in zip(own, cuts, strict=True):
        doubtful = before.verdict == "match" and before.confidence < cut
        assert after.verdict == ("review" if doubtful else before.verdict)


def test_equal_names_and_known_aliases_need_no_confidence() -> None:
    options = nl.Options(confidence_at=1.0, aliases=nl.Aliases.of([("友邦", "AIA")]))
    found = nl.link(
        ["友邦", "腾讯控股有限公司"], ["AIA", "腾讯控股有限公司", "Tencent"], options=options
    )
    assert [(row.right_name, row.verdict) for row in found] == [
        ("AIA", "match"),
        ("腾讯控股有限公司", "match"),
    ]


def test_names_that_only_hold_an_alias_need_confidence() -> None:
    options = nl.Options(aliases=nl.Aliases.of([("大华", "Acme Holdings")]))
    right = ["Acme Holdings", "Acme Holdings Bank", "Acme Holdings Bank 2"]
    found = nl.link(["大华", "大华银行"], right, options=options, top_k=3, threshold=0.0)
    stated = {(row.left_name, row.right_name) for row in found if row.verdict == "match"}
    assert ("大华", "Acme Holdings") in stated
    doubtful = [row for row in found if row.verdict == "match" and row.confidence < 0.5]
    assert {(row.left_name, row.right_name) for row in doubtful} <= {("大华", "Acme Holdings")}


def test_a_confidence_beyond_one_is_refused() -> None:
    with pytest.raises(InvalidOptions, match="confidence_at"):
        nl.Options(confidence_at=1.1)


@pytest.mark.parametrize("wrong", [{"prior": 0.1}, None, "screen"])
@pytest.mark.parametrize(
    "call",
    [
        lambda options: nl.compare("张迪", "Zhang Di", options=options),
        lambda options: nl.compare_pairs([], [], options=options),
        lambda options: nl.link(["张迪"], ["Zhang Di"], options=options),
        lambda options: nl.align(["张迪"], ["Zhang Di"], options=options),
        lambda options: nl.extract("Zhang Di (张迪)", options=options),
        lambda options: nl.AliasIndex.build(["Zhang Di"], options=options),
    ],
)
def test_what_are_no_options_is_told_with_the_way_to_make_some(call: Any, wrong: Any) -> None:
    told = "from_dict" if isinstance(wrong, dict) else r"give Options\(\.\.\.\)"
    with pytest.raises(InvalidOptions, match=told):
        call(wrong)


@pytest.mark.parametrize("wrong", [{"id": "uid"}, "name"])
def test_what_are_no_columns_is_told(wrong: Any) -> None:
    with pytest.raises(InvalidOptions, match=r"Columns\("):
        nl.link(["张迪"], ["Zhang Di"], left_columns=wrong)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("Andersen's Fairy Tales (安徒生童话) are old.", "Andersen's Fairy Tales"),
        ("Andersen’s Fairy Tales (安徒生童话) are old.", "Andersen’s Fairy Tales"),
        ("Beijing's Forbidden City (故宫) opened", "Forbidden City"),
        ("China's China Mobile (中国移动) grew", "China Mobile"),
        ("Dante's Divine Comedy (神曲)", "Divine Comedy"),
        ("Dante's Divine Comedy (但丁神曲)", "Dante's Divine Comedy"),
    ],
)
def test_an_owner_belongs_to_a_name_that_both_languages_give_it(text: str, english: str) -> None:
    assert [mention.english for mention in nl.extract(text)] == [english]


def test_several_threads_get_what_one_gets() -> None:
    """Engines call a function from threads of their own."""
    chinese = ["吴泳铭", "快乐马", "华为技术有限公司", "山西", "特朗普"]
    english = ["Wu Yongming", "HappyHorse", "Huawei Technologies Co., Ltd.", "Shaanxi", "Trump"]
    pairs = [(left, right) for left in chinese for right in english]
    index = nl.AliasIndex.build(english)

    def work(turn: int) -> tuple[dict[tuple[str, str], nl.PairScore], list[nl.Link]]:
        turned = pairs[turn:] + pairs[:turn]
        rows = nl.compare_pairs([left for left, _ in turned], [right for _, right in turned])
        links: list[nl.Link] = index.search_many(chinese)
        return dict(zip(turned, rows, strict=True)), links

    alone = work(0)
    with ThreadPoolExecutor(4) as threads:
        assert all(found == alone for found in threads.map(work, range(12)))


def test_options_and_results_go_to_other_processes() -> None:
    known = nl.Options(match_at=0.8, aliases=nl.Aliases.of([("友邦保险", "AIA")]))
    [link] = nl.link(["张迪"], ["Zhang Di"])
    values = [known, nl.Columns(id="code"), nl.compare("张迪", "Zhang Di"), link, nl.Kind.ORG]
    values += nl.compare_pairs(["张迪"], ["Zhang Di"])
    assert pickle.loads(pickle.dumps(values)) == values
    error = pickle.loads(pickle.dumps(InvalidInput("row 1: the name is null")))
    assert (type(error), str(error)) == (InvalidInput, "row 1: the name is null")
