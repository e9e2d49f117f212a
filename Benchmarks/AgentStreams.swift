import PodiumCore

/// What eight agents write: prose in long lines, lists, code and Chinese, drawn from a seed.
struct AgentStreams {
    static let agents = 8
    static let bytesPerAgent = 2 << 20
    private static let pieceBytes = 1 << 10

    /// The texts in pieces of 1 KiB, an agent each.
    let pieces: [[String]]

    init() {
        pieces = (0..<Self.agents).map { agent in
            var writer = SampleWriter(seed: UInt64(agent) + 1)
            return Self.cut(writer.text(bytes: Self.bytesPerAgent))
        }
    }

    /// A piece of each agent, then the next of each.
    func inTurns() -> [Fact] {
        (0..<(pieces.map(\.count).max() ?? 0)).flatMap { turn in
            pieces.enumerated().compactMap { agent, pieces in
                turn < pieces.count ? Self.fact(pieces[turn], agent: agent) : nil
            }
        }
    }

    static func fact(_ text: String, agent: Int) -> Fact {
        .textAppended(TextAppended(attempt: AttemptID(agent + 1), text: text))
    }

    private static func cut(_ text: [UInt8]) -> [String] {
        var pieces: [String] = []
        var start = 0
        while start < text.count {
            var end = min(start + pieceBytes, text.count)
            while end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
            pieces.append(String(decoding: text[start..<end], as: UTF8.self))
            start = end
        }
        return pieces
    }
}

/// Writes paragraphs as models do.
private struct SampleWriter {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    mutating func text(bytes: Int) -> [UInt8] {
        var text = ""
        while text.utf8.count < bytes {
            switch Int.random(in: 0..<10, using: &random) {
            case 0...4: text += sentences(of: Self.words, 3...7, mark: ". ", joint: " ")
            case 5, 6: text += list()
            case 7, 8: text += code()
            default: text += sentences(of: Self.ideographs, 3...6, mark: "。", joint: "")
            }
            text += "\n\n"
        }
        return Array(text.utf8)
    }

    private mutating func sentences(
        of words: [String],
        _ count: ClosedRange<Int>,
        mark: String,
        joint: String
    ) -> String {
        (0..<Int.random(in: count, using: &random)).map { _ in
            phrase(of: words, 8...18, joint: joint) + mark
        }
        .joined()
    }

    private mutating func phrase(
        of words: [String],
        _ count: ClosedRange<Int>,
        joint: String
    ) -> String {
        (0..<Int.random(in: count, using: &random))
            .map { _ in words[Int.random(in: words.indices, using: &random)] }
            .joined(separator: joint)
    }

    private mutating func list() -> String {
        (0..<Int.random(in: 3...6, using: &random)).map { _ in
            "- **\(phrase(of: Self.words, 1...2, joint: " "))**: "
                + phrase(of: Self.words, 4...12, joint: " ")
        }
        .joined(separator: "\n")
    }

    private mutating func code() -> String {
        let lines = (0..<Int.random(in: 5...14, using: &random)).map { _ in
            "    let \(phrase(of: Self.words, 1...2, joint: "_")) = "
                + "f(\(phrase(of: Self.words, 1...3, joint: ", "))) + "
                + "\(Int.random(in: 0..<1_000, using: &random))"
        }
        return "```swift\n" + lines.joined(separator: "\n") + "\n```"
    }

    private static let words = """
        the a of to and in that it is for with on as be this which from by at we each then total \
        value answer step number question first second because therefore between remainder check \
        equation probability workflow follows larger smaller exactly sum product divided café naïve
        """.split(separator: " ").map(String.init)

    private static let ideographs = [
        "我们", "首先", "计算", "答案", "因此", "步骤", "数字", "结果", "等于", "问题", "检查", "然后",
        "可以", "得到", "方程", "，",
    ]
}
