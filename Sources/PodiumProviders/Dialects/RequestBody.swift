internal import Foundation
internal import PodiumCore

/// Request bodies as JSON, always in the same order of members, so that a vendor's cache of prompts
/// sees the same beginning: by name, but for the members of a plan's step. A model writes them in the
/// order of the schema, and whom it asks and what for comes before whom that rests on.
enum RequestBody {
    static func bytes(_ members: [String: JSONValue]) throws(ProviderError) -> [UInt8] {
        do {
            var bytes: [UInt8] = []
            try write(.object(members), to: &bytes)
            return bytes
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

    private static func write(_ value: JSONValue, to bytes: inout [UInt8]) throws {
        switch value {
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (place, name) in ordered(members.keys).enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                bytes += try JSONLine.encoded(name)
                bytes.append(UInt8(ascii: ":"))
                try write(members[name] ?? .null, to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (place, element) in elements.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: ",")) }
                try write(element, to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .written(let text): bytes += text.utf8
        default: bytes += try JSONLine.encoded(value)
        }
    }

    private static func ordered(_ names: some Collection<String>) -> [String] {
        let step = PlanRequest.stepMembers
        return Set(names) == Set(step) ? step : names.sorted()
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
