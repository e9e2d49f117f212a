import Foundation
public import PodiumConfiguration
import PodiumCore
public import PodiumPolicy

/// The policy this user's sessions are conducted by: the one that the configuration names, or their own
/// in the data directory, or the one that comes with the program.
public struct UserPolicy: Sendable {
    /// Where the user's own is, whether or not it exists: `podium train` writes it there.
    public let path: String
    private let settings: LearningSettings

    public init(places: Places, settings: LearningSettings) throws(StudioError) {
        path = "\(try places.data)/learned.policy"
        self.settings = settings
    }

    /// The file that counts; nil where that is the one that comes with the program.
    public var file: String? {
        settings.policy ?? (FileManager.default.fileExists(atPath: path) ? path : nil)
    }

    /// - Throws: `StudioError` when the file that counts cannot be used.
    public func policy() throws(StudioError) -> LearnedPolicy {
        do throws(LearnedPolicy.Invalid) {
            guard let file else { return try LearnedPolicy.shipped() }
            return try LearnedPolicy(contentsOf: file)
        } catch {
            throw StudioError(.file, "\(file ?? "the policy that comes with Podium"): \(error).")
        }
    }

    /// What conducts by it, as far as each session lets it; where it cannot be used the rules do, and the
    /// reason is told in every plan.
    func conduct() -> (learned: LearnedConduct?, problem: String?) {
        do throws(StudioError) {
            return (LearnedConduct(policy: try policy()), nil)
        } catch {
            // Who does not ask it need not hear of it.
            guard settings.mode != .off else { return (nil, nil) }
            return (nil, "The learned policy cannot be used, so the rules decide: \(error)")
        }
    }
}
