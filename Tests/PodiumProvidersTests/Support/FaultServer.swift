import Foundation
import PodiumCore

@testable import PodiumProviders

/// A running `llmock` (<https://pypi.org/project/llmock/>): it speaks as several vendors do, says
/// what it is told to, and fails where it is told to.
struct FaultServer {
    /// Its address, without a path; nil where none runs.
    static let url = ProcessInfo.processInfo.environment["PODIUM_TEST_LLMOCK"]

    let url: String
    let client: any HTTPClient

    /// Lets the next call of a model meet these behaviours. Calls of other models, which tests that
    /// run beside this one make, are left alone.
    func expect(_ behaviours: [Behaviour], ofModel model: String) async throws {
        let list = behaviours.map { behaviour in
            JSONValue.object(
                behaviour.members.merging(["match": .object(["model": .string(model)])]) { $1 }
            )
        }
        let request = HTTPRequest(
            url: url + "/_llmock/scenario",
            body: try RequestBody.bytes(["behaviors": .array(list)])
        )
        let (status, body) = try await client.response(to: request)
        guard status == 201 else {
            throw Refused(words: String(decoding: body, as: UTF8.self))
        }
    }

    struct Refused: Error { let words: String }

    /// What the server does with a call, as its documentation names it.
    struct Behaviour {
        var members: [String: JSONValue]

        static func reply(_ text: String, reason: String = "stop") -> Behaviour {
            Behaviour(members: [
                "type": .string("reply"), "text": .string(text), "finish_reason": .string(reason),
            ])
        }

        static func fail(_ status: Int64, retryAfter: Double? = nil) -> Behaviour {
            var members: [String: JSONValue] = [
                "type": .string("fail"), "status": .integer(status),
            ]
            members["retry_after"] = retryAfter.map(JSONValue.number)
            return Behaviour(members: members)
        }

        /// - Parameter kind: `disconnect`, `truncate`, `malformed` or `stall`.
        static func breakStream(_ kind: String, afterEvents count: Int) -> Behaviour {
            Behaviour(members: [
                "type": .string("stream_fault"), "kind": .string(kind),
                "after_chunks": .integer(Int64(count)), "stall_seconds": .integer(10),
            ])
        }
    }
}
