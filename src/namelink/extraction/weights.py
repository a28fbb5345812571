"""How much each sign of a bilingual mention weighs, in bits (log2 of a likelihood ratio).

Two kinds of weight stand here. A *gloss* weight says how often a pattern of this shape joins two
names of one entity; it becomes a piece of evidence and is part of a mention's score. A *boundary*
weight says how well a name may begin at a place; it only helps to choose among the hypotheses of
one gloss and leaves the score alone. All were set by reading prose and by measuring, and are
rounded to half bits, since nothing finer could be told apart.
"""

# --- likeness: what the scorer's word counts for inside a gloss --------------------

# Share of true glosses whose names have nothing in common (Dream of the Red Chamber, 红楼梦). It
# is why the lack of likeness costs a gloss little, however sure the scorer is of two bare names.
UNLIKE_SHARE = 1 / 16
# What each bit below that floor still counts for: a strong contradiction is heard, faintly, and
# makes a mention one for review.
CONTRADICTION_SLOPE = 0.2

# What the scorer's bits count for in the choice among the hypotheses of one gloss. These are
# nested, so most of what the scorer says of one it says of the next as well, and the rest it
# overstates: it never sees that a word it would rather not have in a name stands there anyhow.
NESTED_SHARE = 0.5

# What a hypothesis loses in that choice where one name says less than the other.
INCOMPLETE = -1.5

# --- gloss: how often the pattern is a gloss of a name -----------------------------------------

# "Chinese: 汉字" or "英文名：Name" inside a bracket: the author says what it is.
LABELED = 10.0
# "Capitalized Name (汉字)" in English prose: nearly nothing else is written so.
ENGLISH_PROSE = 8.0
# "Name（汉字）" in Chinese prose: the bracket may also hold a remark, which is written in Han too.
FOREIGN_NAME = -0.5
# What it gains when a full Latin name stands in the bracket too: "ABC（汉字，Full Name）".
BESIDE_LATIN = 4.0
# "汉字（Capitalized Name）" whose left boundary a mark shows, such as 《书名》（Title）.
HAN_QUOTED = 7.0
# The same with a boundary that a punctuation mark or a particle shows.
HAN_FIRM = 5.5
# The same with a boundary in the middle of a run of characters: the scorer must be sure.
HAN_LOOSE = 1.0
# "汉字（ABC）" instead of a full name: units, codes and parameters stand in brackets as well.
ACRONYM = -1.5
# Lower case on the Latin side: mostly a common term, and a common term is not a name.
COMMON_TERM = -16.0
# The same where the Chinese side is nothing but ordinary words too (机器学习, machine learning).
ORDINARY_TERM = -20.0
# A particle or verb in the Han gloss: more likely a remark than a name.
DOUBTFUL_HAN = -5.0
# An ordinary word of the dictionary as the Han name, without quotation marks: in a bracket behind
# an English name it is mostly a remark (主持, 下滑), and before a bracket a thing that something
# is said of (总部（London）). Where it is a name (Apple, 苹果), the names are alike.
ORDINARY_WORD = -9.0
# A Latin name in Chinese prose whose Chinese is an ordinary word (Bose（博士）).
FOREIGN_ORDINARY_WORD = -3.0
# A word for a role alone (记者): it says who somebody is.
ROLE_ALONE = -5.0
# What somebody does or where one is from, behind a person's name (Sarah Collins (项目经理)).
ABOUT_A_PERSON = -12.0
# What is behind a person's name is neither surnamed nor written by sound.
NO_PERSON = -11.0
# A pronoun opens the Han text (我的老板).
PRONOUN = -8.0
# What number of a row something is (三等奖, 一年级).
IN_A_ROW = -6.0
# Several ordinary words before a bracket that are no name of a body (联系客服).
ORDINARY_WORDS = -8.0
# Ordinary words and an acronym that are no name of a body: a term and its short form.
TERM_AND_ACRONYM = -7.0
# A single character in the Han gloss: such names exist, but other words are more frequent.
ONE_CHARACTER = -6.0
# Two names inside one bracket, such as "(汉字, Full Name)": the second may be anything.
INSIDE_ONE_BRACKET = -1.0
# "Name, known in Chinese as 汉字" and "Name, or 汉字".
APPOSITION = 7.0
# "Name 汉字" side by side in English prose.
SIDE_BY_SIDE = 3.0
# "Name / 汉字" in the middle of a text.
SLASH = 4.0
# "Name, 汉字," in English prose: two names of one thing, or two things of a list.
COMMA = 0.0
# A Chinese line and an English line below it.
LINES = -1.0
# Two neighboring cells of a table: two names, or two facts.
CELLS = 1.0
# "汉字 Name" in Chinese prose: mostly two things (微软 Windows), so the names must be alike.
BESIDE_IN_CHINESE = -3.0
# The same where both are names of people: one person, more often than two.
PERSON_BESIDE = 3.0
# A capitalized name whose last word is in lower case (Ming dynasty, Binjiang District government).
LOWER_TAIL = -8.0
# A line or table cell that holds nothing but "Name / 汉字".
WHOLE_FIELD = 4.0

# --- boundary: where an English name begins -----------------------------------------------------

