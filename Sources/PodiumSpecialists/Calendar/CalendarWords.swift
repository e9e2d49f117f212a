/// The words that may stand around dates without meaning anything for them.
enum CalendarWords {
    static let fillers: Set<String> = [
        "what", "what's", "whats", "which", "is", "are", "was", "were", "will", "be", "been",
        "the", "a", "an", "of", "on", "it", "does", "do", "did", "that", "this", "please", "tell",
        "me", "give", "find", "compute", "calculate", "determine", "name", "state", "can",
        "could", "you", "i", "know", "need", "want", "there", "for", "at", "and", "if", "so",
        "exactly", "exact", "we", "my", "work", "out", "figure", "say", "answer", "question",
        "show", "must", "should", "hey", "birthday", "ok", "okay", "reach", "carefully", "s",
        "would", "get", "then", "as", "us",
        "hello", "hi", "thanks", "thank", "when", "where", "like", "have", "has", "had", "just",
        "correct", "given", "let", "let's", "suppose", "calendar", "gregorian", "also", "your",
        "using", "i'd", "solve", "got", "check", "quickly", "only", "your", "how",
    ]

    /// They ask for the day of the week when they stand with "day".
    static let weekday: Set<String> = ["weekday", "weekdays"]
    static let falling: Set<String> = [
        "fall", "falls", "fell", "falling", "fallen", "land", "lands", "landed", "occur", "occurs",
        "occurred", "come", "comes", "happen", "happens", "lie", "lies", "lay",
    ]
    static let later: Set<String> = [
        "after", "from", "following", "later", "past", "since", "plus", "add", "hence", "adding",
        "added",
    ]
    static let earlier: Set<String> = [
        "before", "prior", "earlier", "preceding", "ago", "minus", "subtract", "previous",
        "subtracting", "subtracted",
    ]
    static let between: Set<String> = [
        "between", "from", "to", "until", "till", "through", "up", "and", "separate", "separates",
    ]
    static let units: Set<String> = [
        "seconds", "minutes", "hours", "days", "weeks", "months", "years", "second", "minute",
        "hour", "day", "week", "month", "year",
    ]
    static let whole: Set<String> = ["full", "whole", "complete", "completed", "entire"]
    /// What may begin and end: nothing is known of them but their times.
    static let events: Set<String> = [
        "meeting", "film", "movie", "train", "bus", "flight", "plane", "trip", "journey", "ride",
        "concert", "lesson", "class", "show", "loan", "lease", "contract", "course", "project",
        "exam", "race", "match", "game", "shift", "event", "party", "visit", "play", "lecture",
        "conference", "call", "ferry", "boat", "holiday", "vacation", "cruise", "subscription",
        "warranty", "shop", "store", "drive", "walk", "session", "appointment", "he", "she",
        "they", "sleep", "slept", "person", "someone", "baby", "deadline", "work", "sprint",
        "tournament",
    ]
    static let begins: Set<String> = [
        "start", "starts", "started", "starting", "begin", "begins", "began", "beginning",
        "leave", "leaves", "left", "depart", "departs", "departed", "opens", "opened", "signed",
        "departure", "leaving", "departing",
    ]
    static let ends: Set<String> = [
        "end", "ends", "ended", "ending", "finish", "finishes", "finished", "arrive", "arrives",
        "arrived", "lands", "land", "landed", "stop", "stops", "over", "closes", "closed", "expire",
        "expires", "arrival",
        "finishing", "arriving", "due",
    ]
    static let lasts: Set<String> = [
        "last", "lasts", "lasted", "take", "takes", "took", "run", "runs", "ran", "long",
        "lasting", "goes", "went", "taking", "running",
    ]

    /// Every word that some kind of question knows.
    static let all = [
        fillers, weekday, falling, later, earlier, between, units, whole, events, begins, ends,
        lasts,
        ["date", "dates", "number", "many", "in", "by", "leap", "iso", "year's", "old", "born"],
    ].reduce(into: Set<String>()) { $0.formUnion($1) }

    /// Whether the words ask for a day of the week.
    static func asksWeekday(_ text: CalendarText) -> Bool {
        text.has(any: weekday) || text.has(phrase: "day", "of", "the", "week")
            || text.has(phrase: "day", "of", "week") || text.has(phrase: "week", "day")
    }
}
