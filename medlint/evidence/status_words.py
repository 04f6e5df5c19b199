"""The words in which copy speaks of approval, as regular expressions over lower-cased text without hyphens.

Names of treatments are masked in that text: `PRODUCT` stands for one of them.
"""

from __future__ import annotations

import re
from functools import cache

from medlint.matching import TREATMENT_MARKS

IND_MARK = "ⓘⓝⓓ"
"""Stands for the capital letters IND, of as many characters."""

PRODUCT = f"[{chr(TREATMENT_MARKS[0])}-{chr(TREATMENT_MARKS[-1])}]+"

AUTHORITIES = {
    "us": r"(?:the )?(?:u\.?s\.? |american )?(?:fda|f\.d\.a\.?|food (?:and|&) drug administration)"
    r"|(?:the )?(?:federal |us |american )?regulators",
    "uk": r"(?:the )?(?:uk )?(?:mhra|medicines and healthcare products regulatory agency)",
    "au": r"(?:the )?(?:australian )?(?:tga|therapeutic goods administration)",
    "ca": r"health canada",
    "eu": r"(?:the )?(?:ema|european medicines agency|european commission)",
}

APPROVED = (
    r"approved|licen[sc]ed|authori[sz]ed|sanctioned|endorsed|blessed|okayed|ok'd|green ?lit|green ?lighted|backed"
    r"|recogni[sz]ed|certified|rubber stamped|signed off"
)
WORDS = {"approved": APPROVED, "cleared": "cleared", "registered": "registered|listed", "standard": "compliant"}
VERBS = {
    "approved": r"approves?|okays|green ?lights|licen[cs]es|authori[sz]es|endorses|blesses|backs|sanctions"
    r"|signed off on|signs off on|said yes to|waved through|nodded through",
    "cleared": "clears?",
}
NOUNS = {
    "approved": r"approvals?|licen[cs]es?|authori[sz]ations?|nod|blessing|green light|thumbs up|go ahead"
    r"|(?:seal|stamp|tick) of approval|sign off|okay|imprimatur|endorsement|backing|all clear",
    "cleared": r"clearances?",
    "registered": r"registrations?|listings?",
}
ADVERBS = (
    r"(?:(?:has|have|had|is|are|now|just|also|already|recently|officially|finally|fully|newly|first|even|itself|since"
    r"|long|formally|again|quietly|duly|even) )*"
)
GENERIC = (
    r"(?:treatment|therap(?:y|ie)|medication|medicine|drug|device|option|product|procedure|injection|injectable|shot"
    r"|infusion|drip|solution|protocol|spray|lozenge|tablet|pill|remed(?:y|ie)|method|approache?|technolog(?:y|ie)|machine"
    r"|system|program|programme|laser|formula|supplement|peptide|biologic|implant|pellet|gumm(?:y|ie)|cream|gel|oil"
    r"|version|alternative|antidepressant|an(?:a)?esthetic|one|way|toxin|filler|cell|hormone|neuromodulator)(?:s|es)?"
)
FACILITY = (
    r"(?:(?:compounding |outsourcing |manufacturing )?(?:facilit(?:y|ies)|labs?|laborator(?:y|ies)|pharmac(?:y|ies)"
    r"|plants?|manufacturers?|suppliers?|compounders?|factor(?:y|ies)|clinics?|cent(?:er|re)s?|cleanrooms?|(?:tissue "
    r"|cell |bio)?banks?|providers?|vendors?|med ?spas?|compan(?:y|ies))"
    r"|(?:our|the) (?:practice|building|premises|spa))"
    r"(?! (?:tests?|results?|work|coats?|values?|panels?))"
)
# Words over which an approval does not reach to a name behind it.
BLOCK = (
    r"(?:to|than|of|with|from|like|over|besides|for|in|by|as|is|are|was|were|has|have|had|or|but|that|which|who|we|it"
    r"|you|since|when|at|on|while|unlike)\b"
)
STOP = re.compile(
    r"[.!?;:—\ufffc]|,? ?\b(?:but|which|because|so (?:we|it|you|they|that)|while|whereas|although|though|however|unlike"
    r"|than|yet|off label|rather than|instead of|not|never|isn't|aren't|since (?:19|20)\d\d|and (?:we|is|are|has|have"
    r"|works?|can|may|it|our|you|your|they|now|helps?|used|uses?|also used|prescribed|given|offers?|made))\b"
    r"|, (?:and )?(?:\w+ ){1,2}(?:uses?|used|can|prescribes?|offers?|gives?|have|has|is|are|may|says?|report)\b"
    r"|, and (?:its|their|the)\b|, (?:and )?(?:we|our|it|you|your|they|making|with|so|is|are|has|a|an|the)\b"
)
NEGATED = re.compile(
    r"\b(?:not(?! (?:only|just|merely|simply))|never|no(?! (?:longer|doubt|wonder|question|surprise))|nor|neither|none"
    r"|nothing|cannot|without|hardly|unlikely|yet to|far from|lacks?|lacking|\w+n't|declined|refused|rejected|denied"
    r"|withdrew|withdrawn|revoked|rather than|instead of|un(?:approved|licensed|cleared)"
    r"|stop(?:ped)? short of)\b"
)
UNREAL = re.compile(
    r"\b(?:if|whether|until|unless|before|once|pending|await\w*|seek\w*|pursu\w*|sought|hop(?:e|es|ed|ing)|expect\w*"
    r"|soon|eventually|(?:will|would|could|may|might|should|can|to) (?:be|get|gain|win|earn|receive|have|become|seek)"
    r"|needs?|requires?|required|toward|towards|appl(?:y|ies|ied|ying|ication)|filed|submitted|track for|process for"
    r"|working on|waiting|asked|asking|claims?|claim(?:ed|ing))\b"
)
AFTER_NOUN = re.compile(
    r" (?:process|pathway|status|applications?|standards?|requirements?|takes|requires|means|depends|is (?:not|still|a"
    r"|expected|pending|required)|isn't|letters?|date|number|fees?|packages?)\b"
)
DESIGNATION = (
    r"(?:breakthrough|fast track|rmat|regenerative medicine advanced therapy|orphan(?: drug)?|priority review)"
    r"(?: therapy| device| drug)? (?:designation|status)"
    r"|(?:named|designated|granted|declared|called|recogni[sz]ed|considered)"
    r" (?:it |this |an? |as |the |{product} )*breakthrough"
    r"(?: therapy| treatment| device| drug)?|fast tracked by {authority}"
)
IND = (
    r"(?:approved|approves?|cleared|clears?|authori[sz]ed|licen[sc]ed|recogni[sz]ed|registered|accepted|sanctioned)"
    r" (?:[^.;]{{0,60}}? )??(?:as |under |for )?(?:an? |its |our )?(?:investigational new drug|{ind})(?: application)?"
    r"|(?:investigational new drug|{ind})(?: application)?,? (?:is |was |has been )?(?:status|approval|approved|cleared"
    r"|clearance|licen[cs]ed?)(?: by {authority})?"
)
INSURANCE = re.compile(
    r"\b(?:insur\w+|coverage|covered|medicare|medicaid|payers?|prior auth\w*|reimburs\w+|copay\w*)\b"
)


