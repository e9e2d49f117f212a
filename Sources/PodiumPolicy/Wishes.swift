internal import PodiumCore

/// What a person's remarks on earlier plans ask for, as far as it is one of a few simple things.
struct Wishes: Hashable, Sendable {
    /// Positions of workers to leave out.
    var excluded: Set<Int> = []
    /// The worker that is to give the answer.
    var preferred: Int?
    /// Whether the answer is to be checked; nil when nothing was said.
    var isChecked: Bool?
    var isOneStep = false
    /// What is heeded, in words for the reasoning.
    var heeded: [String] = []

    init() {}

    /// Later remarks are read after earlier ones and win.
    init(remarks: [String], workers: [Worker]) {
        for remark in remarks { read(remark, workers) }
    }

    private mutating func read(_ remark: String, _ workers: [Worker]) {
        var words = Self.words(of: remark)
        // Longer names first: "gpt-5-mini" is not "gpt-5".
        let named = workers.indices.sorted { workers[$0].name.count > workers[$1].name.count }
        for index in named {
            let name = Self.words(of: workers[index].name)
            guard !name.isEmpty, let place = Self.place(of: name, in: words) else { continue }
            let before = words[max(0, place - 4)..<place]
            // One name is one wish: it must not be read again as part of another.
            words.replaceSubrange(place..<place + name.count, with: ["\u{0}"])
            let isNegated = before.contains(where: Self.negations.contains)
            let isRequested = before.contains(where: Self.requests.contains)
            if workers[index].tags.contains("verification"), isNegated || isRequested {
                isChecked = !isNegated
                heeded.append(isNegated ? "without a check" : "with a check")
            } else if isNegated {
                excluded.insert(index)
                if preferred == index { preferred = nil }
                heeded.append("without \(workers[index].name)")
            } else if isRequested {
                preferred = index
                excluded.remove(index)
                heeded.append("with \(workers[index].name)")
            }
        }
        if let place = words.firstIndex(where: Self.checks.contains) {
            let isWanted = !words[max(0, place - 3)..<place].contains(
                where: Self.negations.contains
            )
            isChecked = isWanted
            heeded.append(isWanted ? "with a check" : "without a check")
        }
        if let place = words.firstIndex(of: "step"), place > 0,
            ["one", "single", "1"].contains(words[place - 1])
        {
            isOneStep = true
            heeded.append("in one step")
        }
    }

    private static let negations: Set<String> = [
        "without", "not", "don't", "dont", "avoid", "no", "never", "exclude", "drop", "except",
        "skip", "instead",
    ]
    private static let requests: Set<String> = [
        "use", "with", "let", "ask", "by", "try", "using", "give", "take", "prefer", "want",
    ]
    private static let checks: Set<String> = [
        "check", "verify", "checked", "verified", "verification", "checking", "checks",
    ]

    private static func place(of name: [String], in words: [String]) -> Int? {
        guard words.count >= name.count else { return nil }
        return (0...words.count - name.count).first { start in
            Array(words[start..<start + name.count]) == name
        }
    }

    /// In small letters; only the first few hundred, which is more than a remark has.
    private static func words(of text: String) -> [String] {
        text.prefix(2_000).lowercased().replacing("’", with: "'")
            .split { !$0.isLetter && !$0.isNumber && $0 != "'" }
            .prefix(300).map(String.init)
    }
}
