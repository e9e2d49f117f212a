public import Foundation
internal import PodiumCore

/// A policy as a file: JSON, with its numbers as little-endian floats in base64.
extension LearnedPolicy {
    /// Why a file is no policy, as a sentence's end: `it was written by another version`.
    public struct Invalid: Error, Hashable, CustomStringConvertible {
        public var description: String
    }

    private static let format = "podium-policy"
    private static let version = 2

    private struct File: Codable {
        struct Record: Codable {
            var count: Double
            /// Products, rights and costs.
            var sums: Data
        }

        var format: String
        var version: Int
        var origin: String
        var rank: Int
        var features: Int
        var projection: Data
        var sharpness: Float
        var price: Float
        var heads: [String: Data]
        var records: [String: Record]
        var support: [String: Int]
        var gates: [String: Gate]
        var verification: Verification?
        /// Of everything in it, so that damage is seen.
        var sum: String
    }

    /// - Throws: `Invalid` when the data is no policy, is damaged, or is of another version.
    public init(data: Data) throws(Invalid) {
        struct Head: Codable {
            var format: String
            var version: Int
        }
        guard let head = try? JSONDecoder().decode(Head.self, from: data),
            head.format == Self.format
        else {
            throw Invalid(description: "it is no policy file")
        }
        guard head.version == Self.version else {
            throw Invalid(description: "it was made for another version of Podium; train it again")
        }
        guard let file = try? JSONDecoder().decode(File.self, from: data) else {
            throw Invalid(description: "it is damaged: not all of it is there")
        }
        guard file.rank == Self.rank, file.features == TextFeatures.count else {
            throw Invalid(description: "it was made for another version of Podium; train it again")
        }
        let projection = Self.numbers(file.projection)
        let heads = file.heads.mapValues(Self.numbers)
        var records: [String: ValueHead] = [:]
        for (model, record) in file.records {
            let sums = Self.numbers(record.sums).map(Double.init)
            guard sums.count == ValueHead.triangle + 2 * Self.rank, record.count.isFinite,
                sums.allSatisfy(\.isFinite)
            else { throw Invalid(description: "its numbers are not all there") }
            records[model] = ValueHead(
                count: record.count,
                products: Array(sums[..<ValueHead.triangle]),
                rights: Array(sums[ValueHead.triangle..<ValueHead.triangle + Self.rank]),
                costs: Array(sums[(ValueHead.triangle + Self.rank)...])
            )
        }
        let gates = file.gates.map { (Gate.Scope(rawValue: $0.key), $0.value) }
        guard projection.count == TextFeatures.count * (Self.rank - 1),
            heads.values.allSatisfy({ $0.count == Self.rank }), gates.allSatisfy({ $0.0 != nil }),
            (projection + heads.values.joined() + [file.sharpness, file.price])
                .allSatisfy(\.isFinite), file.verification?.isWhole != false
        else { throw Invalid(description: "its numbers are not all there") }
        self.init(
            projection: projection,
            sharpness: file.sharpness,
            heads: heads,
            records: records,
            price: file.price,
            support: file.support,
            origin: file.origin,
            gates: Dictionary(
                uniqueKeysWithValues: gates.compactMap { gate in
                    gate.0.map { ($0, gate.1) }
                }
            ),
            verification: file.verification
        )
        guard file.sum == sum else {
            throw Invalid(description: "it is damaged: its checksum differs")
        }
    }

    /// - Throws: `Invalid`, also when there is no such file.
    public init(contentsOf path: String) throws(Invalid) {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Invalid(description: "there is no such file, or it cannot be read")
        }
        try self.init(data: data)
    }

    /// The same policy gives the same bytes.
    public var data: Data {
        var file = contents
        file.sum = sum
        return Self.encoded(file)
    }

    /// Tells one policy from another, in eight signs.
    public var digest: String { String(sum.prefix(8)) }

    private var contents: File {
        File(
            format: Self.format,
            version: Self.version,
            origin: origin,
            rank: Self.rank,
            features: TextFeatures.count,
            projection: Self.bytes(projection),
            sharpness: sharpness,
            price: price,
            heads: heads.mapValues(Self.bytes),
            records: records.mapValues { record in
                let sums = record.products + record.rights + record.costs
                return File.Record(count: record.count, sums: Self.bytes(sums.map(Float.init)))
            },
            support: support,
            gates: Dictionary(uniqueKeysWithValues: gates.map { ($0.key.rawValue, $0.value) }),
            verification: verification,
            sum: ""
        )
    }

    private var sum: String {
        let hash = String(Self.encoded(contents).fnv1a(), radix: 16)
        return String(repeating: "0", count: 16 - hash.count) + hash
    }

    private static func encoded(_ file: File) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        // Nothing in it can fail to be encoded.
        return (try? encoder.encode(file)) ?? Data()
    }

    private static func bytes(_ values: [Float]) -> Data {
        var data = Data(capacity: values.count * 4)
        for value in values {
            withUnsafeBytes(of: value.bitPattern.littleEndian) { data.append(contentsOf: $0) }
        }
        return data
    }

    private static func numbers(_ data: Data) -> [Float] {
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
