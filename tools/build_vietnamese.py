"""Write ``vietnamese_readings.tsv``: how names of Vietnamese people read characters.

Reads the Vietnamese readings of Unihan (`kVietnamese`, Unicode licence) of characters that names
have. What a surname is said as, readings of names that Unihan lacks, and syllables that the South
says otherwise (Phước for Phúc) are added from general knowledge. Marks are left out, as in
documents of other countries.

Usage: python -m tools.build_vietnamese UNIHAN_FOLDER --date 2026-11-28
       > src/namelink/tables/data/vietnamese_readings.tsv
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.unihan import arguments, entries

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# Surnames that families of Vietnam bear, most usual first.
SURNAMES = """
阮 nguyen, 陈 tran, 黎 le, 范 pham, 黄 hoang huynh, 潘 phan, 武 vu vo, 邓 dang, 裴 bui, 杜 do,
胡 ho, 吴 ngo, 杨 duong, 李 ly, 丁 dinh, 陶 dao, 段 doan, 郑 trinh, 枚 mai, 梅 mai, 张 truong,
林 lam, 梁 luong, 高 cao, 何 ha, 冯 phung, 王 vuong, 苏 to, 谢 ta, 刘 luu, 谭 dam, 郭 quach,
周 chau chu, 孙 ton, 蔡 thai, 乔 kieu, 罗 la, 石 thach, 曾 tang, 文 van, 徐 tu, 朱 chu chau,
赵 trieu, 宋 tong, 许 hua, 严 nghiem, 农 nong, 叶 diep, 马 ma, 江 giang, 金 kim, 莫 mac,
吕 la lu, 尹 doan, 唐 duong, 韩 han, 白 bach, 洪 hong, 翁 ong, 卢 lo lu, 余 du, 汪 uong,
魏 nguy, 方 phuong, 施 thi, 沈 tham tram, 薛 tiet, 邹 trau, 邝 khuong, 甘 cam, 鲁 lo, 陆 luc,
詹 chiem, 关 quan, 贾 gia, 彭 banh, 邱 khau, 区 au, 欧 au, 司 tu, 侯 hau, 龙 long, 姚 dieu
"""
# Readings of names that Unihan lacks.
FURTHER = """
笋 duan, 甲 giap, 菁 tinh, 同 dong, 董 dong, 征 chinh trung, 雄 hung, 勇 dung, 俊 tuan,
琼 quynh, 凤 phung, 英 anh, 兰 lan, 花 hoa, 华 hoa, 山 son, 海 hai, 江 giang, 河 ha, 秋 thu,
冬 dong, 夏 ha, 氏 thi, 文 van, 青 thanh, 清 thanh, 成 thanh, 城 thanh, 诚 thanh, 玉 ngoc,
金 kim, 银 ngan, 红 hong, 鸿 hong, 洪 hong, 强 cuong, 胜 thang, 利 loi, 进 tien, 先 tien,
仙 tien, 前 tien, 黄 hoang, 武 vu vo, 仲 trong, 重 trong, 富 phu, 善 thien, 天 thien, 主 chu,
欣 han, 平 binh, 安 an yen, 燕 yen, 惠 hue, 慧 hue, 翠 thuy, 水 thuy, 庄 trang, 妆 trang,
妙 dieu, 瑶 dao, 幸 hanh, 行 hanh hang, 姮 hang, 恒 hang, 月 nguyet, 雪 tuyet, 云 van, 内 noi,
涂 do, 解 giai, 春 xuan, 婷 dinh, 梦 mong, 浩 hao, 雨 vu, 静 tinh, 亚 a, 嘉 gia, 娟 quyen,
峰 phong, 锋 phong, 琳 lam, 芳 phuong, 霞 ha, 亮 luong, 宏 hoanh, 祥 tuong, 翔 tuong,
昌 xuong, 晖 huy, 菲 phi, 玫 mai, 虹 hong, 昭 chieu, 晋 tan, 桐 dong, 弘 hoang, 翰 han, 蔚 uy,
祖 to, 岳 nhac, 舟 chau, 阿 a, 雁 nhan, 厚 hau, 衡 hanh, 允 doan, 儿 nhi, 北 bac, 墨 mac,
直 truc, 秦 tan, 豫 du, 优 uu, 融 dung, 腾 dang, 鸣 minh, 震 chan, 启 khai, 瑜 du, 钰 ngoc,
瑞 thuy, 瑾 can, 毓 duc, 懿 y, 芬 phan, 莎 sa, 薇 vi, 芸 van, 迪 dich, 靖 tinh, 营 doanh,
禾 hoa, 米 me, 革 cach, 阔 khoat, 萧 tieu, 漂 phieu, 萍 binh, 琰 diem, 廷 dinh, 艳 diem,
贤 hien, 权 quyen, 科 khoa, 魁 khoi, 坚 kien, 健 kien, 孝 hieu, 晓 hieu, 忠 trung, 中 trung,
宁 ninh, 永 vinh, 谅 lang, 防 phong, 塔 thap, 槟 ben, 椥 tre, 薄 bac, 寮 lieu, 朔 soc, 奠 dien,
沛 bai, 宣 tuyen, 义 nghe, 平 bang, 苴 tho, 化 hue, 荣 vinh
"""
# Syllables that the South says in its own way, and letters that are written either way.
SOUTHERN = """
phuc phuoc, hoang huynh, vu vo, nhat nhut, chinh chanh, tung tong, canh kieng, truong trang,
thai thoi, cuong cang, bao buu, kinh canh, nhan nhon
"""
OTHER_LETTERS = {"y": "i", "i": "y"}
_ALONE = frozenset(
    {"ly", "li", "my", "mi", "ky", "ki", "sy", "si", "vy", "vi", "hy", "hi", "ty", "ti"}
)


def listed(text: str) -> dict[str, list[str]]:
    """Rows of characters and readings.

    >>> listed("阮 nguyen, 武 vu vo")
    {'阮': ['nguyen'], '武': ['vu', 'vo']}
    """
    rows = (row.split() for row in text.replace("\n", " ").split(","))
    found: dict[str, list[str]] = {}
    for char, *readings in filter(None, rows):
        found.setdefault(char, []).extend(readings)
    return found


def beside(readings: Iterable[str]) -> list[str]:
    """Readings with those of the South and with the other letter of a last y or i.

    >>> beside(["phuc", "ly"])
    ['phuc', 'phuoc', 'ly', 'li']
    """
    southern = listed(SOUTHERN)
    found: dict[str, None] = {}
    for each in readings:
        found[each] = None
        found.update(dict.fromkeys(southern.get(each, ())))
        if each in _ALONE:
            found[each[:-1] + OTHER_LETTERS[each[-1]]] = None
    return list(found)


def given(unihan: Path) -> dict[str, list[str]]:
    """Readings of characters that names have, without marks."""
    from namelink.tables.commonness import given_characters, surname_characters
    from namelink.text.fold import fold_latin
    from namelink.text.variants import fold_han

    names = {char for char, _ in (*given_characters(), *surname_characters())}
    found: dict[str, list[str]] = {}
    for char, _, value in entries(unihan, "kVietnamese"):
        if fold_han(char) in names:
            found.setdefault(fold_han(char), []).extend(map(fold_latin, value.split()))
    for char, readings in listed(FURTHER).items():
        found.setdefault(char, []).extend(readings)
    return {char: beside(readings) for char, readings in found.items()}


def main() -> None:
    """Print the table."""
    args = arguments(__doc__)
    surnames = listed(SURNAMES)
    names = given(args.unihan)
    print("# title: How names of Vietnamese people read characters")
    print(
        "# source: Unihan 15.0 (kVietnamese); surnames and further readings from general knowledge"
    )
    print("# licence: Unicode-3.0 (Unihan); the additions are the project's own work, Apache-2.0")
    print(f"# date: {args.date}")
    print("# built by: tools/build_vietnamese.py")
    print("# column han: simplified character that names have")
    print(
        "# column surname: readings as a surname, parted by |; empty for what is none in Vietnam"
    )
    print("# column given: readings in a given name, parted by |")
    print("han\tsurname\tgiven")
    for char in sorted({*surnames, *names}):
        print(char, "|".join(surnames.get(char, ())), "|".join(names.get(char, ())), sep="\t")


if __name__ == "__main__":
    main()
