import Foundation
import Testing

@testable import PodiumCore

@Suite struct JSONReaderTests {
    private func read<Value>(
        _ text: String,
        _ body: (inout JSONReader) throws -> Value
    ) throws -> Value {
        var reader = JSONReader(Array(text.utf8))
        let value = try body(&reader)
        try reader.expectEnd()
        return value
    }

    private func isAccepted(_ bytes: [UInt8]) -> Bool {
        var reader = JSONReader(bytes)
        do {
            try reader.skipValue()
            try reader.expectEnd()
            return true
        } catch {
            return false
        }
    }

    @Test func `members are pulled and the rest is stepped over`() throws {
        let text = #"{"a": [1, {"b": null}], "name": "x", "c": {"d": []}, "n": -12} "#
        let (name, number) = try read(text) { reader in
            var name = ""
            var number = 0
            try reader.beginObject()
            while let member = try reader.nextMember() {
                switch member {
                case "name": name = try reader.readString()
                case "n": number = try reader.readInt()
                default: try reader.skipValue()
                }
            }
            return (name, number)
        }
        #expect(name == "x")
        #expect(number == -12)
    }

    @Test(arguments: [
        (#""plain é 漢""#, "plain é 漢"), (#""""#, ""),
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\u6F22""#, "é漢"),
        (#""\ud83d\ude42""#, "🙂"), (#""\ud83d""#, "\u{FFFD}"), (#""\ude42x""#, "\u{FFFD}x"),
        (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\ud83d\n""#, "\u{FFFD}\n"), (#""\u0000""#, "\0"),
        ("\"a\nb\u{1B}\"", "a\nb\u{1B}"),
    ]) func `strings are unescaped`(text: String, expected: String) throws {
        #expect(try read(text) { try $0.readString() } == expected)
    }

    @Test func `numbers are read as whole or fractional and never trap`() throws {
        #expect(try read("12.0") { try $0.readInt() } == 12)
        #expect(try read("1e3") { try $0.readInt() } == 1000)
        #expect(try read("99999999999999999999") { try $0.readInt() } == .max)
        #expect(try read("-1e400") { try $0.readInt() } == .min)
        #expect(try read("-0.25e-1") { try $0.readDouble() } == -0.025)
    }

    @Test(arguments: [
        "", "{", "[", "[1", "[1,", "[1,]", "{,}", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, "[1 2]",
        #"{"a":1 "b":2}"#, "01", "-", "1.", "1e", ".5", "+1", "tru", "nul", "True", "\"", #""\"#,
        #""\x""#, #""\u12""#, #""\u12G4""#, "{1:2}", "]", "[}", "{]", "[1] 2",
    ]) func `malformed text is refused`(text: String) {
        #expect(throws: JSONReader.Failure.self) { try read(text) { try $0.skipValue() } }
    }

    @Test func `the depth is bounded`() throws {
        let limit = JSONReader.depthLimit
        let nested = { (depth: Int) in
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        try read(nested(limit)) { try $0.skipValue() }
        #expect(throws: JSONReader.Failure.self) {
            try read(nested(limit + 1)) { try $0.skipValue() }
        }
        #expect(throws: JSONReader.Failure.self) {
            try read(String(repeating: "[", count: 1_000_000)) { try $0.skipValue() }
        }
    }

    @Test func `a failure says what was expected and where`() {
        #expect(throws: JSONReader.Failure(expected: "a colon", offset: 5)) {
            try read(#"{"a" 1}"#) { try $0.skipValue() }
        }
    }

    @Test(arguments: 0..<200) func `it agrees with Foundation on random documents`(
        seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed)
        let text = RandomJSON.value(depth: 4, using: &generator)
        var reader = JSONReader(Array(text.utf8))
        let read = try NSObject.json(from: &reader)
        try reader.expectEnd()
        let expected = try #require(
            JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
                as? NSObject
        )
        #expect(read == expected, "seed \(seed): \(text)")
    }

    @Test(arguments: 0..<300) func `it refuses what Foundation refuses`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var bytes = Array(RandomJSON.value(depth: 3, using: &generator).utf8)
        let alphabet = Array(#"{}[]",:\u0e-.tn "#.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &generator) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &generator)
            let byte = alphabet.randomElement(using: &generator) ?? 0
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: bytes.remove(at: place)
            case 1: bytes.insert(byte, at: place)
            default: bytes[place] = byte
            }
        }
        // Half a character or half a surrogate pair is replaced here and refused there.
        guard String(validating: bytes, as: UTF8.self) != nil else { return }
        let accepts = isAccepted(bytes)
        let foundationAccepts =
            (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed))
            != nil
        if foundationAccepts {
            #expect(accepts, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
        } else if accepts {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(text.contains("\\u"), "seed \(seed): \(text)")
        }
    }

    @Test(arguments: 0..<50) func `random bytes never trap`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
        for start in Array(#"{["1"#.utf8) {
            var reader = JSONReader([start] + bytes)
            #expect(throws: (any Error).self) {
                try reader.skipValue()
                try reader.expectEnd()
            }
        }
    }
}

private enum RandomJSON {
    static func value(depth: Int, using generator: inout SeededGenerator) -> String {
        let space = [" ", "", "", "\n", "\t"].randomElement(using: &generator) ?? ""
        let count = Int.random(in: 0...4, using: &generator)
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &generator) {
        case 0: return "null" + space
        case 1: return Bool.random(using: &generator) ? "true" : "false"
        case 2: return String(Int.random(in: -1000...1000, using: &generator))
        case 3:
            let fraction = Int.random(in: 1...9, using: &generator)
            return "\(Int.random(in: -99...99, using: &generator)).\(fraction)e1"
        case 4: return string(using: &generator)
        case 5:
            let elements = (0..<count).map { _ in value(depth: depth - 1, using: &generator) }
            return "[" + space + elements.joined(separator: "," + space) + "]"
        default:
            // Distinct names: which of two equal ones counts is nobody's business.
            let members = (0..<count).map { index in
                "\"\(index)\\t\"\(space):" + value(depth: depth - 1, using: &generator)
            }
            return "{" + members.joined(separator: space + ",") + space + "}"
        }
    }

    private static func string(using generator: inout SeededGenerator) -> String {
        let atoms = [
            "a", "é", "漢", "🙂", #"\n"#, #"\""#, #"\\"#, #"\u00e9"#, #"\ud83d\ude42"#, #"\/"#, " ",
        ]
        let count = Int.random(in: 0...8, using: &generator)
        return "\"" + (0..<count).map { _ in atoms.randomElement(using: &generator) ?? "" }.joined()
            + "\""
    }
}

extension NSObject {
    /// Reads any value into the objects that `JSONSerialization` gives.
    fileprivate static func json(from reader: inout JSONReader) throws -> NSObject {
        switch try reader.peek() {
        case .null:
            try reader.readNull()
            return NSNull()
        case .boolean: return NSNumber(value: try reader.readBoolean())
        case .number: return NSNumber(value: try reader.readDouble())
        case .string: return NSString(string: try reader.readString())
        case .array:
            let array = NSMutableArray()
            try reader.beginArray()
            while try reader.nextElement() { array.add(try json(from: &reader)) }
            return array
        case .object:
            let object = NSMutableDictionary()
            try reader.beginObject()
            while let name = try reader.nextMember() {
                object.setObject(try json(from: &reader), forKey: NSString(string: name))
            }
            return object
        }
    }
}
