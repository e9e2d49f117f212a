internal import PodiumCore

private enum LearningKey: String, CaseIterable {
    case mode, policy
}

extension ConfigurationReader {
    func readLearning(_ value: YAMLValue?) throws(ConfigurationError) -> LearningSettings {
        guard let value else { return LearningSettings() }
        let fields = try YAMLFields<LearningKey>(value)
        var learning = LearningSettings()
        if let mode = fields[.mode] { learning.mode = try mode.choice(of: LearningMode.self) }
        if let policy = fields[.policy] {
            learning.policy = besideConfiguration(try policy.string("the path of a policy file"))
        }
        return learning
    }
}