# A capitalized word before the boundary would be cut off from its run.
CUT_RUN = -7.0
# The same if the word opens a sentence, where every word is capitalized (Visit Beijing).
CUT_SENTENCE_START = -3.5
# The word before is a title or an office (President Xi): titles are not part of a name.
CUT_AFTER_TITLE = 0.5
# A title is inside the hypothesis.
KEEP_TITLE = -5.0
# A name begins after a title or a part and "of" (the CEO of Xiaomi, Residents of Yulin), or after
# both and what they are of (Minister of Commerce Wang Wentao).
CUT_AFTER_OFFICE = -1.0
# A name begins with such a part.
KEEP_PART = -3.0
# The word before ends in 's: what follows is usually the name (China's State Council).
CUT_AFTER_POSSESSIVE = 0.0
# A possessive is inside the hypothesis (Andersen's Fairy Tales).
KEEP_POSSESSIVE = -2.0
# The owner stands in the Chinese name as well (Andersen's Fairy Tales, 安徒生童话).
OWNER_NAMED = 4.0
# Holding "and" in the name of a commission or the like, and beginning a name after it.
AND_IN_BODY = (-1.0, -2.0)
# The same in Chinese, where what stands before is as often another name (阿里巴巴和商务部).
HAN_AND_IN_BODY = (-3.0, -0.5)
# A name opens with a preposition, a verb or the like, without quotation mark (Inside WeChat).
FUNCTION_START = -8.0
# A name opens with an article at the start of a sentence (The Forbidden City).
ARTICLE_START = -5.5
# A name opens with such a word, capitalized inside a sentence (wrote The Three-Body Problem).
FUNCTION_WITHIN = 1.0
# A mark of quotation or emphasis opens right before the name.
QUOTED_START = 3.0
# A name opens with a number; sooner a date or a count.
NUMBER_START = -2.0
# A comma that no legal form follows.
CROSS_COMMA = -6.0
# A bracket inside the name: Management (Hainan) Partnership.
CROSS_BRACKET = -0.5
# A line break inside the name: texts cut from PDF have them, tables as well.
CROSS_LINE = -1.5
# A comma belongs to the title of a work (Crouching Tiger, Hidden Dragon).
WITH_COMMA = 0.5

# A line is cut at a space, and the Latin word beside the cut goes to the Chinese name (Di 张迪).
CUT_IN_LATIN = -7.0

# A term in lower case is cut off from the capitalized words before it.
CUT_BEFORE_TAIL = -3.0
# One more word before a common term: what leads up to it is in lower case as well.
TERM_WORD = -1.5

# --- boundary: where a Chinese name begins ------------------------------------------------------

# Right after punctuation, at the start of a line, or after a Latin word.
START_AT_MARK = 3.0
# After a particle, preposition or verb that introduces a name (的, 和, 由, 名叫).
START_AFTER_PARTICLE = 2.5
# After a word that the dictionary knows as an adverb, a pronoun or the like (今日, 即将).
START_AFTER_FUNCTION = 2.0
# After one that it knows as a verb (决定); many a term begins with one (对抗网络).
START_AFTER_VERB = 0.5
# A verb opens the name, or stands further inside it.
VERB_FIRST = -1.0
VERB_INSIDE = -1.5
# The name would be one ordinary word, which the words before it may make a name of.
ONE_WORD = -1.5
# A title stands behind the name and is taken into it (王雅琴老师).
TITLE_BEHIND = -3.0
# After a word for a person's role (科学家, 女儿), which stands in apposition.
START_AFTER_ROLE = 2.0
# After the name of a country, which says where one is from (美国哥伦比亚大学) or belongs to it.
START_AFTER_COUNTRY = 2.0
# After a word for a sort of thing (公司, 电影), which may belong to the name as well.
START_AFTER_SORT = 1.0
# After a date or number with its measure word (三位, 2019年).
START_AFTER_COUNT = 1.5
# After the dot or hyphen that joins the parts of one foreign name.
CUT_AT_DOT = -6.0
# After a character that may introduce a name or belong to one (为, 对, 自).
START_AFTER_WEAK = 1.0
# The name would be a count and what is counted (三个单元, 60元).
COUNTED = -6.0
# In the middle of a run, with no sign.
START_ANYWHERE = -2.0
# A particle or verb is inside the name.
PARTICLE_INSIDE = -3.0
# The name would begin with a word that introduces names.
STARTS_WITH_PARTICLE = -2.0
# The same with a single character that may as well belong to the name.
STARTS_WITH_WEAK = -1.5
# The name would begin with a word for a sort of thing (电影泰坦尼克号).
STARTS_WITH_SORT = -2.0
# A conjunction is inside the name; some names have one (共和国 has not: the list leaves it out).
CONJUNCTION_INSIDE = -2.0
# A role word is inside and something follows it: it is likely an apposition that should be cut.
ROLE_INSIDE = -4.0
# An English title stands in the name, and Han characters follow it.
ENGLISH_TITLE_INSIDE = -6.0
# Every character that the name is longer or shorter than its English lets expect.
LENGTH_STEP = -1.0
# A name of a single character.
SINGLE = -4.0
