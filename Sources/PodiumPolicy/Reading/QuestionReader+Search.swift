/// Numbers to be chosen from: countdown and subset sums.
extension QuestionReader {
    /// Rows of at least three numbers with commas or "and" between them.
    func numberLists() -> [Range<Int>] {
        var lists: [Range<Int>] = []
        var index = 0
        while index < elements.count {
            var count = 0
            var end = index
            var next = index
            while next < elements.count {
                if elements[next].isSymbol("-−"), next + 1 < elements.count { next += 1 }
                guard next < elements.count, elements[next].kind == .number else { break }
                count += 1
                next += 1
                end = next
                let isJoined = next < elements.count && elements[next].isSymbol(",;")
                if isJoined { next += 1 }
                if next < elements.count, elements[next].isWord(["and"]) {
                    next += 1
                } else if !isJoined {
                    break
                }
            }
            if count > 2 { lists.append(index..<end) }
            index = max(end, index + 1)
        }
        return lists
    }

    /// Whether the numbers listed are to be put together to make another.
    var isCountdown: Bool {
        guard numberLists().count == 1 else { return false }
        let aims: Set<String> = [
            "make", "makes", "making", "reach", "get", "obtain", "target", "form", "equals",
            "equal", "value", "produce", "countdown",
        ]
        let means: Set<String> = [
            "using", "use", "numbers", "from", "with", "combine", "given", "out", "once",
        ]
        return contains(aims) && contains(means) && !isSequence
            && !contains(Self.averages)
    }

    var isSubsetSum: Bool {
        guard numberLists().count == 1 else { return false }
        let sums = contains(["sum", "sums", "add", "adds", "total", "totals", "adding"])
        return contains(["subset"]) && sums
            || sums && contains(["which", "choose", "pick", "select", "some"])
                && !contains(Self.averages)
    }

    private static let averages: Set<String> = [
        "average", "mean", "median", "gcd", "lcm", "divisor", "multiple", "largest", "smallest",
        "greatest", "product",
    ]

    /// A target that must be computed first: `the result of 17 * 4 + 2`.
    mutating func takeTarget() {
        guard isCountdown, let list = numberLists().first,
            let range = expression(outside: list) ?? spokenExpression(outside: list)
        else { return }
        let text = QuestionParts.text(of: Array(elements[range]))
        let reference = add(
            DraftStep(skill: .arithmetic, verb: "compute", subtask: [.text("Compute \(text).")]),
            finding: "gives a target that must be computed"
        )
        replace(range, by: reference)
    }

    /// Numbers with operators between them.
    private func expression(outside list: Range<Int>) -> Range<Int>? {
        for start in elements.indices where !list.contains(start) {
            let opens = elements[start].isSymbol("(")
            guard elements[start].kind == .number || opens else { continue }
            var end = start
            var (numbers, depth) = (0, 0)
            var needsNumber = true
            scan: while end < elements.count, !list.contains(end) {
                let element = elements[end]
                if needsNumber, element.kind == .number {
                    (numbers, needsNumber) = (numbers + 1, false)
                } else if needsNumber, element.isSymbol("(") {
                    depth += 1
                } else if !needsNumber, element.isSymbol(")"), depth > 0 {
                    depth -= 1
                } else if !needsNumber, element.isSymbol("+-−*×·/÷^") {
                    needsNumber = true
                } else {
                    break scan
                }
                end += 1
            }
            if needsNumber { end -= 1 }
            if numbers > 1, depth == 0, end > start { return start..<end }
        }
        return nil
    }

    /// `the product of 3 and 7`
    private func spokenExpression(outside list: Range<Int>) -> Range<Int>? {
        let nouns: Set<String> = ["sum", "product", "difference", "quotient"]
        return elements.indices.dropLast(4).compactMap { index -> Range<Int>? in
            let noun = word(index) == "the" ? index + 1 : index
            guard let key = word(noun), nouns.contains(key), noun + 4 < elements.count,
                elements[noun + 2].kind == .number, elements[noun + 4].kind == .number,
                elements[noun + 3].isWord(["and", "of"]) || elements[noun + 3].isSymbol(","),
                !list.contains(noun + 2)
            else { return nil }
            return index..<noun + 5
        }
        .first
    }

    /// The search for a target that an earlier step found.
    mutating func searchTarget(_ target: DraftStep.Reference) -> DraftStep.Reference? {
        guard isCountdown, let list = numberLists().first else { return nil }
        let numbers = elements[list].filter { $0.kind == .number }.map(\.text)
        let text = numbers.dropLast().joined(separator: ", ") + " and \(numbers.last ?? "")"
        return add(
            DraftStep(
                skill: .search,
                verb: "search",
                subtask: [
                    .text("Use the numbers \(text), each at most once, to make "), .result(target),
                    .text("."),
                ]
            ),
            finding: "asks to make it from given numbers"
        )
    }
}
