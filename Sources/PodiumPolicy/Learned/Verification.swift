/// Which answers a learned policy has checked: where that was shown to be worth its price, and where a
/// question goes beyond all that it was trained on, so that its expectations hold for nothing.
public struct Verification: Hashable, Sendable, Codable {
    /// The highest of each cue (`TextFeatures`) that a question of training had.
    public var reach: [Float]
    /// What a check gains, by the kind of the question's last step, as it was measured on questions that
    /// were kept back; it is made where the gate is open.
    public var kinds: [String: Gate]

    /// A little more than was seen is nothing new.
    private static let margin: Float = 0.05

    public init(reach: [Float] = [], kinds: [String: Gate] = [:]) {
        self.reach = reach
        self.kinds = kinds
    }

    /// That of questions.
    public init(questions: [String], kinds: [String: Gate] = [:]) {
        let cues = questions.map { TextFeatures($0).cues }
        let reach = cues.reduce([Float](repeating: 0, count: TextFeatures.cues)) { reach, cues in
            zip(reach, cues).map(max)
        }
        self.init(reach: reach, kinds: kinds)
    }

    /// Whether a question has more of anything than any in training had: longer figures, more words.
    public func isBeyond(_ features: TextFeatures) -> Bool {
        zip(features.cues, reach).contains { $0 > $1 + Self.margin }
    }

    /// Whether its numbers are all there.
    var isWhole: Bool {
        (reach.isEmpty || reach.count == TextFeatures.cues) && reach.allSatisfy(\.isFinite)
    }
}
