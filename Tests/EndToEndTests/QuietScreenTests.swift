import Foundation
import Glibc
import Testing

extension EndToEndTests {
    /// Little is written when little changes, nothing when nothing does, and the first frame at once.
    struct QuietScreenTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        private static let beginFrame = "\u{1B}[?2026h"
        private static let endFrame = "\u{1B}[?2026l"

        @Test func `a running spinner writes small whole frames and never clears the screen`()
            throws
        {
            try scratch.serve(
                .text([ScriptedPlan.explain]),
                .held(["Shorter waves scatter more\n"])
            )
            let program = try TerminalProgram(scratch, ["Why is the sky blue?"])
            try program.read(until: "scatter more")
            let start = program.bytes.count
            try program.read(from: start) { $0.components(of: Self.endFrame) > 15 }
            let written = String(decoding: program.bytes[start...], as: UTF8.self)
            // From the end of a frame to the end of the next: about 130 bytes, and now and then 300.
            let frames = written.split(separator: Self.endFrame).dropFirst().dropLast()
            #expect(frames.count >= 14)
            let bytes = frames.reduce(0) { $0 + $1.utf8.count }
            #expect(bytes / frames.count < 600)
            for frame in frames {
                #expect(frame.components(of: Self.beginFrame) == 1, "\(frame.debugDescription)")
            }
            #expect(!written.contains("\u{1B}[2J") && !written.contains("\u{1B}[J"))
            program.signal(SIGTERM)
            _ = try program.finish()
        }

        @Test func `a finished session writes nothing and uses no processor time`() throws {
            let program = try TerminalProgram(scratch, ["6 * 7"])
            try scratch.waitUntilStored("sessionClosed")
            // The last frames may still be on their way: a second in which all rests must come.
            var rests = false
            for _ in 0..<30 where !rests {
                let before = try program.ticks()
                rests = program.drainFor(milliseconds: 1_000) == 0
                if rests { #expect(try program.ticks() - before < 5) }
            }
            #expect(rests)
            program.type("q")
            #expect(try program.finish() == 0)
        }

        @Test func `a frame stands before the store is opened, and its damage is told after`()
            throws
        {
            try FileManager.default.createDirectory(
                atPath: scratch.data,
                withIntermediateDirectories: false
            )
            try scratch.write(
                String(repeating: "no database ", count: 400),
                to: "data/podium.sqlite"
            )
            let program = try TerminalProgram(scratch)
            #expect(try program.finish() == 1)
            let text = program.text
            let frame = try #require(text.range(of: "samples"))
            let told = try #require(text.range(of: "podium: "))
            #expect(frame.upperBound < told.lowerBound)
            #expect(text[told.lowerBound...].contains("podium.sqlite"))
            let shown = Array(text[..<told.lowerBound].utf8)
            #expect(TerminalBytes(shown).isGivenBack)
            #expect(program.settings == program.initialSettings)
        }
    }
}

extension StringProtocol {
    /// How often a text stands in this one.
    fileprivate func components(of text: String) -> Int {
        split(separator: text, omittingEmptySubsequences: false).count - 1
    }
}
