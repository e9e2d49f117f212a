import Foundation
import Testing

/// What is stored.
extension Scratch {
    /// The session that was begun last.
    func latestSession() throws -> String {
        let listed = try run("sessions", "list", "--json").objects().first
        return try #require(listed?["session"] as? String)
    }

    func events(of session: String) throws -> [[String: Any]] {
        try run("sessions", "show", session, "--json").objects()
    }

    /// The overrides that took effect, as JSON with sorted keys.
    func overrides(of session: String) throws -> [String] {
        try events(of: session).filter { $0["type"] as? String == "overrideApplied" }.map {
            let request = try #require($0["request"] as? [String: Any])
            let data = try JSONSerialization.data(
                withJSONObject: try #require(request["override"]),
                options: [.sortedKeys, .withoutEscapingSlashes]
            )
            return String(decoding: data, as: UTF8.self)
        }
    }
}
