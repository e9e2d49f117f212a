import PodiumCore

/// Choose some of the given numbers so that they add up to a target.
struct SubsetSum: SearchProblem {
    var numbers: [Int]
    var target: Int
    /// How many are to be chosen, when the question says so.
    var size: Int?

    /// The most subsets that one search looks at.
    static let stepLimit = 6_000

    var statement: String {
        let list = numbers.map(String.init).joined(separator: ", ")
        return "I look for \(size.map { "\($0) of" } ?? "some of") \(list) with the sum \(target)."
    }

    /// From a random subset, the first exchange of one number that hits the target is taken.
    func search(random: inout SeededGenerator) -> Attempt {
        var steps = 0
        let count = numbers.count
        while steps < Self.stepLimit {
            let wanted = size ?? Int.random(in: 1...count, using: &random)
            var order = Array(0..<count)
            order.shuffle(using: &random)
            var chosen = Set(order.prefix(wanted))
            for _ in 0..<count * 2 where steps < Self.stepLimit {
                steps += 1
                let sum = chosen.reduce(0) { $0 + numbers[$1] }
                if sum == target, !chosen.isEmpty { return solved(chosen, steps) }
                // What is still missing may be one number, to take in, to leave out or to exchange.
                let index = order[Int.random(in: 0..<count, using: &random)]
                if size != nil {
                    guard chosen.contains(index), chosen.count < count,
                        let other = order.first(where: { !chosen.contains($0) })
                    else { continue }
                    chosen.remove(index)
                    chosen.insert(other)
                    order.shuffle(using: &random)
                } else if chosen.contains(index) {
                    if sum > target { chosen.remove(index) }
                } else if sum < target || Bool.random(using: &random) {
                    chosen.insert(index)
                }
            }
        }
        return .unlucky("numbers with the sum \(target)", steps: Self.stepLimit)
    }

    private func solved(_ chosen: Set<Int>, _ steps: Int) -> Attempt {
        let values = chosen.sorted().map { numbers[$0] }
        let text = values.enumerated().map { index, value in
            if index == 0 { return "\(value)" }
            return value < 0 ? "(\(value))" : "\(value)"
        }
        .joined(separator: " + ")
        guard judge(text) == .right else { return .notUnderstood }
        return .solved(
            Solution(
                working: [statement, "Found after \(steps) steps.", "\(text) = \(target)"],
                answer: text
            )
        )
    }

    func judge(_ answer: String) -> Judgement {
        guard answer.utf8.count <= 2_000 else { return .unknown }
        var tokens = Tokens(answer).all.filter { !$0.isSymbol("(){}[]") }
        if let equals = tokens.firstIndex(where: { $0.isSymbol("=") }) {
            tokens = Array(tokens[..<equals])
        }
        var left = numbers
        var sum = 0
        var count = 0
        var index = 0
        while index < tokens.count {
            let isNegative = tokens[index].isSymbol("-−")
            if isNegative { index += 1 }
            guard let (magnitude, end) = NumberRuns.number(tokens, at: index) else {
                return .unknown
            }
            let value = isNegative ? -magnitude : magnitude
            guard let place = left.firstIndex(of: value) else {
                return .wrong("\(value) is not given, or not so often")
            }
            left.remove(at: place)
            sum += value
            count += 1
            index = end
            if index < tokens.count {
                let joins = tokens[index].isSymbol("+,;") || tokens[index].isWord(["and", "plus"])
                guard joins else { return .unknown }
                index += 1
                if index < tokens.count, tokens[index].isWord(["and"]) { index += 1 }
            }
        }
        guard count > 0 else { return .unknown }
        if let size, size != count { return .wrong("\(size) numbers are wanted") }
        return sum == target ? .right : .wrong("the sum is \(sum), not \(target)")
    }
}

