"""English for an editor: what a draft and its author's answers are asked, and read by."""

from __future__ import annotations

import re

from advocacy_lint.languages.base import NAME, Editing
from advocacy_lint.languages.en.words import LANGUAGE

_SCALES = "|".join(map(re.escape, sorted(LANGUAGE.scale_words, key=len, reverse=True)))


def _split(words: str) -> frozenset[str]:
    return frozenset(words.split())


EDITING = Editing(
    no_answers=frozenset(
        (
            "don't know|dont know|do not know|i don't know|no idea|not sure|dunno|idk|can't remember|nothing|none|no|"
            "nope|yes|yeah|maybe|pass|skip|not relevant|not applicable|nobody|no one|n/a|na|x|tbd|todo|"
            "not much|nothing much|not a lot|not really|no clue|hard to say|couldn't say|i don't remember|don't remember"
        ).split("|")
    ),
    shrugs=frozenset(
        (
            "don't know|dont know|do not know|i don't know|no idea|not sure|i'm not sure|dunno|idk|can't remember|i can't remember|no clue|hard to say|"
            "couldn't say|i don't remember|don't remember|no|nope|yes|yeah"
        ).split("|")
    ),
    fillers=re.compile(r"(?:tbh|to be honest|really|honestly|i think|i guess|sorry|lol|haha)", re.IGNORECASE),
    respelled=(
        (re.compile(r"\b(did|does|do|was|were|is|are|have|has|had|could|would|should|ca|wo)nt\b", re.IGNORECASE), r"\1n't"),
        (re.compile(r"\b(?:im|i'm)\b"), "I'm"),
        (re.compile(r"\b(?:ive|i've)\b"), "I've"),
        (re.compile(r"(?<![\w.])i(?=(?:'d|'ll)?(?: |\Z))"), "I"),
    ),
    led=(
        (
            re.compile(r"did you talk to longest"),
            re.compile(r"(?:(?i:an?|the|some(?:one|body))\b(?!\W+\w+\W*\Z)|(?P<name>[A-Z]\w+) (?:from|in|at|of)\b)(?!.*\b(?:told|said)\b)"),
            "I talked longest to {rest}",
        ),
        (
            re.compile(r"differently on Monday"),
            re.compile(
                r"(?:ask|call|check|look|start|stop|write|ring|try|use|open|take|give|put|keep|get|go|tell|bring|read|send|throw|cut|drop|move|change|make|"
                r"measure|count|talk|meet|show|draw|print|add|share|build|buy|learn|turn|visit|invite|swap|test|teach|leave|let|clean|delete|split) "
                r"(?:out|up|the|my|our|half|more|less|fewer|all|to|a|an|every|each|in|on|with|it|them|\w+ing)\b",
                re.IGNORECASE,
            ),
            "On Monday I'll {rest}",
        ),
        (
            re.compile(r"\b[Ww]h(?:ere|en)\b"),
            re.compile(
                r"(?:last (?:\w+day|week|month|year|spring|summer|autumn|winter)|yesterday|this morning|on (?:a )?(?:\w+ )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
                r"(?:a|one) (?:\w+ )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b",
                re.IGNORECASE,
            ),
            "It was {rest}",
        ),
    ),
    speaks_of_readers=re.compile(r"(?:they|people|readers|everyone) (?:should|must|can|could|need to|ought to)\b", re.IGNORECASE),
    change=re.compile(
        r"\bfrom (\d+(?:[.,]\d+)*)(?: (\w+))? to (\d+(?:[.,]\d+)*)(?: (?!(?:in|at|after|when|because|on|and|by|for|with|per)\b)(\w+))?"
    ),
    found=re.compile(r"\b(?:noticed|discovered|found|realised|realized|suggested|proposed|came up|watched|saw that)\b", re.IGNORECASE),
    failed=re.compile(
        r"\b(?:wrong|failed|fail|lost|broke|missed|forgot|refused|never|didn't|couldn't|wouldn't|(?:did|could|would|was|were|had|do|does) not|hadn't|wasn't)\b",
        re.IGNORECASE,
    ),
    habit=re.compile(r"\b(?:every|each|always|now|since)\b", re.IGNORECASE),
    greeting=re.compile(r"(?:Dear|Hi|Hello|Hey|Good morning)\b[^.!?:]{0,60}[,!]?", re.IGNORECASE),
    addressed=re.compile(
        r"(?:if you|whether you|(?:do|are|have|would) you|want to|looking (?:to|for)|you (?:can|will|get|may)|feel free|(?:message|contact) (?:me|us))\b",
        re.IGNORECASE,
    ),
    depends=re.compile(
        r"(?:because|when|if|while|although|which|who|since|so|that|where|why|how|until|instead of|rather than|without|than|whether|as"
        # … nor does what a verb begins, whose subject stands before a comma: “The fog, which came at six, meant that …”
        r"|meant|means|is|was|were|are|has|had|have|made|led|left|ended|turned) ",
        re.IGNORECASE,
    ),
    place=re.compile(
        r"(?:in|at|on|by|under|above|below|behind|beside|outside|inside|upstairs|downstairs|backstage|near|next to|between)\b",
        re.IGNORECASE,
    ),
    stood="I was {rest}",
    tried=re.compile(r"(?:\w+ing|an?|the)\b(?!.*[,;–])", re.IGNORECASE),
    first_tried="First we tried {rest}",
    unknown=re.compile(
        r"""(?:whether|if|(?:how|what|which|who|where|when|why)\b(?![ ](?:is|are|was|were|do|does|did|has|have|can|could|would|will|should|of[ ]you|else|about)\b)
        (?!.*\b(?:do|does|did|is|are|was|were|has|have|can|could|would|will|should)[ ](?:you|I|we|they|others|people|it|the|your|any\w*|there)\b))\b""",
        re.IGNORECASE | re.VERBOSE,
    ),
    still_unknown="I still don't know {rest}",
    somebody=_split("he she"),
    at_sender=re.compile(rf"(?:Here[ ])?(?P<where>[Aa]t[ ]{NAME}),?[ ]"),
    us=re.compile(r"\b(?:we|us|our|nobody|everyone|everybody)\b", re.IGNORECASE),
    we=re.compile(r"\bwe\b(?![’'])(?! (?:all|both|two|three|four|who|at)\b)", re.IGNORECASE),
    near=_split("around at from in near outside to"),
    counted=re.compile(
        rf"(?:[ \u00a0](?:{_SCALES}))?"
        r"(?:[ \u00a0](?:new|more|different|large|small|further|good|great|whole|long|busy))?[ \u00a0][^\W\d_]+",
        re.IGNORECASE,
    ),
    counts_no_work=_split(
        """
        year years month months week weeks day days hour hours minute minutes employee employees colleague colleagues customer customers
        people persons guests attendees apprentices students volunteers staff men women children families firms companies countries clients thing things tip tips lesson lessons point points reason reasons way ways step steps followers likes
        views takeaways learnings consumers users citizens inhabitants households readers
        """
    ),
    asks_where=_split("when where"),
    function_words=_split(
        """
        the and of to in a is that it for was on are as with his they i at be this have from or one had by but not what all
        were we when your can said there use an each which she do how their if will up other about out many then them these
        so some her would make like him into has look more two go see no way could my than been who its now did get come
        made may part over just also only very even back any most us our me you he being after before because while where
        why until still again same too much such own own's both few here off down through during without under once every
        ever never nobody nothing got gets put took take takes went goes came says say told tell tells does done am i'm i've
        we've it's don't didn't that's there's wasn't isn't thing things one's every
        """
    ),
    pronouns=_split("he her him she them they"),
    negations=_split("cannot neither never no nobody none nor not nothing without"),
    sweeping=_split("all always best biggest every everybody everyone everywhere never nobody only"),
    units=dict(
        zip(
            "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(),
            range(2, 20),
            strict=True,
        )
    ),
    tens=dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True)),
    scales={
        "dozen": 12,
        "hundred": 100,
        **dict.fromkeys("thousand k".split(), 1000),
        **dict.fromkeys("m mn mio million millions".split(), 1e6),
        **dict.fromkeys("b bn billion billions".split(), 1e9),
    },
    one=_split("a one"),
    compound_one=("one",),
    compound="{ten}-{unit}",
    questions={
        "opening": (
            "Where was {name} when it happened, when was that, and what was said?",
            "Where and when did it happen, who stood next to you, and what did they say?",
        ),
        "obstacle": ("What went wrong on the way, and who didn't believe in it?",),
        "belief": ("What did you use to believe that turned out to be wrong?",),
        "problem": ("Which problem does the reader have on an ordinary Tuesday?",),
        "how": (
            "What exactly did you do to get to the {percent}, step by step, and holding what?",
            "What exactly did you do, step by step, and holding what?",
        ),
        "pitfall": ("What should one not do, and how did you find out?",),
        "change": ("What is different now, and for whom?",),
        "audience": ("Who would forward it to a colleague? Name the trade or the task.",),
        "invitation": ("What would you honestly like to know from those who read it?",),
    },
    kinds={
        "job": r"we(?:'re| are) (?:\w+ )?(?:hiring|recruiting)|#hiring|now hiring|vacanc\w+|join (?:our|us|the) (?:team|family)|apply (?:now|here|today|in|through)|looking for (?:a|an|passionate|talented|two|more)|open (?:role|position)s?",
        "welcome": r"[Ww]elcome [A-Z]|[Ss]ay (?:hello|hi) to|joins us|joined us|has joined (?:us|our)|[Nn]ew face|[Nn]ew colleague|[Oo]ur (?:new|newest) (?:colleague|hire|starter|joiner|team ?mate|apprentice|trainee|intern|\w*(?: \w+)? ?(?:manager|director|engineer|developer|designer|analyst|consultant|officer|lead|assistant|nurse|teacher))s?\b",
        "started": r"(?:i'm|i am|i've|i have|i'll be|to be|be) (?:just |now |officially )?(?:starting|started|joining|joined) (?:[^.]{0,40} )?(?:as|at)\b|my new (?:role|job|position)|(?:starting|started) a new (?:role|job|position)|first (?:day|week) (?:as|at)",
        "jubilee": r"\d+ years|anniversary|turns? \d+|turned \d+|birthday|\d+(?:st|nd|rd|th) year|a year (?:this week|today|ago today)",
        "certificate": r"\b(?:i|i'm|i've|me|my)\b[^.!?]{0,60}\bcertifi\w+|diploma|exam\b|passed (?:my|the|an?) |graduat\w+|course|qualification|trainee",
        "approved": r"certifi\w+|\biso \d+|accredit\w+",
        "award": r"award\w*|prize|winner|won\b|nominat\w+|shortlisted|named (?:one|as|a)|recogni[sz]ed(?! as an? [\"'‘“])|gold\b|medal|honou?red (?:with|to (?:receive|win|accept|be named|have been named))",
        "launch": r"launch\w*|introducing|our new (?:\w+ )?(?:product|platform|version|app|release|portal|website|site|system|service|tool|shop|store)\b|now (?:live|available)|version \d|new release|unveil\w*",
        "ahead": r"(?:attendance|participation|it|entry) is free|free to (?:attend|join)|(?:sign up|register) (?:here|now|today|for (?:the|our))|(?:i'll|i will|we'll|we will|i'm|we're|i am|we are|thrilled to|excited to|delighted to|looking forward to|happy to) (?:be |also |both )*(?:speaking|presenting|talking about|talking at|exhibiting|hosting|giving a|joining the panel|on stage)|see you (?:at|there)|save the date|(?:come|stop|drop) by (?:our|the)|join us (?:at|on|for)",
        "event": r"panel\b|conference|summit|expo|fair\b|webinar|meetup|open house|workshop|keynote|session|booth|stand\b|what a (?:day|week|weekend)",
        "result": r"revenue|profit|results?\b|quarter|growth|milestone|record|reduced|%|percent|accident|funding|raised|customers? in \d|agreement|partnership",
        "share": r"read (?:more|the|our)|full (?:story|report)|link (?:in|below)|newsletter|report|article|interview|podcast",
    },
    kinds_asked={
        "job": {
            "opening": "Which job is it, where, and who would the new one sit next to?",
            "how": "What will the new one do in the first week, and who shows them how?",
            "change": "What is the hardest thing about the job, and what are the pay and the hours?",
            "invitation": "What would make a good applicant say no?",
        },
        "welcome": {
            "opening": "What did you notice the first time you met {name}?",
            "how": "What will {name} be doing on Monday, and for whom?",
            "change": "What can you do now that you had to leave undone before?",
            "invitation": "Who should write to {name}, and about what?",
        },
        "started": {
            "opening": "What did you see on the first day that the others no longer see?",
            "how": "What are you working on next Monday, and who shows you?",
            "change": "What were you wrong about before you began?",
            "invitation": "What would you ask whoever had the chair before?",
        },
        "jubilee": {
            "opening": "Which day of those years do you still tell people about, and who was there?",
            "how": "What did one do back then that nobody does any more?",
            "change": "What did you get wrong in the first year?",
            "invitation": "What would you like to hear from those who were there at the start?",
        },
        "certificate": {
            "opening": "Where did you get stuck, and who got you out?",
            "how": "What did you do differently the day after you had learned it?",
            "change": "What did you believe before that turned out to be wrong?",
            "invitation": "What would you ask those who have taken the same one?",
        },
        "approved": {
            "opening": "What did you have to change to get it, and who grumbled?",
            "how": "How did you go about it, step by step, and what took longest?",
            "change": "What did the auditor find that none of you had seen?",
            "invitation": "What would you ask those who have it ahead of them?",
        },
        "award": {
            "opening": "What did the judges see that nobody outside has heard of, and who made it?",
            "how": "Who did the work before the prize, and what nearly went wrong?",
            "change": "What do you do differently from when you were entered?",
            "invitation": "Which of the others would you have voted for, and why?",
        },
        "launch": {
            "opening": "Who asked for it first, and what were they holding at the time?",
            "how": "What did you try and throw out again?",
            "change": "What can it still not do?",
            "invitation": "Who should try it, and what should they tell you afterwards?",
        },
        "ahead": {
            "opening": "What will you show that nobody in the room has seen?",
            "how": "What went wrong while you were getting it ready?",
            "change": "What would you like to be contradicted on?",
            "invitation": "Who should come, and what should they bring?",
        },
        "event": {
            "opening": "Who did you talk to longest, and what did they say that you still think about?",
            "how": "What will you do differently on Monday because of it?",
            "change": "What did you disagree with?",
            "invitation": "What would you ask the others who were there?",
        },
        "result": {
            "opening": "Who did the work behind the figure, and on which day did you know that it had worked?",
            "how": "What exactly did you do, and what did you try first?",
            "change": "What did it cost, and who felt it?",
            "invitation": "What would you ask others who have the same problem?",
        },
        "share": {
            "opening": "Which one sentence of what you share would you say out loud over lunch, and why?",
            "how": "When did you see what it is about with your own eyes?",
            "change": "What do you disagree with, or what is missing?",
            "invitation": "Who should read it, and what should they answer?",
        },
    },
)
