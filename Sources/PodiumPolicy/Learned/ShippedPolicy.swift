import CPolicy
import Foundation

/// The policy that comes with the program: `podium train`, as `docs/conductor.md` tells, wrote it.
extension LearnedPolicy {
    /// - Throws: `Invalid` when this build holds none that it can read.
    public static func shipped() throws(Invalid) -> LearnedPolicy {
        try LearnedPolicy(data: Data(bytes: cpolicy_bytes, count: cpolicy_count))
    }
}
