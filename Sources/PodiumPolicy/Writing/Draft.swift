/// What kind of worker a step needs.
enum Skill: Hashable, Sendable {
    case arithmetic, algebra, search, logic, language, calendar
    case checking, merging, guessing, general
}

/// A plan in the making: steps by skill, whose subtasks refer to each other by position.
struct Draft: Hashable, Sendable {
    var steps: [DraftStep] = []
    /// What was recognised in the question, for the reasoning.
    var findings: [String] = []
    /// What of the question no step accounts for. Such a draft answers another question.
    var unread: [String] = []
}

/// One step of a draft.
struct DraftStep: Hashable, Sendable {
    enum Piece: Hashable, Sendable {
        case text(String)
        /// The result of an earlier step, by its position in the draft.
        case result(Reference)
        /// All results of an earlier step.
        case results(of: Int)
    }

    /// A result: of which step, and which of them where a step has several.
    struct Reference: Hashable, Sendable {
        var step: Int
        var item = 0
    }

    var skill: Skill
    /// What the step does, in one verb for the reasoning: `decode`.
    var verb: String
    var subtask: [Piece]
    /// Steps that can be joined into one that does the same to several texts.
    var batch: Batch?
    /// True for the step that sees everything before it.
    var seesAll = false

    /// The same operation on one operand of several.
    struct Batch: Hashable, Sendable {
        /// `Convert the Roman numerals` and `to numbers in digits.`
        var head: String
        var tail: String
        var operands: [String]
    }

    /// The steps whose results the subtask names, in rising order.
    var uses: [Int] {
        var uses: Set<Int> = []
        for piece in subtask {
            switch piece {
            case .text: break
            case .result(let reference): uses.insert(reference.step)
            case .results(let step): uses.insert(step)
            }
        }
        return uses.sorted()
    }

    /// How many results the step gives.
    var resultCount: Int { max(batch?.operands.count ?? 1, 1) }
}

extension Draft {
    /// The subtask in words, with "the result above" or "the second result above" for references.
    func subtask(of index: Int) -> String {
        let step = steps[index]
        let uses = step.uses
        let total = uses.reduce(0) { $0 + steps[$1].resultCount }
        return step.subtask.map { piece in
            switch piece {
            case .text(let text): return text
            case .results(let step):
                return steps[step].resultCount > 1 ? "the results above" : "the result above"
            case .result(let reference):
                guard total > 1 else { return "the result above" }
                let before = uses.prefix { $0 < reference.step }
                    .reduce(0) { $0 + steps[$1].resultCount }
                return "the \(Self.ordinal(before + reference.item + 1)) result above"
            }
        }
        .joined()
    }

    private static func ordinal(_ number: Int) -> String {
        let names = [
            "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
        ]
        if number <= names.count { return names[number - 1] }
        return "\(number)th"
    }

    /// Joins steps that start from nothing and do the same into one, so that fewer are needed.
    mutating func joinBatches() {
        var heads: [String: Int] = [:]
        var kept: [DraftStep] = []
        var places: [DraftStep.Reference] = []
        for step in steps {
            if let batch = step.batch, step.uses.isEmpty, batch.operands.count == 1,
                let place = heads[batch.head]
            {
                kept[place].batch?.operands += batch.operands
                let item = (kept[place].batch?.operands.count ?? 1) - 1
                places.append(DraftStep.Reference(step: place, item: item))
                continue
            }
            var moved = step
            moved.subtask = step.subtask.map { piece in
                switch piece {
                case .text: piece
                case .result(let reference): .result(places[reference.step])
                case .results(let step): .results(of: places[step].step)
                }
            }
            places.append(DraftStep.Reference(step: kept.count))
            if let batch = step.batch { heads[batch.head] = kept.count }
            kept.append(moved)
        }
        for index in kept.indices {
            guard let batch = kept[index].batch, batch.operands.count > 1 else { continue }
            let list = batch.operands.dropLast().joined(separator: ", ")
            let last = batch.operands.last ?? ""
            kept[index].subtask = [.text("\(batch.head) \(list) and \(last)\(batch.tail)")]
        }
        steps = kept
    }
}
