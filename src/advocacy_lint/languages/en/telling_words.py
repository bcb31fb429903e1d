"""English words by which a sentence is known as a story or as air, by sort (`languages.telling_words.SORTS`)."""

from __future__ import annotations

TELLING_WORDS = {
    "cause": "because so since until after when if unless while before why therefore then without",
    "turn": "but though although however instead yet first only even still otherwise suddenly afterwards actually almost nearly rather except",
    "failure": "wrong failed fail failure mistake mistakes forgot lost dropped missed broke broken refused rejected refusal late complained problem trouble hard hardest worst"
    " couldn't didn't can't wouldn't isn't wasn't stuck nobody nothing sceptical skeptical doubt doubted spilled fell gave sorry leak",
    "said": "said says told asked asks answered replied rang called calls wrote shouted suggested whispered laughed nodded explained admitted warned showed",
    "person": "he she him her his hers",
    "someone": "colleague intern apprentice driver neighbour neighbor mother father mum mom dad wife husband daughter son sister brother customer client patient nurse electrician"
    " carpenter technician clerk midwife farmer boss chief foreman woman man lady boy girl guy kid grandmother pharmacist pupil student engineer resident tenant bloke lad",
    "moment": "yesterday tonight morning evening night noon last monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december winter spring summer autumn ago week weeks early late now once",
    "offer": "contact read call book register buy order apply try visit hear click share tag follow vote dm comment join message free discount offer price send link learn slots spots"
    " interested subscribe download repost want curious",
    "thanks": "thank thanks thankful grateful gratitude appreciate congratulations congrats welcome cheers kudos blessed",
    "joy": "proud pleased thrilled excited delighted happy honoured honored humbled pride excitement joy wonderful amazing incredible inspiring inspired fantastic great love loved"
    " awesome brilliant lovely elated wow truly",
    "value": "values value quality safety sustainable sustainability responsibility commitment committed community collaboration excellence development future innovation culture"
    " solutions solution strategy strategic vision mission ambition potential transformation people passion skills difference journey growth impact purpose trust partnership"
    " customers essential crucial important priority empower empowers leadership mindset wellbeing stakeholders dedicated dedication inclusive",
    "future": "will forward continue continuing ahead upcoming soon next ongoing",
    "everybody": "all everyone everybody every always never together whole anyone team single",
    "boast": "leading best biggest largest only strong stronger unique modern innovative skilled professional record outstanding award awards winner won named ranked recognised"
    " recognized certified milestone success exceptional world-class global award-winning cutting-edge fastest proprietary",
    "link": "link article newsletter below comments report website podcast blog interview",
}