/// Reads "which of 3, 34, 4 add up to 9?" in its many forms; every word must be known.
enum SubsetReader {
    static func read(_ tokens: [Token]) -> SubsetSum? {
        let words = Sentence.split(tokens).flatMap(\.tokens)
        guard words.count <= 500, words.allSatisfy(isKnown),
            words.contains(where: { $0.isWord(cues) })
        else { return nil }
        let isPlainSum =
            words.first { $0.isWord(["which", "what", "find", "is"]) }?.key == "what"
            && !words.contains { $0.isWord(["subset", "numbers", "some", "combination"]) }
        guard !isPlainSum, choosing(words) else { return nil }
        let found = NumberRuns(words)
        var size: Int?
        var singles: [NumberRuns.Run] = []
        for run in found.runs where run.values.count == 1 {
            // "which two numbers", "three of the numbers", "a set of 3 numbers"
            if run.range.upperBound < words.count,
                words[run.range.upperBound].isWord(["numbers", "of", "values"]),
                words[run.range.lowerBound].kind == .word || run.values[0] < 10,
                !isTarget(run, in: words)
            {
                guard size == nil else { return nil }
                size = run.values[0]
            } else {
                singles.append(run)
            }
        }
        if words.contains(where: { $0.isWord(["pair"]) }) {
            guard size == nil else { return nil }
            size = 2
        }
        let lists = found.runs.filter { $0.values.count > 1 }
        guard !found.hasOthers, lists.count == 1, (2...60).contains(lists[0].values.count),
            singles.count == 1, isTarget(singles[0], in: words)
        else { return nil }
        if let size, size < 1 || size > lists[0].values.count { return nil }
        return SubsetSum(numbers: lists[0].values, target: singles[0].values[0], size: size)
    }

    /// Whether some numbers are to be chosen, and not all of them added: "add 3 and 4 to 12".
    private static func choosing(_ words: [Token]) -> Bool {
        for index in words.indices.dropLast() where words[index].isWord(["add", "adding"]) {
            let next = words[index + 1]
            if next.isWord(["it", "them", "this", "these", "the"])
                || NumberRuns.number(words, at: index + 1) != nil
            {
                return false
            }
        }
        let finds = words.contains { $0.isWord(["find", "take", "use", "using", "show", "give"]) }
        let some = words.contains { $0.isWord(["numbers", "some", "pair", "weights", "values"]) }
        return finds && some
            || words.contains {
                $0.isWord([
                    "which", "subset", "pick", "choose", "select", "identify", "among",
                    "combination",
                ])
            }
    }

    private static func isTarget(_ run: NumberRuns.Run, in words: [Token]) -> Bool {
        let start = max(0, run.range.lowerBound - 3)
        return words[start..<run.range.lowerBound].contains { $0.isWord(targetWords) }
    }

    private static func isKnown(_ token: Token) -> Bool {
        switch token.kind {
        case .number: true
        case .quoted: false
        case .symbol: token.isSymbol(",:;&()[]{}-−")
        case .word:
            vocabulary.contains(token.key) || cues.contains(token.key)
                || targetWords.contains(token.key) || NumberWords.isNumberWord(token.key)
        }
    }

    /// One of these makes it a matter of sums, and not of all four operations.
    private static let cues: Set<String> = [
        "sum", "sums", "summing", "add", "adds", "adding", "added", "total", "totals", "totalling",
        "totaling", "subset", "together",
    ]

    private static let targetWords: Set<String> = [
        "to", "is", "sum", "sums", "total", "totals", "totalling", "totaling", "make", "makes",
        "exactly", "target", "of", "give", "gives", "equals", "equal", "reach",
    ]

    private static let vocabulary: Set<String> = [
        "which", "of", "the", "number", "numbers", "up", "find", "a", "subset", "whose", "is",
        "with", "pick", "some", "that", "and", "from", "three", "there", "give", "it", "list",
        "choose", "select", "so", "their", "exactly", "are", "them", "have", "solve", "problem",
        "for", "target", "what", "among", "in", "set", "take", "weights", "weight", "they", "can",
        "you", "i", "need", "want", "using", "these", "this", "those", "show", "identify", "pair",
        "when", "matches", "be", "chosen", "values", "value", "coins", "integers", "possible", "me",
        "tell", "please", "question", "by", "do", "does", "to", "an", "if", "one", "such", "has",
        "selected", "taken", "use", "given", "following", "way", "result", "each", "at", "most",
        "once", "as", "could", "how", "combination", "help", "out",
    ]
}
