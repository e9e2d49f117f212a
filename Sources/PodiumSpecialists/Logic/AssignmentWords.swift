/// The words of clues that change nothing.
extension AssignmentReader {
    /// A rough stem, the same for "owns", "owned" and "own".
    static func stem(_ word: String) -> String {
        for ending in ["ing", "ed", "s"]
        where word.hasSuffix(ending) && word.count > ending.count + 2 {
            return String(word.dropLast(ending.count))
        }
        return word
    }

    /// Words for people in general, which are no names in a list.
    static let people: Set<String> = [
        "women", "men", "friends", "people", "neighbours", "neighbors", "children", "students",
        "colleagues", "sisters", "brothers", "boys", "girls", "kids", "siblings", "persons",
    ]

    static func isCommon(_ token: Token) -> Bool { common.contains(token.key) }

    static let negations: Set<String> = ["not", "neither", "nor", "nobody", "never", "no"]

    static let common: Set<String> = [
        "the", "a", "an", "is", "are", "was", "not", "does", "do", "did", "who", "person", "'s",
        "of",
        "one", "neither", "nor", "either", "or", "and", "has", "have", "had", "with", "it", "that",
        "in", "as", "each", "no", "two", "them", "same", "different", "everyone", "their", "his",
        "her", "to", "by", "be", "both",
    ]

    static let verbs: Set<String> = [
        "own", "owns", "owner", "drink", "drinks", "drinker", "like", "likes", "play", "plays",
        "player", "live", "lives", "work", "works", "drive", "drives", "buy", "bought", "speak",
        "speaks", "order", "ordered", "eat", "eats", "ate", "wear", "wears", "wearing", "keep",
        "keeps", "job", "friend", "man", "woman", "girl", "boy", "child", "chose", "choose", "took",
        "take", "takes", "favourite", "favorite", "colour", "color", "house", "prefers", "prefer",
        "pet", "profession", "study", "studies", "rides", "ride", "owned", "got", "get",
        "belongs", "belong", "drank", "played", "picked", "pick", "brought", "bring",
        "brings", "reads", "read", "instrument", "drinking", "owning", "student", "sport", "from",
        "comes", "come", "hat", "car", "loves", "love", "won", "grows", "grow", "visited",
        "visit", "visits", "travels", "travelled", "went", "goes", "go",
    ]
}
