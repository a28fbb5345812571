"""What is a mention and what is not: sentences with the pairs that a reader finds in them."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from namelink.extraction.choice import CompareOne, ScoreMany
from namelink.extraction.mentions import mentions
from namelink.model.comparison import Comparison, PairScore
from namelink.model.kinds import Channel, Relation, Verdict
from namelink.model.mention import Mention
from tests.extraction.stand_in import compare_one, score_many


def found(text: str) -> list[Mention]:
    return mentions(text, score=score_many, compare=compare_one, review_at=0.05)


def pairs(text: str) -> set[tuple[str, str]]:
    return {(mention.english, mention.chinese) for mention in found(text)}


ENGLISH_PROSE = [
    ("It was built by model architect Zhang Di (张迪).", {("Zhang Di", "张迪")}),
    ("Alibaba's Tongyi Lab (通义实验室) did it.", {("Tongyi Lab", "通义实验室")}),
    (
        "the newly formed Alibaba Token Hub (ATH, 阿里AI核心事业群)",
        {("Alibaba Token Hub", "阿里AI核心事业群")},
    ),
    (
        "Visit Suzhou (苏州) or Hangzhou （杭州） or Xi'an [西安].",
        {("Suzhou", "苏州"), ("Hangzhou", "杭州"), ("Xi'an", "西安")},
    ),
    (
        "President Xi Jinping (习近平) met Premier Li Qiang (李强) on Monday.",
        {("Xi Jinping", "习近平"), ("Li Qiang", "李强")},
    ),
    ("The Forbidden City (故宫) is open.", {("Forbidden City", "故宫")}),
    ("He wrote The Three-Body Problem (三体).", {("The Three-Body Problem", "三体")}),
    ('"The True Story of Ah Q" (阿Q正传)', {("The True Story of Ah Q", "阿Q正传")}),
    ("| **Jinan** (济南) | 9 |\n| _Wuhan_ (武汉) | 8 |", {("Jinan", "济南"), ("Wuhan", "武汉")}),
    (
        "Tencent Holdings Co., Ltd. (腾讯控股有限公司) rose.",
        {("Tencent Holdings Co., Ltd.", "腾讯控股有限公司")},
    ),
    (
        "Ministry of Science and Technology (科学技术部)",
        {("Ministry of Science and Technology", "科学技术部")},
    ),
    (
        "Taihu (simplified Chinese: 太湖; pinyin: Tàihú; lit. 'great lake') is large.",
        {("Taihu", "太湖")},
    ),
    (
        "Mount Lu (simplified Chinese: 庐山; traditional Chinese: 廬山)",
        {("Mount Lu", "庐山"), ("Mount Lu", "廬山")},
    ),
    ("Zhou Jingren, known in Chinese as 周靖人, leads it.", {("Zhou Jingren", "周靖人")}),
    ("The founder Wang Xing 王兴 left.", {("Wang Xing", "王兴")}),
    ("Lu Xun (鲁迅, 1881–1936; born Zhou Shuren) wrote it.", {("Lu Xun", "鲁迅")}),
    ("The CEO of Huawei (华为) left.", {("Huawei", "华为")}),
    (
        "Residents of Kunming (昆明) and students of Jinan (济南)",
        {("Kunming", "昆明"), ("Jinan", "济南")},
    ),
    ("Minister of Commerce Wang Wentao (王文涛) agreed.", {("Wang Wentao", "王文涛")}),
    ("Baidu CEO Li Yanhong (李彦宏) spoke.", {("Li Yanhong", "李彦宏")}),
    # General is an office behind another one, and else a word.
    (
        "Director General of the National Palace Museum (国立故宫博物院)",
        {("National Palace Museum", "国立故宫博物院")},
    ),
    ("the Secretary-General of the United Nations (联合国)", {("United Nations", "联合国")}),
    ("The Consul General of Japan (日本) left.", {("Japan", "日本")}),
    ("Attorney General Chen Wei (陈伟) spoke.", {("Chen Wei", "陈伟")}),
    ("She left General Motors (通用汽车).", {("General Motors", "通用汽车")}),
    (
        "General Administration of Customs (海关总署)",
        {("General Administration of Customs", "海关总署")},
    ),
    # Titles belong to the name of an office, and to that of a body that is no person.
    (
        "The President of the United States (美国总统) came.",
        {("President of the United States", "美国总统")},
    ),
    ("The Executive Yuan (行政院) met.", {("Executive Yuan", "行政院")}),
    ("the Supreme People's Court (最高人民法院)", {("Supreme People's Court", "最高人民法院")}),
    # A list is the name of a commission, and of companies two names.
    (
        "The Securities and Futures Commission (证监会) fined Sony and Songxia (松下).",
        {("Securities and Futures Commission", "证监会"), ("Songxia", "松下")},
    ),
    (
        "Nanjing Asset Management (Wuhan) Limited (南京資產管理(武漢)有限公司)",
        {("Nanjing Asset Management (Wuhan) Limited", "南京資產管理(武漢)有限公司")},
    ),
]

CHINESE_PROSE = [
    (
        "著名计算机科学家安德烈·卡帕斯（Andrej Karpathy）发布了课程。",
        {("Andrej Karpathy", "安德烈·卡帕斯")},
    ),
    (
        "小说《老人与海》（The Old Man and the Sea，1952年）很短。",
        {("The Old Man and the Sea", "老人与海")},
    ),
    ("位于伦敦的大英博物馆（British Museum）免费。", {("British Museum", "大英博物馆")}),
    ("他的女儿玛丽（Mary）嫁给了约翰（John）。", {("Mary", "玛丽"), ("John", "约翰")}),
    ("小米创始人雷军（Lei Jun）说，", {("Lei Jun", "雷军")}),
    # What makes a body a nation's own binds the nation to its name.
    ("美国国家科学基金会（NSF）拨款。", {("NSF", "美国国家科学基金会")}),
    ("美国哥伦比亚（Columbia）", {("Columbia", "哥伦比亚")}),
    # A body that lists what it is for is one; where a body ends before the conjunction it is two.
    ("Inspector Gadget (神探加杰特) aired.", {("Inspector Gadget", "神探加杰特")}),
    (
        "工业和信息化部（Ministry of Industry and Information Technology）发布",
        {("Ministry of Industry and Information Technology", "工业和信息化部")},
    ),
    ("教育部和商务部（Ministry of Commerce）", {("Ministry of Commerce", "商务部")}),
    (
        "美国食品与药物管理局（Food and Drug Administration）",
        {("Food and Drug Administration", "美国食品与药物管理局")},
    ),
    # A name begins behind 自, 由 and 和, but not inside the words that hold them.
    ("国家自然科学奖（NNSA）", {("NNSA", "国家自然科学奖")}),
    ("日本自由民主党（LDP）", {("LDP", "日本自由民主党")}),
    ("由周鸿祎（Zhou Hongyi）和雷军（Lei Jun）", {("Zhou Hongyi", "周鸿祎"), ("Lei Jun", "雷军")}),
    ("在上海新建特斯拉（Tesla）", {("Tesla", "特斯拉")}),
    ("电影泰坦尼克（Titanic）上映。", {("Titanic", "泰坦尼克")}),
    ("由周靖人（Zhou Jingren）负责。", {("Zhou Jingren", "周靖人")}),
    ("珠江（英文：Pearl River）很长。", {("Pearl River", "珠江")}),
    ("马云，英文名Jack Ma，生于杭州。", {("Jack Ma", "马云")}),
    ("参加了“国际大学生程序设计竞赛”（ICPC）。", {("ICPC", "国际大学生程序设计竞赛")}),
    (
        "华为发布了手机芯片麒麟 990（Kirin 990）。",
        {("Kirin 990", "麒麟 990")},
    ),
]

FIELDS = [
    ("Guangzhou / 广州\nChengdu - 成都", {("Guangzhou", "广州"), ("Chengdu", "成都")}),
    ("- 长沙：Changsha\n- 合肥 — Hefei", {("Changsha", "长沙"), ("Hefei", "合肥")}),
]

LINE_BREAKS = [
    ("Sun Lin (孫林), Yu\nHang (餘\n航)", {("Sun Lin", "孫林"), ("Yu\nHang", "餘\n航")}),
    (
        "Shanghai Pudong Development\nBank (上海浦東發展銀\n行)",
        {("Shanghai Pudong Development\nBank", "上海浦東發展銀\n行")},
    ),
]


def test_what_a_tool_does_is_hardly_its_name() -> None:
    # As little likeness, behind a word that says little and one that says where a name begins.
    tool, firm = (found(f"{word}生成快照 (Win & Mac)") for word in ("该软件", "该公司推出"))
    assert all(mention.score < 0.5 for mention in tool)
    assert all(mention.score > 0.5 for mention in firm)
    assert firm


@pytest.mark.parametrize(
    "text",
    [
        "该软件跨平台 (Win & Mac)",
        "支持多语言（English & French）",
        "应用支持双端（Android & iOS）",
        "Tool (跨平台)",
    ],
)
def test_a_list_of_several_things_of_one_sort_names_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "wanted"), ENGLISH_PROSE + CHINESE_PROSE + FIELDS + LINE_BREAKS)
def test_finds_exactly_the_pairs_of(text: str, wanted: set[tuple[str, str]]) -> None:
    assert pairs(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The system (built in 2019) is fast (see Figure 2).",
        "他出生于1936年（民国二十五年）。",
        "体积从680立方英尺（19 m³）到1,520立方英尺（43 m³）。",
        "调用函数（f(x) = y）并查看文档（https://example.org/a）。",
        "相关研究（Smith et al., 2019；Jones and Lee 2020）表明，",
        "另外两家公司（Data Domain 和 Service Now）也在。",
        "每个进程（process）都有地址空间（address space）。",
        "the holidays (放假), the lord (主公)",
        "米泽车站（）和（，）",
        "作曲(PRODUCER：靳铁章，编曲：陈飞午)",
        "报告（PDF）已上传。",
        "我们使用 React 框架和 Docker 容器。",
        "Masayoshi Son (ソフトバンク)",
    ],
)
def test_finds_nothing_in(text: str) -> None:
    assert found(text) == []


def test_lists_further_names_of_a_gloss_as_aliases() -> None:
    [hub] = found("Alibaba Token Hub (ATH, 阿里AI核心事业群)")
    assert hub.aliases == ("ATH",)
    [fund] = found("Panjin Harbor Fund (盤錦港基金) (“Panjin Fund”)")
    assert fund.aliases == ("Panjin Fund",)
    [agency] = found("National Space Agency (NSA) (国家航天局)")
    assert (agency.english, agency.aliases) == ("National Space Agency", ("NSA",))
    [who] = found("Wang Li (Chinese: 王力; also known as Lily Wang)")
    assert who.aliases == ("Lily Wang",)
    [school] = found("麻省理工学院（Massachusetts Institute of Technology，简称MIT）")
    assert school.aliases == ("MIT",)


def _everywhere(score: float) -> ScoreMany:
    """A scorer that says the same of every pair."""
    result = PairScore(
        bits=0.0, score=score, verdict=Verdict.NO_MATCH, relation=Relation.UNEXPLAINED
    )

    def fixed(english: Sequence[str], _: Sequence[str]) -> list[PairScore]:
        return [result] * len(english)

    return fixed


def _always(score: float) -> CompareOne:
    def fixed(english: str, chinese: str) -> Comparison:
        return replace(compare_one(english, chinese), score=score)

    return fixed


@pytest.mark.parametrize(
    ("score", "verdict"), [(0.06, Verdict.MATCH), (1e-4, Verdict.MATCH), (1e-9, Verdict.REVIEW)]
)
def test_a_gloss_outweighs_little_evidence_but_a_contradiction_only_for_review(
    score: float, verdict: Verdict
) -> None:
    text = "it joined Alibaba Token Hub (ATH, 阿里AI核心事业群)"
    [hub] = mentions(text, score=_everywhere(score), compare=_always(score), review_at=0.05)
    assert (hub.english, hub.chinese) == ("Alibaba Token Hub", "阿里AI核心事业群")
    assert hub.comparison.verdict is verdict


def test_in_chinese_prose_a_han_bracket_needs_a_scorer_who_agrees() -> None:
    text = "我们用容器工具 Docker（码头工人）来部署程序。"
    for score, names in ((1e-4, []), (0.99, ["Docker"])):
        got = mentions(text, score=_everywhere(score), compare=_always(score), review_at=0.05)
        assert [mention.english for mention in got] == names


def test_the_scorer_decides_where_the_pattern_leaves_it_open() -> None:
    text = "the Chengdu Mayor Li Wei (李伟) and the Chengdu Li Wei (成都李伟)"
    assert [mention.english for mention in found(text)] == ["Li Wei", "Chengdu Li Wei"]


def test_scores_a_whole_text_in_one_call() -> None:
    sizes = []

    def counting(english: Sequence[str], chinese: Sequence[str]) -> list[PairScore]:
        assert len(english) == len(chinese)
        sizes.append(len(english))
        return score_many(english, chinese)

    text = "Zhang Di (张迪), Li Wei (李伟). " * 50
    got = mentions(text, score=counting, compare=compare_one, review_at=0.05)
    assert len(got) == 100
    # Equal names are asked about once.
    assert len(sizes) == 1
    assert sizes[0] < 10


def test_the_gloss_is_the_last_piece_of_evidence() -> None:
    [mention] = found("led by Zhang Di (张迪)")
    *bare, gloss = mention.comparison.evidence
    assert gloss.channel is Channel.GLOSS
    assert gloss.bits > 0
    assert tuple(bare) == compare_one("Zhang Di", "张迪").evidence


def test_the_verdict_follows_the_cuts_that_are_handed_in() -> None:
    [weak] = found("it joined Alibaba Token Hub (ATH, 阿里AI核心事业群)")
    for cut, verdict in (
        (weak.score, Verdict.MATCH),
        (min(1.0, weak.score * 1.0001), Verdict.REVIEW),
    ):
        [again] = mentions(
            "it joined Alibaba Token Hub (ATH, 阿里AI核心事业群)",
            score=score_many,
            compare=compare_one,
            review_at=0.05,
            match_at=cut,
        )
        assert again.comparison.verdict is verdict
