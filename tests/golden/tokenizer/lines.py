"""The golden texts. Every list below is a kind of trouble; `all_lines` mixes them with a fixed seed."""


class Random:
    """xorshift32: the same numbers under every version of Python."""

    def __init__(self, seed: int) -> None:
        self.state = seed

    def below(self, bound: int) -> int:
        x = self.state
        x ^= (x << 13) & 0xFFFFFFFF
        x ^= x >> 17
        x ^= (x << 5) & 0xFFFFFFFF
        self.state = x
        return x % bound

    def pick(self, choices):
        return choices[self.below(len(choices))]

    def chance(self, percent: int) -> bool:
        return self.below(100) < percent


THINGS = "film hotel jacket phone camera game lamp meal coffee story train battery soundtrack waiter laptop umbrella".split()
GOOD = "great excellent perfect lovely nice good fun brilliant delightful superb ok".split()
BAD = "awful boring rude ugly useless poor dull slow terrible broken overpriced".split()
FACES = ":) :-) =D :( :-( :'( ;) :P <3 </3 <33 ^_^ T_T -_- o_O xD XD :3 d: :/ :\\ >:( :@ (: :o) 8D :s :S".split()
EMOJI = ("😀 😍😍😍 👍🏽 👩‍🚀 👨‍👩‍👧‍👦 ❤️ ❤ 🏳️‍🌈 🇬🇧 🇬 ☀️ 1️⃣ 🫠 \U0001fae8 🏴\U000e0067\U000e0062\U000e007f 💔💔 ✨ ★★★☆☆ → "
         "→→ ™ \U0001fb00 \U0001f3fb").split(" ")
TAGS = "#LoveIt #not_good #iPhone15Pro #sadButTrue #1st #_x #É #ABCdEF #a_b_c #Été ##Twice #no-way #ok! # #日本".split()
ADDRESSES = ("https://example.com/a?b=c#d http://x www.example.org/x,y WWW.EXAMPLE.COM http:// www. HTTPS://É.x xwww.a "
             "a.www.b (https://example.com) ftp://x me@example.com @friend @ @_ @Ünal @a.b x@y @@two").split()
WORDS = ("don't don’t can't CAN’T won't isn't it's it’s I'm they've we'll he'd y'all o'clock rock'n'roll 'tis 'twas n't "
         "does_n't dogs' let's ain't've wouldn't've cannot gonna u ur im w/o gr8 s'more a'b'c ''quoted'' 's 're 'd 'dx "
         "' '' 'n' n'tn't xn't's's constructor toString __proto__ hasOwnProperty valueOf null undefined NaN").split()
LONG = "sooooo gooood loooove yessss noooo!!!! hmmmm aaa aaaa aab ooohhh cooool 1111 22 333 44444 ııı ééé ссс www xxx".split()
DECORATED = ("naïve café CAFÉ İstanbul ISTANBUL ıIiİ ΣΊΣΥΦΟΣ ŒUVRE ﬁne ﬃ ① ⅷ ℌ 𝓁𝑜𝓋𝑒 𝕘𝕠𝕠𝕕 𝟙𝟚𝟛 Ａｍａｚｉｎｇ ｶﾞ ㍿ ﷺ ﷽ e\u0301 z\u0351\u0327algo "
             "ŉ ǆ ß ẞ ſ K Å µ ½ ² ªº … ‥ ․ ´x` “so” «so» ‘so’ ‚so‛ – — ― − ‑ a\u00adb a\u200bb a\u200db \ufeffbom a\u00a0b "
             "a\u2028b a\u3000b ¨ ˘ ͺ ΄ \u1fbd ﹣ ﹟tag ＃tag ＠me").split(" ")
OTHERS = ("это очень плохо|όχι καλό|ليس جيدا؟|זה לא טוב|यह अच्छा नहीं है।|这个很好，不贵！|とてもいい。カタカナ・テスト|정말 좋아요|"
          "ไม่ดีเลย|không tốt|çok güzel değil|Ελληνικά και English mixed 很好 ok").split("|")
