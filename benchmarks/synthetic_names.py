"""Seeded pairs of a Chinese name and its English form, for measuring speed.

Real name lists stay out of the repository, so speed is measured on names made here: people (common
surname, one or two given-name characters; pinyin in several orders and styles) and organizations
(place, brand, industry, legal form). They are easier than real ones; accuracy is measured
elsewhere. No two entities share a pronunciation, so each left name has exactly one right answer.

>>> sample = synthetic_pairs(4, seed=7)
>>> sample == synthetic_pairs(4, seed=7)
True
"""

import random
from dataclasses import dataclass


def _readings(text: str) -> dict[str, str]:
    """Read ``word:reading`` pairs that stand apart by spaces."""
    return dict(pair.split(":") for pair in text.split())


# Common surnames, with the reading that they have as surnames (曾 is Zeng).
_SURNAMES = _readings(
    "王:wang 李:li 张:zhang 刘:liu 陈:chen 杨:yang 黄:huang 赵:zhao 吴:wu 周:zhou 徐:xu 孙:sun "
    "马:ma 朱:zhu 胡:hu 郭:guo 何:he 林:lin 高:gao 罗:luo 郑:zheng 梁:liang 谢:xie 宋:song "
    "唐:tang 许:xu 邓:deng 冯:feng 韩:han 曹:cao 曾:zeng 彭:peng 肖:xiao 蔡:cai 潘:pan 田:tian "
    "董:dong 袁:yuan 于:yu 余:yu 叶:ye 蒋:jiang 杜:du 苏:su 魏:wei 程:cheng 吕:lv 丁:ding "
    "沈:shen 任:ren 姚:yao 卢:lu 傅:fu 钟:zhong 姜:jiang 崔:cui 谭:tan 廖:liao 范:fan 汪:wang "
    "陆:lu 金:jin 石:shi 戴:dai 贾:jia 韦:wei 夏:xia 邱:qiu 方:fang 侯:hou 邹:zou 熊:xiong "
    "孟:meng 秦:qin 白:bai 江:jiang 阎:yan 薛:xue 尹:yin 段:duan 雷:lei 黎:li 史:shi 龙:long "
    "陶:tao 贺:he 顾:gu 毛:mao 郝:hao 龚:gong 邵:shao 欧阳:ouyang 司马:sima 诸葛:zhuge"
)
_GIVEN = _readings(
    "伟:wei 芳:fang 娜:na 敏:min 静:jing 丽:li 强:qiang 磊:lei 军:jun 洋:yang 勇:yong 艳:yan "
    "杰:jie 娟:juan 涛:tao 明:ming 超:chao 霞:xia 平:ping 刚:gang 桂:gui 英:ying 华:hua 玉:yu "
    "兰:lan 红:hong 建:jian 国:guo 文:wen 志:zhi 海:hai 峰:feng 鹏:peng 飞:fei 辉:hui 林:lin "
    "波:bo 斌:bin 宇:yu 浩:hao 凯:kai 鑫:xin 俊:jun 帅:shuai 晨:chen 雪:xue 梅:mei 琳:lin "
    "晶:jing 欣:xin 颖:ying 佳:jia 嘉:jia 思:si 雨:yu 梦:meng 婷:ting 倩:qian 瑶:yao 怡:yi "
    "悦:yue 涵:han 泽:ze 铭:ming 永:yong 靖:jing 迪:di 博:bo 睿:rui 轩:xuan 航:hang 昊:hao "
    "天:tian 启:qi 德:de 福:fu 胜:sheng 庆:qing 春:chun 秋:qiu 冬:dong 云:yun 龙:long 虎:hu "
    "山:shan 松:song 柏:bai 清:qing 源:yuan 诚:cheng 信:xin 义:yi 仁:ren 礼:li 智:zhi 安:an"
)
_PLACES = _readings(
    "北京:Beijing 上海:Shanghai 深圳:Shenzhen 广州:Guangzhou 杭州:Hangzhou 南京:Nanjing "
    "苏州:Suzhou 成都:Chengdu 武汉:Wuhan 西安:Xi'an 青岛:Qingdao 大连:Dalian 厦门:Xiamen "
    "宁波:Ningbo 长沙:Changsha 浙江:Zhejiang 江苏:Jiangsu 山东:Shandong 福建:Fujian"
)
_BRANDS = _readings(
    "华:hua 新:xin 瑞:rui 恒:heng 盛:sheng 达:da 通:tong 联:lian 创:chuang 科:ke 美:mei 康:kang "
    "金:jin 宝:bao 利:li 丰:feng 泰:tai 隆:long 兴:xing 嘉:jia 诺:nuo 益:yi 海:hai 天:tian "
    "宏:hong 远:yuan 博:bo 思:si 腾:teng 飞:fei 中:zhong 正:zheng 东:dong 方:fang 光:guang"
)
_INDUSTRIES = {
    "科技": ("Technology", "Technologies"),
    "信息技术": ("Information Technology",),
    "生物医药": ("Biopharmaceutical", "Biomedicine"),
    "新材料": ("New Materials", "Advanced Materials"),
    "电子": ("Electronics", "Electronic"),
    "汽车零部件": ("Auto Parts", "Automotive Parts"),
    "投资管理": ("Investment Management",),
    "国际贸易": ("International Trading", "International Trade"),
    "食品": ("Foods", "Food"),
    "环保": ("Environmental Protection",),
    "机械制造": ("Machinery Manufacturing", "Machinery"),
    "文化传媒": ("Culture Media", "Cultural Media"),
}
_FORMS = {
    "有限公司": ("Co., Ltd.", "Co., Ltd", "Limited", "Company Limited"),
    "股份有限公司": ("Co., Ltd.", "Inc.", "Corporation"),
    "集团有限公司": ("Group Co., Ltd.", "Group"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One entity: its Chinese and its English name."""

    chinese: str
    english: str


def synthetic_pairs(count: int, *, seed: int, organizations: float = 0.3) -> list[Pair]:
    """Make pairs of names of distinct entities.

    Args:
        count: how many.
        seed: equal seeds give equal pairs.
        organizations: share of organizations; the rest are people.

    Returns:
        The pairs, people and organizations mixed.
    """
    dice = random.Random(seed)
    heard: set[tuple[str, ...]] = set()
    pairs: list[Pair] = []
    while len(pairs) < count:
        make = _organization if dice.random() < organizations else _person
        sound, pair = make(dice)
        if sound not in heard:
            heard.add(sound)
            pairs.append(pair)
    return pairs


def _person(dice: random.Random) -> tuple[tuple[str, ...], Pair]:
    """A person, with what the name sounds like in any order."""
    surname = dice.choice(list(_SURNAMES))
    given = [dice.choice(list(_GIVEN)) for _ in range(dice.choice((1, 2, 2, 2)))]
    family = _SURNAMES[surname].capitalize()
    syllables = [_GIVEN[character] for character in given]
    solid = "".join(syllables).capitalize()
    english = dice.choice(
        (
            f"{family} {solid}",
            f"{solid} {family}",
            f"{family}, {solid}",
            f"{family.upper()} {solid}",
            f"{family} {'-'.join(syllables).capitalize()}",
            f"{' '.join(syllable.capitalize() for syllable in syllables)} {family}",
        )
    )
    sound = tuple(sorted((family.lower(), solid.lower())))
    return sound, Pair(chinese=surname + "".join(given), english=english)


def _organization(dice: random.Random) -> tuple[tuple[str, ...], Pair]:
    """An organization; two with one place, brand and industry would be hard to tell apart."""
    place = dice.choice(list(_PLACES))
    characters = [dice.choice(list(_BRANDS)) for _ in range(2)]
    industry, industries = dice.choice(list(_INDUSTRIES.items()))
    form, forms = dice.choice(list(_FORMS.items()))
    brand = "".join(characters)
    latin = "".join(_BRANDS[character] for character in characters).capitalize()
    trade, legal = dice.choice(industries), dice.choice(forms)
    if dice.random() < 0.8:
        chinese = f"{place}{brand}{industry}{form}"
        english = f"{_PLACES[place]} {latin} {trade} {legal}"
    else:
        chinese = f"{brand}{industry}（{place}）{form}"
        english = f"{latin} {trade} ({_PLACES[place]}) {legal}"
    return (place, latin, industry), Pair(chinese=chinese, english=english)
