import Testing

extension EndToEndTests {
    /// What is typed in the place of a command: nothing is asked, and paid for, by a slip.
    struct TypedCommandTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        private func expectRefusal(
            _ arguments: [String],
            says words: String...,
            location: SourceLocation = #_sourceLocation
        ) throws {
            let run = try scratch.finish(scratch.start(arguments))
            #expect(run.status == 2, sourceLocation: location)
            #expect(run.output.isEmpty, sourceLocation: location)
            #expect(run.errors.hasPrefix("podium: "), sourceLocation: location)
            #expect(run.errors.split(separator: "\n").count == 1, sourceLocation: location)
            for word in words {
                #expect(run.errors.contains(word), "\(run.errors)", sourceLocation: location)
            }
            let sessions = try scratch.run("sessions", "list", "--json")
            #expect(sessions.output.isEmpty, sourceLocation: location)
        }

        @Test(arguments: [
            (["modles"], "models"), (["Replay"], "replay"), (["sesions", "list"], "sessions"),
            (["modles", "--json"], "models"), (["helo"], "help"), (["models "], "models"),
            (["rusume", "2026", "retry", "2"], "resume"),
        ])
        func `a slip in a command's name is not asked as a question`(
            arguments: [String],
            meant: String
        ) throws {
            try expectRefusal(arguments, says: "Did you mean `podium \(meant)`?")
        }

        @Test(arguments: [
            ["photosynthesis"], ["version"], ["login", "--budget", "1"],
            ["--budget", "1", "login"], [" login "],
        ])
        func `a single word in the form of a command is no question`(arguments: [String]) throws {
            let words = arguments.map { $0.filter { $0 != " " } }
            let word = words.first { !$0.hasPrefix("-") && $0 != "1" } ?? ""
            try expectRefusal(
                arguments,
                says: "A question is more than one word, or `podium run \(word)`."
            )
        }

        @Test(arguments: [
            (["sessions", "shwo"], "sessions show"), (["config", "chek"], "config check"),
            (["matrix", "colect"], "matrix collect"), (["gym", "headrom"], "gym headroom"),
            (["models", "discovr", "--json"], "models discover"),
        ])
        func `a slip in a subcommand's name is told like one in a command's`(
            arguments: [String],
            meant: String
        ) throws {
            try expectRefusal(arguments, says: "Did you mean `podium \(meant)`?")
        }

        @Test func `a subcommand that is like none is told with those there are`() throws {
            try expectRefusal(
                ["sessions", "frobnicate"],
                says: "no command `podium sessions frobnicate`",
                "`podium sessions verify`"
            )
        }

        @Test(arguments: [
            (["what", "is", "2", "+", "2"], "what is 2 + 2"), (["what is 2 + 2"], "what is 2 + 2"),
            (["price of gold"], "price of gold"), (["open", "Photosynthesis"], "Photosynthesis"),
            (["run", "photosynthesis"], "photosynthesis"), (["Why?"], "Why?"),
            (["Photosynthesis"], "Photosynthesis"), (["空はなぜ青いのか"], "空はなぜ青いのか"),
        ])
        func `a question is asked, with quotes or without`(
            arguments: [String],
            question: String
        ) throws {
            let run = try scratch.finish(scratch.start(arguments))
            #expect(run.lines.contains("Question: \(question)"), "\(run.errors)")
        }

        @Test func `a word that begins with a dash makes no question of the others`() throws {
            let run = try scratch.run("what", "is", "2", "-2")
            #expect(run.status == 2)
            #expect(run.output.isEmpty)
        }
    }
}
