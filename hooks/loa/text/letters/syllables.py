"""Is this a Vietnamese syllable? Beginning, rhyme and tone as the language allows them.

The rhymes are those of the national spelling; a syllable that ends in c, ch, p or t has the tone
sắc or nặng.
"""

import re
import unicodedata
from functools import lru_cache

_BEGINNINGS = (
    "", "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "ngh",
    "nh", "p", "ph", "q", "r", "s", "t", "th", "tr", "v", "x",
)  # fmt: skip
_SPELT = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
    e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu ec
    i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu êc êm êng êp êu
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om
    on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
    u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uêt uêu uơ uơi uơn uôc uôi uôm uôn
    uông uôt uy uya uych uyn uynh uyp uyt uyu uyên uyêt ưa ư ưc ưi ưm ưn ưng ưt ưu
    ươc ươi ươm ươn ương ươp ươt ươu
    y yêm yên yêng yêt yêu uac uach uai uam uan uang uanh uao uap uat uau uay uăc uăm uăn uăng uăp
    uăt ue uen ueo uet ueu uit uin uo uoc
"""
_RHYMES = frozenset(_SPELT.split())
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_STOPPED = re.compile(r"(?:c|ch|p|t)$")
_BEGINNING = re.compile(rf"^(?:{'|'.join(sorted(_BEGINNINGS, key=len, reverse=True))})")


@lru_cache(maxsize=16384)
def is_syllable(word: str) -> bool:
    """Say whether ``word`` is one Vietnamese syllable, in any case."""
    if len(word) > 7:
        return False
    apart = unicodedata.normalize("NFD", word.lower())
    tones = [letter for letter in apart if letter in _TONES]
    if len(tones) > 1:
        return False
    plain = unicodedata.normalize("NFC", "".join(one for one in apart if one not in _TONES))
    rhymes = _rhymes_of(plain)
    if not rhymes & _RHYMES or (tones and not _stands_right(apart)):
        return False
    return not _STOPPED.search(plain) or (bool(tones) and tones[0] in "\u0301\u0323")


_VOWELS = "aeiouy"
_SHAPES = "\u0302\u0306\u031b"  # of â ă ơ
_CLUSTER = re.compile(f"[{_VOWELS}][{_SHAPES}{_TONES}]*")


def _stands_right(apart: str) -> bool:
    """Say whether the tone stands over the vowel that carries it: "xão", never "xaõ"."""
    beginning = "qu" if apart.startswith("qu") else "gi" if re.match("gi[aeouy]", apart) else ""
    vowels = _CLUSTER.findall(apart[len(beginning) :])
    toned = [place for place, one in enumerate(vowels) if any(mark in one for mark in _TONES)]
    if not toned:
        return False  # over a consonant, as the ñ of Jrai
    shaped = [place for place, one in enumerate(vowels) if any(mark in one for mark in _SHAPES)]
    if shaped:
        return toned[0] == shaped[-1]
    if len(vowels) < 2:
        return True
    if len(vowels) > 2:
        return toned[0] == 1
    ends_open = apart.rstrip(_TONES)[-1] in _VOWELS
    bare = "".join(one[0] for one in vowels)
    if ends_open and bare in ("oa", "oe", "uy"):
        return True
    return toned[0] == (0 if ends_open else 1)


def _rhymes_of(plain: str) -> set[str]:
    """Return what may be the rhyme: "gi" and "qu" lend their vowel to it."""
    found = {plain[len(one) :] for one in _BEGINNINGS if plain.startswith(one)}
    if plain.startswith("gi"):
        found.add(plain[1:])
    return found


def is_marked_syllable(word: str) -> bool:
    """Say whether it is a Vietnamese syllable that cannot be written in ASCII."""
    return not word.isascii() and is_syllable(word)
