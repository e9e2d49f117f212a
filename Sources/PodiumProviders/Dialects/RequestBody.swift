internal import Foundation
internal import PodiumCore

/// Request bodies as JSON, always in the same order of members, so that a vendor's cache of prompts
/// sees the same beginning.
enum RequestBody {
    static func bytes(_ members: [String: JSONValue]) throws(ProviderError) -> [UInt8] {
        do {
            return try JSONLine.encoded(members)
        } catch {
            // The one thing that JSON cannot say here is a number that is none.
            throw ProviderError(
                .invalidRequest,
                "The request cannot be written as JSON.",
                advice: "Check the worker's temperature and the like.",
                isRetryable: false
            )
        }
    }
}

extension [String: JSONValue] {
    /// These members with others over them: objects are merged, null takes a member out, anything
    /// else replaces what stood there (RFC 7396, JSON Merge Patch).
    func merged(with patch: [String: JSONValue]) -> Self {
        var result = self
        for (name, value) in patch {
            switch (value, result[name]) {
            case (.null, _): result[name] = nil
            case (.object(let inner), .object(let outer)):
                result[name] = .object(outer.merged(with: inner))
            case (.object(let inner), _): result[name] = .object([:].merged(with: inner))
            default: result[name] = value
            }
        }
        return result
    }
}
