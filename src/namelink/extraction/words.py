"""Closed lists of words that bound names in running text, or that tell a remark from a name.

They are function words, titles and labels: general words of both languages, collected from
grammars and from the habits of encyclopedias and newspapers. No entity stands here.
"""

# Words in lower case that stand inside English names, with two weights in bits: of holding them
# inside a name, and of beginning a name after them although a capitalized word stands before.
# "of" binds a name together, "and" joins two names as often, "in" mostly begins a new phrase.
CONNECTORS: dict[str, tuple[float, float]] = {
    **dict.fromkeys("of the & de la le du del della di da van von der den".split(), (0.0, -7.0)),
    **dict.fromkeys("al bin ibn el y e".split(), (0.0, -7.0)),
    **dict.fromkeys("for".split(), (-1.0, -5.0)),
    **dict.fromkeys("to from".split(), (-2.0, -3.0)),
    **dict.fromkeys("and et und a an".split(), (-3.0, -0.5)),
    **dict.fromkeys("in on at with by into as or".split(), (-2.5, -1.5)),
}

# Words that open a sentence with a capital and never open a name by themselves.
FUNCTION_WORDS = frozenset(
    """a an the and or but nor so yet if when while where after before since until once
    although though because as at by for from in inside into like near of off on onto out
    outside over past per than through to toward towards under unlike upon versus via with
    within without among amid between beyond during despite except this that these those
    there here it its he his she her they their we our you your i my who whom whose which
    what how why is are was were be been has have had do does did will would can could may
    might must shall should not no also both either neither each every all some any many
    most more other another such only even just then now today currently meanwhile however
    moreover according including founded called named led said says see visit meet
    yesterday tomorrow tonight recently earlier later finally first second last next monday
    tuesday wednesday thursday friday saturday sunday""".split()
)

# Titles and offices that precede a person's name in English and are not part of it.
TITLES = frozenset(
    """mr mrs ms miss mx dr prof professor sir madam mayor president vice chairman chairwoman
    chairperson chair chief ceo cto cfo coo cmo executive officer founder co-founder
    cofounder director managing deputy minister premier secretary vp svp
    chancellor ambassador governor senator representative spokesman spokeswoman spokesperson
    editor author actor actress singer artist engineer scientist researcher analyst
    architect designer developer entrepreneur billionaire investor partner
    novelist writer poet painter pianist composer conductor historian
    philosopher economist journalist reporter critic producer filmmaker comedian dancer
    athlete physicist mathematician chemist biologist physician lawyer activist politician
    lawmaker diplomat colonel captain lieutenant judge justice reverend rev coach head
    manager associate assistant emeritus general attorney consul surgeon inspector solicitor
    auditor commissioner""".split()
)
# Those that are one beside another title only: Executive Director, but Executive Yuan; Director
# General, but General Motors; Surgeon General, but many a title begins so.
TITLE_ATTRIBUTES = frozenset(
    """executive vice deputy managing associate assistant general attorney surgeon inspector
    solicitor auditor""".split()
)

# Whose own is no owner of a name but a part of it: Supreme People's Court.
COMMON_OWNERS = frozenset("people women men children workers writers".split())

# Words that take "of" and a name, and that have a capital where they open a sentence.
PARTITIVES = frozenset(
    """residents citizens inhabitants people villagers farmers students graduates members
    courtesy guests delegates officials workers employees visitors users fans readers viewers
    shares parts most many some all half""".split()
)

# Heads of bodies whose names are lists more often than not (Securities and Futures Commission).
LISTED_BODIES = frozenset(
    """commission council ministry committee bureau agency department administration authority
    board""".split()
)

# What follows a comma inside an English company name.
LEGAL_FORMS = frozenset(
    """ltd limited inc incorporated llc llp lp co corp corporation company plc pte gmbh ag sa
    bv nv kk jr sr""".split()
)

# Abbreviations whose full stop does not end a sentence.
ABBREVIATIONS = frozenset(
    """mr mrs ms dr prof st mt ft co ltd inc corp no jr sr bros vs pte dept univ u.s u.k""".split()
)

# Acronyms of file formats and of units, which stand in brackets without naming anything.
FORMATS = frozenset(
    """PDF CSV JSON XML HTML URL TXT ZIP DOC XLS PPT JPG PNG GIF SVG EPUB MP3 MP4 GB MB KB TB
    USD RMB CNY HKD EUR""".split()
)

# Words that show that a Latin item of a bracket is a remark.
LATIN_REMARKS = frozenset(
    """born died see cf e.g eg i.e ie etc circa ca c fig figure figs table page pages pp p vol
    eds et al chapter section note ibid left right above below pictured photo male female
    aged since formerly until approx about version v build edit citation needed source http
    https www com january february march april june july august september october november
    december jan feb apr jun jul aug sep sept oct nov dec am pm bc ad bce ce km kg cm mm mb
    gb tb kb ghz mhz hz usd rmb cny hkd eur kw kwh mw""".split()
)

