import Foundation
import PodiumCore

/// Who decides here.
enum Person {
    /// The login name, so that of two people each is told apart.
    static var name: String {
        let name = ProcessInfo.processInfo.environment["USER"] ?? ""
        return name.isEmpty ? "person" : name
    }

    /// A decision, and the last event that was seen when it was taken.
    static func request(
        _ override: Override,
        basedOn sequence: Int,
        author: String = name
    ) -> OverrideRequest {
        OverrideRequest(
            id: UUID().uuidString.lowercased(),
            author: author,
            basedOn: sequence,
            override
        )
    }

    static func verdict(isRight: Bool, at time: Timestamp) -> AnswerVerdict {
        AnswerVerdict(isRight ? .right : .wrong, author: name, time: time)
    }
}