TROUBLE = "'n'tsmdrevl @#_.!?:()-<3/\\ aA0 iI ’—😀é的ш\u0301\ud83d\ude00\u200d\x00\t\n#@'w.htp"
BLOCKS = ((0, 0x700), (0x900, 0x980), (0x1c80, 0x1cc0), (0x1e00, 0x2c80), (0x2e00, 0x3400), (0xa640, 0xa840), (0xf900, 0x10000),
          (0x1d400, 0x1d800), (0x1f000, 0x1fc00), (0xe0000, 0xe0100), (0x10400, 0x10440), (0x20000, 0x20010))


def sentence(random: Random) -> str:
    adjective = random.pick((GOOD, BAD)[random.below(2)])
    return random.pick((
        "The {0} was {1}, the {2} {3}.", "I didn't think the {0} would be {1}", "not a {1} {0} at all!!",
        "is the {0} {1}? The {2} isn’t.", "{0} : {1} / {2} : {3}", "my {0} is n't {1} , but the {2} 's {3} .",
        "we paid 12 or 1200 for a {1} {0}...", "\"{1}\" they said; {3} {2}", "{0}-{2}: {1}er than {3}",
    )).format(random.pick(THINGS), adjective, random.pick(THINGS), random.pick(GOOD + BAD))


def disturb(random: Random, text: str) -> str:
    words = text.split(" ")
    for _ in range(random.below(4)):
        extra = random.pick((FACES, EMOJI, TAGS, ADDRESSES, WORDS, LONG, DECORATED, OTHERS)[random.below(8)])
        place = random.below(len(words) + 1)
        if random.chance(25) and place < len(words):
            words[place] = extra + words[place] if random.chance(50) else words[place] + extra
        else:
            words.insert(place, extra)
    out = " ".join(words)
    if random.chance(10):
        out = out.upper()
    if random.chance(10):
        out = out.replace("o", "oooo")
    if random.chance(8):
        out = out.replace("'", "\u2019").replace(" ", "\u00a0")
    return out


def soup(random: Random, alphabet: str, longest: int) -> str:
    return "".join(random.pick(alphabet) for _ in range(1 + random.below(longest)))


def anywhere(random: Random) -> str:
    """Code points from the whole of Unicode, surrogates included, around letters."""
    out = []
    for _ in range(1 + random.below(24)):
        if random.chance(40):
            out.append(random.pick("aeiou thens'"))
        elif random.chance(5):
            out.append(chr(0xD800 + random.below(0x800)))
        else:
            out.append(chr(random.below(0x110000 if random.chance(20) else 0x10000)))
    return "".join(out)


def blocks() -> list[str]:
    """Every code point that a rule names or that the platform maps, between letters, 16 a line."""
    points = [code for first, end in BLOCKS for code in range(first, end)]
    return ["x".join(chr(code) for code in points[i:i + 16]) for i in range(0, len(points), 16)]


def endless() -> list[str]:
    return ["", " ", "a" * 3000, "ab" * 2000, "a'" * 1500, "x" + "'m" * 1500, "x" + "n't" * 900, "good" * 40, "1" * 1000,
            "é" * 41, "é" * 40, "的" * 500, "😀" * 500, "👩‍🚀" * 200, "!" * 2000, "?!" * 500, "." * 999, "#" * 500, "#a" * 400, "@" * 400,
            "@a" * 400, "http://" + "x" * 2000, ":" * 500 + ")", ":)" * 400, "<3" * 300, "n't " * 300, "a n't" * 300,
            "e" + "\u0301" * 2000, "\ud83d" * 300, "\ude00\ud83d" * 200, "\u200d" * 300, "\x00" * 200, "'" * 700, "'s" * 400,
            "#" + "aB" * 300, "#A" + "_" * 200 + "b", "\ufdfa" * 100, "www." * 200, "don't" * 200, "a" * 38 + "'s", "a" * 39 + "'s"]


def all_lines() -> list[str]:
    random = Random(20261120)
    pools = FACES, EMOJI, TAGS, ADDRESSES, WORDS, LONG, DECORATED, OTHERS
    lines = [item for pool in pools for item in pool]
    lines += endless() + blocks()
    lines += [disturb(random, sentence(random)) for _ in range(2600)]
    lines += [soup(random, TROUBLE, 40) for _ in range(1500)]
    lines += [" ".join(random.pick(random.pick(pools)) for _ in range(1 + random.below(8))) for _ in range(700)]
    lines += [anywhere(random) for _ in range(900)]
    # A high and a low surrogate that have met are one code point, as they are for everybody else.
    return [line.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass") for line in lines]