# Words after which a name begins in Chinese prose: particles, prepositions, verbs of naming.
HAN_BEFORE = """
    的 和 与 與 及 以及 或者 被 是 叫 叫做 叫作 称 稱 称为 稱為 名为 名為 名叫 称作 又称
    又稱 所谓 所謂 了 著名 知名 例如 包括 旗下 推出 发布 發布 发表 發表 收购 收購 創辦 创办
    成立 创立 前往 位于 位於 来自 來自 连同 連同 加上 通过 通過 根据 根據 关于 關於 面向
    属于 屬於 加入 离开 離開 担任 采访 採訪 嫁给 嫁給 生于 毕业于 畢業於 俗称 俗稱 简称 簡稱
    全称 全稱 译作 譯作 写道 認為 认为 表示 宣布 宣佈 上线 使用 采用 採用 及其 其中 尤其
    近日 目前 现任 前任 时任 在 由 跟 当选 擔任 就读于 任职于 即将 参观 參觀 位居 打败 擊敗
    击败 毕业於 就职于 效力于 效力於 得知 见到 認識 认识 邀请 邀請 委托 聘请 聘請 任命 感谢
    感謝 拜访 拜訪 访问 訪問 抵达 抵達 会见 會見 会晤 飞往 飛往 返回 战胜 戰勝 率领 起诉
    起訴 指控 批评 批評 纪念 紀念 包含 涵盖 转会至 转会到 合作伙伴 出席 参加 參加 接任 辞去
    喜欢 喜歡 迎娶 导致 導致 创作 創作 撰写 撰寫 翻译自 改编自 起源于 源自 毗邻 靠近 经过
    經過 抵制 封锁 入侵 击溃 拍摄 拍攝 饰演 飾演 执教 執教 加盟 签约 簽約 转投 夺得 奪得
    获得 獲得 荣获 榮獲 扩建 擴建 新建 兴建 興建""".split()
# The same sort of words, of those that stand inside names too (投资有限公司, 出版社).
HAN_BEFORE_OR_INSIDE = """
    投资 投資 出版 开发 開發 特别 今天 昨天 选择 選擇 替代 取代 作者 译者 导演 主演 介绍
    介紹 支持 前身 比如""".split()
# The same sort of words, of one character, that are common inside names as well
# (日本, 大同, 以色列).
HAN_BEFORE_WEAK = frozenset(
    "据據自而则則但却卻之同或给給把将將对對向从從到至为為即有着著其该該这這那本"
    "此如像等于於经經用以让讓使令请請找访见見去来來进進娶"
)
# Words that begin with one of these and stand inside names: no name begins behind that character.
HAN_WEAK_JOINED = frozenset(
    """自然 自治 自由 自动 自動 自主 自贸 自貿 自行 而立 同济 同濟 同仁 同盟 同学 同學
    同乡 同鄉 给水 給水 将军 將軍 将来 將來 对外 對外 对话 對話 对口 向阳 向陽 从化 從化
    至尊 为民 為民 即时 即時 即墨 有限 有色 有机 有機 有线 有線 其他 本田 本地 如意 如家
    等离 等離 于洪 经济 經濟 经营 經營 经贸 經貿 经典 經典 用户 用戶 用品 用友 以太 以色
    使命 使馆 使館 见习 見習 来宾 來賓 进口 進口 进出 進出 进步 進步 之江 之家""".split()
)
# The same for words that end with one: 自由民主党 begins with 自由.
HAN_BEFORE_JOINED = tuple(
    """自由 共和 平和 祥和 泰和 太和 颐和 頤和 义和 義和 永和 中和 人和 仁和 埃及 普及 参与 參與
    存在 标的 標的""".split()
)

# Words for a person's role, which stand right before a name in apposition. Endings that make
# such words and hardly stand inside names (…员, …者) are below.
HAN_ROLES = """
    科学家 科學家 作家 画家 畫家 专家 專家 学家 學家 音乐家 企业家 企業家 艺术家 藝術家
    评论家 銀行家 银行家 政治家 程序员 程式員 演员 演員 议员 議員 教练 球员 球員 成员 成員
    记者 記者 学者 學者 作者 歌手 选手 選手 创始人 創始人 创办人 創辦人 主持人 发言人 發言人
    负责人 負責人 合伙人 领导人 領導人 投资人 女儿 女兒 儿子 兒子 妻子 丈夫 父亲 父親 母亲
    母親 哥哥 弟弟 姐姐 妹妹 爷爷 爺爺 奶奶 祖父 祖母 叔叔 男孩 女孩 孩子 朋友 同事 学生
    學生 老师 老師 教授 博士 院士 医生 醫生 律师 律師 导师 導師 工程师 工程師 设计师 設計師
    建筑师 建築師 总统 總統 总理 總理 首相 主席 总裁 總裁 董事长 董事長 部长 部長 市长 市長
    校长 校長 队长 隊長 局长 局長 国王 國王 女王 王后 皇帝 王子 公主 将军 將軍 上尉 先生
    女士 小姐 夫人 爵士 导演 導演 编剧 編劇 总监 經理 经理 高管 哲学家 哲學家 诗人 詩人 商人
    黑客 球星 明星 影星 国人 國人 国务卿 國務卿 大使 书记 書記 主管 专员 專員 乐队 樂隊 球队
    球隊 首都 歌星 理事 干事 幹事 零售商 制造商 製造商 供应商 供應商 开发商
    開發商 运营商 經銷商 经销商 厂商 廠商""".split()
