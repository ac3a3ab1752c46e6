"""What people type into a body, and what comes out on the page."""

from each import each
from loa.text.typed import mended
from loa.text.typed.habits import HABITS, Habit
from typed_html import comes_out, table


def test_every_habit_of_the_table_does_what_its_row_says() -> None:
    """The table can be read instead of the code: each row is its own example."""

    def judge(habit: Habit) -> None:
        found = mended(habit.typed)
        again = mended(found.text)
        assert found.text == habit.becomes
        assert again.text == found.text
        assert bool(found.told) == bool(habit.told), found.told
        if habit.told:
            start = habit.told.partition("{now}")[0]
            assert any(told.message.startswith(start) for told in found.told)
            assert {told.is_error for told in found.told} == {habit.is_error}

    each(HABITS, judge)


def test_lists_are_lists_however_they_were_typed() -> None:
    """Nobody reads one run-on paragraph where five papers were listed."""
    two = "<ul><li>đơn</li><li>sổ</li></ul>"
    inside = "<ul><li>giấy<ul><li>đơn</li><li>sổ</li></ul></li><li>ảnh</li></ul>"
    steps = "<ol><li>nộp</li><li>chờ</li></ol>"

    each(
        table(
            [
                ("Gồm:\n- đơn\n- sổ", f"<p>Gồm:</p>{two}"),
                ("Gồm:\n    - đơn\n    - sổ", f"<p>Gồm:</p>{two}"),
                ("Gồm:\n\t- đơn\n\t- sổ", f"<p>Gồm:</p>{two}"),
                ("• đơn\n• sổ", two),
                ("•\tđơn\n•\tsổ", two),
                ("– đơn\n– sổ", two),
                ("—đơn\n—sổ", two),
                ("-đơn\n-sổ", two),
                ("+đơn\n+sổ", two),
                ("*đơn\n*sổ", two),
                ("-\u00a0đơn\n-\u00a0sổ", two),
                ("▪ đơn\n▪ sổ", two),
                ("· đơn\n· sổ", two),
                ("➢ đơn\n➢ sổ", two),
                ("o\tđơn\no\tsổ", two),
                ("§\tđơn\n§\tsổ", two),
                ("\uf0b7\tđơn\n\uf0a7\tsổ", two),
                ("\uf0d8 đơn\n\uf0fcsổ", two),
                ("-01 đơn\n-02 ảnh", "<ul><li>01 đơn</li><li>02 ảnh</li></ul>"),
                ("✅ đơn\n✅ sổ", "<ul><li>✅ đơn</li><li>✅ sổ</li></ul>"),
                *(
                    (f"- giấy\n{blanks}- đơn\n{blanks}- sổ\n- ảnh", inside)
                    for blanks in ("  ", "   ", "    ", "\t")
                ),
                ("- giấy\n+ đơn\n+ sổ\n- ảnh", inside),
                ("•\tgiấy\no\tđơn\no\tsổ\n•\tảnh", inside),
                ("1) nộp\n2) chờ", steps),
                ("1/ nộp\n2/ chờ", steps),
                ("1- nộp\n2- chờ", steps),
                ("1-nộp\n2-chờ", steps),
                ("1– nộp\n2– chờ", steps),
                ("17- 18 tháng 10\n18- 19 tháng 10", "<p>17- 18 tháng 1018- 19 tháng 10</p>"),
                ("Nhóm 1 họp.\n\n5- nhóm", "<p>Nhóm 1 họp.</p><p>5- nhóm</p>"),
                ("1.nộp\n2.chờ", steps),
                ("Các bước:\n1. nộp\n2. chờ", f"<p>Các bước:</p>{steps}"),
                ("a) đơn\nb) sổ", '<ul class="lettered"><li>a) đơn</li><li>b) sổ</li></ul>'),
                (
                    "- giấy\n  1. đơn\n  2. sổ",
                    "<ul><li>giấy<ol><li>đơn</li><li>sổ</li></ol></li></ul>",
                ),
                (
                    "1. nộp\n   - đơn\n   - sổ\n2. chờ",
                    "<ol><li>nộp<ul><li>đơn</li><li>sổ</li></ul></li><li>chờ</li></ol>",
                ),
                ("> Gồm:\n> - đơn\n> - sổ", f"<blockquote><p>Gồm:</p>{two}</blockquote>"),
                (
                    "- đơn;\n- sổ.\nNộp tại xã.",
                    "<ul><li>đơn;</li><li>sổ.</li></ul><p>Nộp tại xã.</p>",
                ),
            ]
        ),
        comes_out,
    )