@cache
def authority() -> str:
    """One group a jurisdiction."""
    return "(?:" + "|".join(f"(?P<{name}>{words})" for name, words in AUTHORITIES.items()) + ")"


@cache
def forms() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """The forms of a statement: what it says (approved, cleared …), its form, and its expression.

    An earlier form wins over a later one on the same words.
    """
    who = authority()
    plain = f"(?:{'|'.join(AUTHORITIES.values())})"
    out: list[tuple[str, str, str]] = [
        ("designation", "noun", DESIGNATION.format(product=PRODUCT, authority=plain)),
        ("ind", "noun", IND.format(ind=IND_MARK, authority=plain)),
    ]
    for word, nouns in NOUNS.items():
        given = r"(?:gave|given|gives|grants?|granted|issued|awarded|extended)"
        out.append((word, "active", rf"{who} {ADVERBS}{given} (?:[^.;:—]{{0,60}} )??(?:{nouns})"))
        out.append((word, "noun", rf"(?:{nouns}) (?:[a-z]+ ){{0,1}}?(?:from|by|of) {who}"))
    for word, verbs in VERBS.items():
        out.append((word, "active", rf"{who} {ADVERBS}(?:{verbs})"))
    for word, words in WORDS.items():
        out.append((word, "passive", rf"(?:{words}) (?:[a-z0-9',]+ ){{0,5}}?(?:by|with) {who}"))
        out.append((word, "adjective", rf"{who}(?:'s)? {ADVERBS}(?:{words})"))
    for word, nouns in NOUNS.items():
        out.append((word, "noun", rf"{who}(?:'s)? (?:[a-z]+ ){{0,2}}?(?:{nouns})"))
    out.append(("cleared", "adjective", r"(?P<eu>ce ?mark(?:ed|ing)?)"))
    how = r"(?:only |solely |also |specifically |in (?:19|20)\d\d )*"
    for_use = rf"(?= {how}(?:for|to treat|to help|to ease|as|in the treatment of)\b)"
    out.append(("approved", "bare", rf"(?:approved|licen[sc]ed|authori[sz]ed|indicated|approval|on label){for_use}"))
    out.append(("cleared", "bare", rf"(?:cleared|clearance){for_use}"))
    out.append(("standard", "bare", r"c?gmp(?: (?:certified|compliant|grade|approved|made))?"))
    out.append(("approved", "bare", r"approved(?= (?:compounding )?pharmac(?:y|ies)\b)"))
    return tuple((word, form, re.compile(rf"(?<![\w']){expression}(?!\w)")) for word, form, expression in out)
