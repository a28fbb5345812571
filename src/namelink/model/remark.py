"""What a piece of evidence found: a template with what fills it, told in the reader's language.

>>> remark = Remark("sounds_like", ("茅台", "moutai"))
>>> str(remark), remark.told("zh")
('茅台 sounds like moutai', '茅台 听起来像 moutai')
"""

from dataclasses import dataclass

from namelink.model.kinds import Channel, Role
from namelink.model.labels import LABELS, labels

# Every sentence stands beside its twin, so that none can be left without one.
_LANGUAGES = tuple(LABELS)
TEMPLATES: dict[str, tuple[str, str]] = {
    # Equations of syllables and letters are read alike in both.
    "equations": ("{0}", "{0}"),
    "sounds_like": ("{0} sounds like {1}", "{0} 听起来像 {1}"),
    "fits_better": (
        "{0} sounds like {1}, but {2} would fit better",
        "{0} 听起来像 {1}，但更像 {2}",
    ),
    "follows_loosely": ("{1} follows the sound of {0} loosely", "{1} 大致跟随 {0} 的读音"),
    "short_for": (
        "{0} sounds like {1}, of which {2} is short",
        "{0} 听起来像 {1}，{2} 是其简称",
    ),
    "long_for": ("{0} sounds like {1}, short for {2}", "{0} 听起来像 {1}，即 {2} 的简称"),
    "adjective_of": (
        "{0} sounds like {1}, of which {2} is the adjective",
        "{0} 听起来像 {1}，{2} 是其形容词",
    ),
    "means": ("{0} means {1}", "{0} 意为 {1}"),
    "means_part": ("{0} means a part of {1}", "{0} 意为 {1} 的一部分"),
    "read_in_japanese": ("{0} is read {1} in Japanese", "{0} 在日语中读作 {1}"),
    "initials_of": ("{0} by initials of {1}", "{0} 由 {1} 的首字母组成"),
    "initial": ("initial: {0}, {1}", "首字母：{0}、{1}"),
    "one_stem": ("one stem", "同一词干"),
    "nearly_the_same": ("nearly the same letters", "字母几乎相同"),
    "read_in_vietnamese": ("{0} is read {1} in Vietnamese", "{0} 在越南语中读 {1}"),
    "name_element": ("{0} is how {1} is written", "{1} 习惯写作 {0}"),
    "respelled": ("both are {0}: {1} and {2}", "都是 {0}：{1}与{2}"),
    "alias_table": ("the alias table says so", "别名表如此记载"),
    "homophones": ("{0} and {1} both sound {2}", "{0} 与 {1} 都读 {2}"),
    "look_alike": ("{0} and {1} look alike", "{0} 与 {1} 字形相近"),
    "one_component": ("{0} and {1} have a part in common", "{0} 与 {1} 有相同的部件"),
    "too_faint": ("too little alike to count as one", "相似之处太少，不能算一致"),
    "different": ("different {0}", "{0}不同"),
    "near": ("the names are near in meaning (cosine {0})", "两个名称意义相近（余弦 {0}）"),
    "far_apart": (
        "the names are far apart in meaning (cosine {0})",
        "两个名称意义相去甚远（余弦 {0}）",
    ),
    "other_kinds": ("the names may be of another kind", "名称也可能属于别的类别"),
    # How a text gives both names.
    "gloss_after_english": ("English (中文)", "英文 (中文)"),
    "gloss_after_chinese": ("中文（English）", "中文（英文）"),
    "gloss_of_both": ("(English, 中文)", "(英文, 中文)"),
    "gloss_between_commas": ("English, 中文", "英文, 中文"),
    "gloss_line": ("English / 中文", "英文 / 中文"),
    "gloss_labeled": ("中文，English", "中文，英文"),
    # Facts about the whole pair, by their names in scoring.
    "both_left": ("both names hold a part without counterpart", "双方各有没有对应的部分"),
    "number_left": ("a number has no counterpart", "有一个数字没有对应"),
    "number_differs": ("the numbers differ", "数字不同"),
    "place_differs": ("the places differ", "地点不同"),
    "out_of_order": (
        "the parts of the name stand in an order that they cannot have",
        "名称各部分的顺序不能成立",
    ),
    "english_name": (
        "an English given name may stand for the Chinese one",
        "英文名可能代替了中文名字",
    ),
    "mixed_systems": (
        "the surname follows another romanization than the given name",
        "姓与名用了不同的拼写法",
    ),
    "mixed_badly": (
        "no single romanization reads the whole name",
        "没有一种拼写法能读出整个名字",
    ),
    "given_differs": ("a syllable of the given name differs", "名字中有一个音节不同"),
    "given_unread": (
        "southern families spell as they speak, and not every spelling is known",
        "南方姓名依各自方言拼写，未必都在表中",
    ),
    "given_part": ("a part of the given name has no counterpart", "名字的一部分没有对应"),
    "given_extra": ("the other given name has a syllable more", "一方的名字多一个音节"),
    "surname_differs": ("the surnames differ", "姓氏不同"),
    "other_character": (
        "another character, however it sounds or looks",
        "用字不同，不论读音与字形",
    ),
    "surname_part": ("a part of the surname has no counterpart", "姓氏的一部分没有对应"),
    "foreign_part": (
        "a part of a foreign name has no counterpart in the other",
        "外国人名有一部分在对方没有对应",
    ),
    "called_differs": ("the given names differ as those of relatives do", "名字不同，或为亲属"),
    "generation_differs": ("one is the father and one the son", "一方为父，一方为子"),
    "half_heard": (
        "the English name is heard in a part of the Chinese one alone",
        "外文名只与中文名的一部分读音相符",
    ),
    "industry_differs": ("what the bodies do differs", "机构的行业不同"),
    "formless": (
        "the Chinese name ends in a legal form, and the English one is no company's",
        "中文名称以组织形式结尾，英文名称却不像公司名",
    ),
    "same_name": ("the names are the same", "两个名称相同"),
    "own_turned": (
        "the syllables of the own name stand in another order",
        "专名的音节顺序不同",
    ),
    "own_alone": (
        "the English name is the own name alone",
        "英文名仅为专名，行业词一并略去",
    ),
    "own_apart": ("nothing of what is each name's own agrees", "双方的专名毫无一致之处"),
    "syllables_differ": ("the own names are spelled differently", "专名的拼写不同"),
    "beyond_full": (
        "the Chinese name is whole, and the English one says more",
        "中文名称已完整，英文名称还有别的内容",
    ),
    "place_beyond": (
        "the Chinese name is whole, and the English one names a place beyond it",
        "中文名称已完整，英文名称还另有地点",
    ),
    "subject_beyond": (
        "the Chinese name is whole, and the English one says of more what the body does",
        "中文名称已完整，英文名称还另有行业",
    ),
    "subject_differs": ("the English name says otherwise what the body does", "英文名称另有行业"),
    "excluded": ("each name says a thing that excludes the other's", "双方所言互相排斥"),
    "word_cut": (
        "a part of a known word is heard, and the rest of it is left over",
        "只有词的一部分读音相合，其余没有对应",
    ),
    "reach_beyond": (
        "the Chinese name is whole, and the English one says of more how far the body reaches",
        "中文名称已完整，英文名称还另有范围",
    ),
    "bracket_beyond": (
        "the Chinese name is whole, and the English one has more in brackets",
        "中文名称已完整，英文名称括号内还有别的内容",
    ),
    "group_beyond": (
        "the English name is a group's, and the Chinese one says of more what the body does",
        "英文是集团名称，中文名称另有行业",
    ),
    "own_beyond": (
        "beside the own name the English one has another, and the Chinese one says what it does",
        "英文名称另有字号，中文名称另有行业",
    ),
    "class_alone": ("nothing agrees but the class of thing", "除所属类别外没有相合之处"),
    "class_apart": ("things of one class, told apart by what each has", "同类事物，各有不同部分"),
    "sibling_left": (
        "one name has a word more that tells two of one name apart",
        "一方多出用来区分同名者的词",
    ),
    "common_left": (
        "names of common words alone, and a word of them is missing on one side",
        "名称全由常用词组成，而其中有词在另一方缺失",
    ),
    "version_left": (
        "the names differ in a number or edition alone",
        "名称只在数字或版本上不同",
    ),
    "version_differs": ("the editions or model codes differ", "版本或型号不同"),
    "empty": ("a name holds nothing to compare", "有一个名称没有可比较的内容"),
    "nothing_agrees": ("no distinctive part agrees", "没有任何有区别力的部分一致"),
}


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence about a piece of evidence, apart from any language.

    Attributes:
        code: which sentence, a key of `TEMPLATES`.
        args: what fills it: pieces of names as they are, channels and roles by their labels.
    """

    code: str
    args: tuple[str | Channel | Role, ...] = ()

    def told(self, lang: str) -> str:
        """Tell it.

        Args:
            lang: ``"en"`` or ``"zh"``.

        Returns:
            A few words.

        Raises:
            InvalidOptions: if the language is another.
        """
        words = labels(lang)
        filled = (
            words[arg.value] if isinstance(arg, (Channel, Role)) else arg for arg in self.args
        )
        return TEMPLATES[self.code][_LANGUAGES.index(lang)].format(*filled)

    def __str__(self) -> str:
        """The sentence in English."""
        return self.told("en")
