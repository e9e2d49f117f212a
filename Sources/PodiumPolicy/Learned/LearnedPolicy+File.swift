public import Foundation
internal import PodiumCore

/// A policy as a file: JSON, with its numbers as little-endian 32-bit floats in base64.
extension LearnedPolicy {
    /// Why a file is no policy, as a sentence's end: `it was written by another version`.
    public struct Invalid: Error, Hashable, CustomStringConvertible {
        public var description: String
    }

    private static let format = "podium-policy"
    private static let version = 1

    private struct File: Codable {
        var format: String
        var version: Int
        var rank: Int
        var features: Int
        var projection: Data
        var heads: [String: Data]
        var support: [String: Int]
        /// Of everything in it, so that damage is seen.
        var sum: String
    }

    /// - Throws: `Invalid` when the data is no policy, is damaged, or is of another version.
    public init(data: Data) throws(Invalid) {
        guard let file = try? JSONDecoder().decode(File.self, from: data),
            file.format == Self.format
        else {
            throw Invalid(description: "it is no policy file")
        }
        guard file.version == Self.version, file.rank == Self.rank,
            file.features == TextFeatures.count
        else {
            throw Invalid(description: "it was made for another version of Podium; train it again")
        }
        let projection = Self.floats(file.projection)
        let heads = file.heads.mapValues(Self.floats)
        guard projection.count == TextFeatures.count * (Self.rank - 1), !heads.isEmpty,
            heads.values.allSatisfy({ $0.count == Self.rank }),
            (projection + heads.values.joined()).allSatisfy(\.isFinite)
        else { throw Invalid(description: "its numbers are not all there") }
        self.init(projection: projection, heads: heads, support: file.support)
        guard sum == file.sum else {
            throw Invalid(description: "it is damaged: its checksum differs")
        }
    }

    /// The same policy gives the same bytes.
    public var data: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let file = File(
            format: Self.format,
            version: Self.version,
            rank: Self.rank,
            features: TextFeatures.count,
            projection: Self.bytes(projection),
            heads: heads.mapValues(Self.bytes),
            support: support,
            sum: sum
        )
        // Nothing in it can fail to be encoded.
        return (try? encoder.encode(file)) ?? Data()
    }

    private var sum: String {
        var hash = Self.bytes(projection).fnv1a()
        for (model, head) in heads.sorted(by: { $0.key < $1.key }) {
            hash = Self.bytes(head).fnv1a(from: model.utf8.fnv1a(from: hash))
        }
        for (form, count) in support.sorted(by: { $0.key < $1.key }) {
            hash = "\(form)=\(count)".utf8.fnv1a(from: hash)
        }
        return String(hash, radix: 16)
    }

    private static func bytes(_ values: [Float]) -> Data {
        var data = Data(capacity: values.count * 4)
        for value in values {
            withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) }
        }
        return data
    }

    private static func floats(_ data: Data) -> [Float] {
        guard data.count % 4 == 0 else { return [] }
        let bytes = [UInt8](data)
        return stride(from: 0, to: bytes.count, by: 4).map { start in
            let bits = (0..<4).reduce(UInt32(0)) {
                $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1))
            }
            return Float(bitPattern: bits)
        }
    }
}
