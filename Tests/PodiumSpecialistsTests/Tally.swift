@testable import PodiumSpecialists

/// How many of a family of questions were answered rightly, wrongly, or not at all.
struct Tally {
    var right = 0
    var wrong: [String] = []
    var declined: [String] = []

    var total: Int { right + wrong.count + declined.count }
    var share: Double { total == 0 ? 0 : Double(right) / Double(total) }

    mutating func add(_ other: Tally) {
        right += other.right
        wrong += other.wrong
        declined += other.declined
    }

    var story: String {
        "\(right) of \(total) right"
            + wrong.map { "\n  WRONG \($0)" }.joined()
            + declined.map { "\n  declined \($0)" }.joined()
    }

    /// Asks a specialist with up to five seeds, as someone who tries again would.
    static func reply(of specialist: any Specialist, to question: String) -> String? {
        for seed in UInt64(1)...5 {
            let reply = PodiumSpecialistsTests.reply(
                of: specialist,
                "Answer the question.",
                question: question,
                seed: seed
            )
            if case .answered(let answer) = reply.outcome { return answer }
        }
        return nil
    }
}
