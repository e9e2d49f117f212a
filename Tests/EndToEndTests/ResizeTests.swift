import Glibc
import Testing

extension EndToEndTests {
    /// Any size at any time, and a terminal that takes its time.
    struct ResizeTests {
        let scratch: Scratch
        private let gate = FakeChatServer.Gate()

        init() throws {
            scratch = try Scratch()
        }

        /// A run whose answer comes in so many pieces, the first at once.
        private func start(
            pieces count: Int,
            columns: UInt16 = 120,
            rows: UInt16 = 36
        ) throws -> TerminalProgram {
            let words = String(repeating: " 漢字 and e\u{301} scattered.", count: 20)
            let pieces = (1...count).map { "Piece \($0):\(words)\n" }
            try scratch.serve(.text([ScriptedPlan.explain]), .gated(pieces, gate))
            let program = try TerminalProgram(
                scratch,
                ["Why is the sky blue?"],
                columns: columns,
                rows: rows
            )
            try program.read(until: "Piece 1:")
            return program
        }

        /// What stands on a terminal that has been written to in this way.
        private func screen(
            after bytes: [UInt8],
            columns: Int,
            rows: Int
        ) throws -> String {
            let terminal = try TmuxSession(scratch, columns: columns, rows: rows)
            defer { terminal.end() }
            try terminal.show(recorded: bytes)
            var last = ""
            // Shown completely when two looks agree.
            return try terminal.wait("the recorded screen") { screen in
                defer { last = screen }
                return screen == last && screen.contains("answered")
            }
        }

        /// The screen of a finished run is what a drawing of all of it gives.
        private func expectWhole(
            _ program: TerminalProgram,
            from offset: Int,
            columns: Int = 120,
            rows: Int = 36
        ) throws {
            try readLastFrame(of: program, from: offset)
            let grown = Array(program.bytes[offset...])
            let start = program.bytes.count
            program.type("\u{0C}")
            try readLastFrame(of: program, from: start)
            let fresh = Array(program.bytes[start...])
            let screen = try screen(after: fresh, columns: columns, rows: rows)
            #expect(try self.screen(after: grown, columns: columns, rows: rows) == screen)
            #expect(screen.contains("scattered."))
            program.type("q")
            #expect(try program.finish() == 0)
            #expect(TerminalBytes(program.bytes).isGivenBack)
        }

        private func readLastFrame(of program: TerminalProgram, from offset: Int) throws {
            // Only cells that differ are written, so that no word of the end need come whole; and behind the
            // last frame the terminal's title tells that the run is over.
            try scratch.waitUntilStored("sessionClosed")
            try program.read(from: offset) { $0.contains("\u{1B}[?2026l") }
            program.drain(quiet: 600)
        }

        @Test(arguments: [UInt64.random(in: 0 ... .max)])
        func `a storm of sizes while text streams leaves the screen whole`(seed: UInt64) throws {
            var random = SeededSizes(state: seed)
            let program = try start(pieces: 41)
            for turn in 1...200 {
                let size = random.next()
                program.resize(columns: size.columns, rows: size.rows)
                if turn.isMultiple(of: 5) { gate.open() }
                program.drain(quiet: 0)
            }
            program.resize(columns: 12, rows: 4)
            let small = program.bytes.count
            try program.read(until: "too small", from: small)
            let start = program.bytes.count
            program.resize(columns: 120, rows: 36)
            try expectWhole(program, from: start)
        }

        @Test func `a run goes on while its terminal is too small to show it`() throws {
            let program = try start(pieces: 2)
            program.resize(columns: 19, rows: 5)
            try program.read(until: "too small")
            gate.open()
            try scratch.waitUntilStored("sessionClosed")
            let start = program.bytes.count
            program.resize(columns: 120, rows: 36)
            try program.read(until: "Piece 2:", from: start)
            try expectWhole(program, from: start)
        }

        @Test func `a terminal that stops reading loses nothing`() throws {
            let program = try start(pieces: 81, columns: 200, rows: 60)
            // Nobody reads from here until the run is over.
            let start = program.bytes.count
            for round in 1...8 {
                program.type("\u{0C}")
                gate.open(10)
                try scratch.waitUntilStored("Piece \(10 * round + 1):")
            }
            try scratch.waitUntilStored("sessionClosed")
            try readLastFrame(of: program, from: start)
            try expectWhole(program, from: 0, columns: 200, rows: 60)
        }
    }
}

/// Sizes from one cell to more than any screen here, the same for the same seed.
private struct SeededSizes {
    var state: UInt64

    mutating func next() -> (columns: UInt16, rows: UInt16) {
        (UInt16(1 + draw() % 300), UInt16(1 + draw() % 100))
    }

    /// A linear congruential generator with the constants of Knuth's MMIX.
    private mutating func draw() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
}
