import PodiumConfiguration
import PodiumCore
import PodiumPolicy
import PodiumStudio

/// The policy that conducts.
struct PolicyCheck {
    let places: PlaceOptions

    var findings: [Finding] {
        // What is wrong with the configuration is told where that is looked at.
        guard let configuration = try? places.resolved.loadConfiguration(),
            let user = try? UserPolicy(places: places.resolved, settings: configuration.learning)
        else { return [] }
        let mode = configuration.learning.mode.rawValue
        do {
            let policy = try user.policy()
            let place = user.file.map { " in \($0)" } ?? ", which comes with Podium"
            return [.good("policy", "\(policy.digest)\(place) (\(mode))")]
        } catch {
            return [
                .problem(
                    "policy",
                    "\(error) The rules conduct instead.",
                    fix:
                        "Train it anew (podium train), or remove the file to go by the one that comes"
                        + " with Podium."
                )
            ]
        }
    }
}