def test_a_number_in_front_of_a_line_stays_what_it_was() -> None:
    """Step 3 is not read out as «thứ nhất», and no year becomes a step."""
    each(
        table(
            [
                (
                    "1. a\n2. b\n\nXã họp.\n\n3. c\n4. d",
                    "<ol><li>a</li><li>b</li></ol><p>Xã họp.</p>"
                    '<ol start="3"><li>c</li><li>d</li></ol>',
                ),
                (
                    "1. a\n\n![c](c.jpg)\n\n2. b",
                    '<ol><li>a</li></ol><p><img alt="c" src="c.jpg"></p>'
                    '<ol start="2"><li>b</li></ol>',
                ),
                ("1. a\n2. b\n5. e", '<ol><li>a</li><li>b</li></ol><ol start="5"><li>e</li></ol>'),
                ("1. a\n2. b\n\n1. c", "<ol><li>a</li><li>b</li></ol><ol><li>c</li></ol>"),
                ("1. a\n1. b\n1. c", "<ol><li>a</li><li>b</li><li>c</li></ol>"),
                (
                    "1. a\n- b\n2. c",
                    '<ol><li>a</li></ol><ul><li>b</li></ul><ol start="2"><li>c</li></ol>',
                ),
                ("5. Điều khoản", "<p>5. Điều khoản</p>"),
                ("2026. Đó là năm tốt.", "<p>2026. Đó là năm tốt.</p>"),
                ("- vào năm\n2026. Đó là", "<ul><li>vào năm2026. Đó là</li></ul>"),
                ("-5 độ vào sáng sớm.", "<p>-5 độ vào sáng sớm.</p>"),
                (">60 tuổi", "<p>&gt;60 tuổi</p>"),
                ("Điều 1. Một\nĐiều 2. Hai", "<p>Điều 1. Một</p><p>Điều 2. Hai</p>"),
            ]
        ),
        comes_out,
    )


def test_stars_and_underscores_between_words_are_no_emphasis() -> None:
    """A room of 2*3*4 m is never read aloud as 234 m."""
    each(
        table(
            [
                ("Nhà 2*3*4 m.", "<p>Nhà 2*3*4 m.</p>"),
                ("5*4 m, 3*2 m", "<p>5*4 m, 3*2 m</p>"),
                ("Nhà 2*3, cao 4* m.", "<p>Nhà 2*3, cao 4* m.</p>"),
                ("x*y*z, a_b_c", "<p>x*y*z, a_b_c</p>"),
                ("2 * 3 * 4", "<p>2 * 3 * 4</p>"),
                ("*Ghi chú: đọc kỹ.", "<p>*Ghi chú: đọc kỹ.</p>"),
                ("Tên: ______ Tuổi: ____", "<p>Tên: ______ Tuổi: ____</p>"),
                ("*nghiêng* và **đậm**", "<p><em>nghiêng</em> và <strong>đậm</strong></p>"),
                ("**Hồ sơ: **đơn", "<p><strong>Hồ sơ:</strong> đơn</p>"),
                ("**Hồ sơ:**Đơn", "<p><strong>Hồ sơ:</strong>Đơn</p>"),
            ]
        ),
        comes_out,
    )


def test_paragraphs_are_those_that_were_meant() -> None:
    """Neither an indent nor a single Enter, as in Word, spoils a text."""
    each(
        table(
            [
                ("\tSáng nay xã họp.", "<p>Sáng nay xã họp.</p>"),
                ("      Sáng nay xã họp.", "<p>Sáng nay xã họp.</p>"),
                ("\u00a0\u00a0\u00a0Sáng nay xã họp.", "<p>Sáng nay xã họp.</p>"),
                ("\u3000Sáng nay xã họp.", "<p>Sáng nay xã họp.</p>"),
                ("Xã đã họp xong.\nBà con đã về.", "<p>Xã đã họp xong.</p><p>Bà con đã về.</p>"),
                (
                    "\tXã đã họp xong.\n\tBà con đã về.",
                    "<p>Xã đã họp xong.</p><p>Bà con đã về.</p>",
                ),
                ("Xã đã họp xong.\n30 hộ đã vay.", "<p>Xã đã họp xong.</p><p>30 hộ đã vay.</p>"),
                (
                    "Ai ơi bưng bát cơm đầy,\nDẻo thơm một hạt.",
                    "<p>Ai ơi bưng bát cơm đầy,Dẻo thơm một hạt.</p>",
                ),
                ("UBND xã Đak Thử\nSố 1 đường A", "<p>UBND xã Đak ThửSố 1 đường A</p>"),
                ("Xã sẽ chi trả trong\ntuần này.", "<p>Xã sẽ chi trả trongtuần này.</p>"),
                ("Một.\n\n\n\n  \nHai.", "<p>Một.</p><p>Hai.</p>"),
            ]
        ),
        comes_out,
    )


def test_headings_are_those_that_were_meant() -> None:
    """A hashtag stays in the text, and a page has one title."""
    each(
        table(
            [
                ("#chungtay #dakdoa", "<p>#chungtay #dakdoa</p>"),
                ("#DakDoa", "<p>#DakDoa</p>"),
                ("#1 việc", "<p>#1 việc</p>"),
                ("Đông vui.\n#chungtay", "<p>Đông vui.#chungtay</p>"),
                ("#Điều kiện vay", '<h2 id="dieu-kien-vay">Điều kiện vay</h2>'),
                ("##Điều kiện", '<h2 id="dieu-kien">Điều kiện</h2>'),
                ("#\u00a0Điều kiện", '<h2 id="dieu-kien">Điều kiện</h2>'),
                ("# Điều kiện\n### Vay", '<h2 id="dieu-kien">Điều kiện</h2><h3 id="vay">Vay</h3>'),
                ("#\nMột", "<p>Một</p>"),
                ("Kính báo.\n---", "<p>Kính báo.</p><hr>"),
                ("Kính báo.\n===", "<p>Kính báo.</p><hr>"),
                ("Kính báo.\n-", "<p>Kính báo.-</p>"),
                ("Ai được vay\n---", '<h2 id="ai-duoc-vay">Ai được vay</h2>'),
                ("Ai được vay\n===", '<h2 id="ai-duoc-vay">Ai được vay</h2>'),
            ]
        ),
        comes_out,
    )
