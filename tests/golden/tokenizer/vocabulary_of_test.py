"""A small vocabulary that uses every kind of piece and leaves much unknown."""

from sentibyte_train.text.tokenizer import EMOTICONS, NUMBER, SUFFIXES, UNKNOWN, WORDS

WHOLE = """
a about actor again all am and any are awful bad battery be been best better boring bought but by call came camera can
clean coffee constructor could day did do does dull ending even ever every excellent fan fast film fine food for friend
from full fun game get go going good got great had happy hard has hate have he hello her his hope hotel how i idea if in
is it its jacket just keep kind know lamp last late like line little long lot love made make many me meal mine more most
movie much music must my never new nice no not nothing now of off ok old on one only or our out over own park perfect
phone plain plot poor price proto quite rain read really room rude sad said same say screen see sense service shall she
should shop slow so some soon sound staff stay still story such sure table take taste than that the their them then
there they thing think this time to too tostring train two undefined ugly under up us use useless valueof very wait want
was waste way we week well went were what when which while who why will with without word work worst worth would
wrong year yes yet you your null nan prototype rock roll
""".split()

CONTINUED = """
ing ed er est ly ness ful less able ation ment s es y ie ish ive al ic ous t en d un re ack ent ite ort ound ight
""".split()

SCRIPTS = "абвгдежзийклмнопрстуфхцчшщъыьэюяαβγδεζηθικλμνξοπρστυφχψωאבגדהابتثجحखगकनमस한국어"
SINGLES = "的一是不了人我在有他这为之大来以个中上们好很喜欢カタナひらがな"
EMOJI = "😀😍😭😡👍👎❤🔥✨💔🎉🚀☀★👩🇬🇧🏳"
MARKS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~£€©®°•™…¡¿×÷‰→"


def pieces_of_test() -> list[str]:
    # No piece for j, ##q, 7 or ##9: ASCII words with an unknown in them.
    letters = "abcdefghiklmnopqrstuvwxyz01234568"
    pieces = {UNKNOWN, NUMBER, "not", "...", *SUFFIXES, *WHOLE, *letters, *SCRIPTS, *SINGLES, *EMOJI, *MARKS}
    pieces |= {"##" + piece for piece in (*CONTINUED, *letters.replace("q", "") + "7", *SCRIPTS[::2])}
    pieces |= {piece for rewrite in WORDS.values() for piece in rewrite.split(" ")} | set(EMOTICONS.values())
    # Looks like a mark and a word, is neither reachable nor harmful; a piece with an apostrophe is.
    pieces |= {"##", "#", "o'clock", "\U0001f1ec", "ß", "ı", "œ", "ﬁ", "\U000242ee"}
    return sorted(pieces, key=str.encode)