# Words for sorts of things. They precede a name in apposition (电影泰坦尼克号) and stand
# inside names as well.
HAN_SORTS = """公司 企业 企業 巨头 巨頭 品牌 厂商 廠商 软件 軟件 軟體 游戏 遊戲 电影 電影 影片 小说
    小說 专辑 專輯 单曲 單曲 歌曲 杂志 雜誌 报纸 報紙 网站 網站 处理器 處理器 芯片 小镇
    小鎮 城市""".split()
# Of these, tools: what follows them is what they do as often as their name.
HAN_TOOLS = tuple("软件 軟件 軟體 网站 網站 处理器 處理器".split())
# Countries that writers put before a name to say where it is from.
HAN_COUNTRIES = """
    中国 中國 美国 美國 英国 英國 法国 法國 德国 德國 日本 韩国 韓國 俄罗斯 俄羅斯 苏联 蘇聯
    印度 加拿大 澳大利亚 澳洲 意大利 義大利 西班牙 葡萄牙 瑞士 瑞典 荷兰 荷蘭 比利时 丹麦
    丹麥 挪威 芬兰 芬蘭 奥地利 波兰 波蘭 希腊 希臘 土耳其 以色列 伊朗 埃及 巴西 阿根廷
    墨西哥 新加坡 马来西亚 泰国 泰國 越南 台湾 台灣 臺灣 香港""".split()
# A body of a country that begins so is named with the country: 美国国家科学基金会, 英国皇家学会.
HAN_NATIONAL = tuple("国家 國家 国立 國立 皇家".split())
HAN_ROLE_ENDINGS = "员員者官长長手师師"

# Characters that stand inside a clause and hardly inside a name.
HAN_PARTICLES = "的了是在被把這这些却卻但很就并並着"
HAN_CONJUNCTIONS = "和与與及或跟"
# Endings of bodies whose names list what they are for (工业和信息化部), and of bodies.
HAN_LISTED_BODIES = tuple("部 局 署 厅 廳 委员会 委員會 委 管理处 管理處".split())
HAN_BODIES = (
    *HAN_LISTED_BODIES,
    *"院 会 會 行 社 校 系 所 处 處 公司 集团 集團 大学 大學 中心 机构 機構 政府".split(),
)
# Pronouns and demonstratives, which open a sentence and hardly a name.
HAN_PRONOUNS = """
    他 她 它 我 你 您 我们 他们 她们 它们 我們 他們 這 这 那 该 該 其 此 本文 另外 因此 所以
    而且 但是 前者 后者 後者""".split()
# Characters that a name never begins with.
HAN_NEVER_FIRST = "的了们們着地得吗呢吧性化等并並也都就而且之"
# Measure words and units of time: what follows them begins a new phrase.
HAN_COUNTS = "年月日号號个個位名家部本款条條座只隻台臺张張首岁歲次间間届屆支种種项項代任"

# Several things of one sort: a bracket behind them lists which (跨平台 (Win & Mac)), none by name.
HAN_SEVERAL = tuple(
    """跨平台 多平台 全平台 双平台 各平台 跨平臺 多平臺 全平臺 雙平台 雙平臺 各平臺 跨系统 多系统
    双系统 各系统 跨系統 多系統 雙系統 各系統 多语言 多語言 跨语言 跨語言 多语种 多語種 双语 雙語
    多渠道 全渠道 各渠道 多终端 多終端 跨终端 跨終端 跨端 多端 双端 雙端""".split()
)
# A Han item of a bracket that is one of these is a remark, not a name.
HAN_REMARKS = frozenset(
    """上图 下图 左图 右图 上圖 下圖 图 圖 左 右 男 女 笑 注 待续 待續 已故 如图 如圖 见图 音译
    意译 音譯 意譯 同上 下同 暂定 完 未完 无 無 是 否 现任 現任 前任 化名 译 譯 节选 連載
    连载 转载 以下 以上 如下 包括 含 不含 约 約 左起 右起 中 前 后 後 旧 新 原 更多 官方
    官网 官網 链接 鏈接 视频 視頻 英文 中文 英语 中英 双语 收费 免费 免費 付费 推荐 推薦
    可选 必填""".split()
) | frozenset(HAN_SEVERAL)
# How a remark begins; no word that also opens names (约翰, 现代, 曾国藩) is among them.
HAN_REMARK_STARTS = tuple(
    """参见 參見 见图 見圖 见表 見表 详见 詳見 仅限 僅限 参考 參考 如图 例如 比如 包括 以及
    其中 因为 因為 由于 由於 如果 虽然 但是 任期 生于 卒于 出生 一个 一個 一种 一種 一家
    一款 一位 这是 這是 也就是 不是 不含 不过 不過 没有 沒有 可以 已经 已經 后来 後來
    当时 當時 目前 截至 主要 通常 至今 来自 來自 位于 位於 图为 圖為""".split()
)
