import Foundation
import PodiumCore
import Testing

@testable import PodiumProviders

/// What holds for the streams of every dialect.
@Suite struct RecordedStreamTests {
    @Test(arguments: RecordedStream.all) func `a stream says what it says`(stream: RecordedStream) {
        let (pieces, error) = decode(stream.dialect, stream.text)
        #expect(error == nil)
        #expect(pieces == stream.pieces)
    }

    @Test(arguments: RecordedStream.all) func `the pieces do not depend on where the bytes are cut`(
        stream: RecordedStream
    ) {
        let bytes = stream.bytes
        for place in bytes.indices {
            let cut = decode(stream.dialect, [Array(bytes[..<place]), Array(bytes[place...])])
            guard cut.pieces == stream.pieces, cut.error == nil else {
                Issue.record("cut at \(place): \(cut)")
                return
            }
        }
        #expect(decode(stream.dialect, bytes.map { [$0] }).pieces == stream.pieces)
    }

    @Test(arguments: RecordedStream.all, 0..<20) func `nor on how often`(
        stream: RecordedStream,
        seed: UInt64
    ) {
        var generator = SeededGenerator(seed: seed)
        let cut = decode(stream.dialect, stream.bytes.cutAtRandom(using: &generator))
        #expect(cut.pieces == stream.pieces, "seed \(seed)")
        #expect(cut.error == nil)
    }

    @Test(arguments: RecordedStream.all) func `a stream that breaks off is cut off after its text`(
        stream: RecordedStream
    ) {
        let end = FinishReason.stop
        for length in stream.bytes.indices {
            let (pieces, error) = decode(stream.dialect, [Array(stream.bytes[..<length])])
            let isPrefix = pieces.filter { $0 != .finished(end) }
                .elementsEqual(stream.pieces.prefix(pieces.filter { $0 != .finished(end) }.count))
            let isEnd = error == nil ? pieces.finishes == [end] : error?.code == .cutOff
            guard isPrefix, isEnd else {
                Issue.record("\(length) bytes: \(pieces), \(String(describing: error))")
                return
            }
        }
    }

    @Test(arguments: RecordedStream.all, 0..<50)
    func `a damaged stream ends in an error or an end, never in a trap`(
        stream: RecordedStream,
        seed: UInt64
    ) {
        var generator = SeededGenerator(seed: seed)
        var bytes = stream.bytes
        for _ in 0..<Int.random(in: 1...30, using: &generator) {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            bytes[place] = UInt8.random(in: 0...255, using: &generator)
        }
        let (pieces, error) = decode(stream.dialect, bytes.cutAtRandom(using: &generator))
        #expect(pieces.finishes.count == (error == nil ? 1 : 0), "seed \(seed)")
    }

    /// Each member of each event in turn is missing, or is of each other kind of value.
    @Test(arguments: RecordedStream.all) func `a member can be missing or of another kind`(
        stream: RecordedStream
    ) throws {
        let lines = stream.text.split(separator: "\n").filter { $0.hasPrefix("data: {") }
        for (number, line) in lines.enumerated() {
            let value = try JSONDecoder().decode(
                JSONValue.self,
                from: Data(line.dropFirst(6).utf8)
            )
            for variant in value.variants {
                var changed = lines.map(String.init)
                let data = try JSONEncoder().encode(variant)
                changed[number] = "data: " + String(decoding: data, as: UTF8.self)
                let text = changed.joined(separator: "\n\n") + "\n\n"
                let (pieces, error) = decode(stream.dialect, text)
                #expect(pieces.finishes.count == (error == nil ? 1 : 0), "\(changed[number])")
                for usage in pieces.usages { #expect(usage == usage.inRange) }
                _ = decode(stream.dialect, String(decoding: data, as: UTF8.self))
            }
        }
    }
}

extension JSONValue {
    /// This value with one member or element changed, for each of them and each change.
    fileprivate var variants: [JSONValue] {
        switch self {
        case .object(let members):
            members.flatMap { name, value in
                let others = JSONValue.strangers + value.variants
                return others.map { JSONValue.object(members.merging([name: $0]) { $1 }) }
                    + [.object(members.filter { $0.key != name })]
            }
        case .array(let elements):
            elements.indices.flatMap { index in
                (JSONValue.strangers + elements[index].variants).map {
                    var changed = elements
                    changed[index] = $0
                    return JSONValue.array(changed)
                }
            }
        default: []
        }
    }

    private static let strangers: [JSONValue] = [
        .null, .bool(true), .integer(.min), .integer(.max), .number(1e300), .string("x"),
        .array([]), .array([.integer(1)]), .object([:]), .object(["x": .integer(1)]),
    ]
}
