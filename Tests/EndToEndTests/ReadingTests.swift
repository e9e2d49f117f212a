import Foundation
import Testing

extension EndToEndTests {
    /// Finding, copying and reading what was written, judging it, and asking on.
    struct ReadingTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        private static let first =
            (1...80).map { "row \($0)" + ([5, 44].contains($0) ? " needle" : "") }
            .joined(separator: "\n")
        private static let answer = "A whale.\nIt is a mammal: é漢👩‍👩‍👧."

        /// A session of two steps that has answered, on the screen.
        private func answered(_ server: FakeChatServer) throws -> TmuxSession {
            let plan = """
                steps:
                  - {worker: remote, subtask: "Think."}
                  - {worker: remote, subtask: "Answer.", access: previous}
                """
            try scratch.write(plan, to: "plan.yaml")
            try scratch.write("cp \"$1\" paged\n", to: "pager")
            let terminal = try TmuxSession(scratch)
            try terminal.takeClipboard()
            try terminal.shell(
                "PAGER='sh pager' $PODIUM --conductor plan.yaml 'Which animal is largest?'"
            )
            try terminal.wait(for: "✓ answered", "│ row 1 ", "It is a mammal")
            return terminal
        }

        @Test func `an answer is searched, copied, read, judged, and asked on`() throws {
            let server = try scratch.serve(
                .text([Self.first]),
                .text([Self.answer]),
                .text(["So I thought."]),
                .text(["A mouse."])
            )
            let terminal = try answered(server)
            defer { terminal.end() }
            try find(terminal)
            try moveAround(terminal)
            try copyAndRead(terminal)
            try judge(terminal)

            #expect(server.requests.count == 2)
            try terminal.press("A")
            try terminal.wait(for: "the next question", "Models are told what was asked")
            try terminal.type("And the smallest?")
            try terminal.press("Enter")
            try terminal.wait(for: "podium ▸ 2 · And the smallest?", "✓ answered", "A mouse.")
            let asked = try #require(server.requests.dropFirst(2).first)
            for text in ["Which animal is largest?", "A whale.", "And the smallest?"] {
                #expect(asked.contains(text), "\(asked)")
            }
            #expect(try scratch.run("sessions", "list", "--json").objects().count == 2)
        }

        private func find(_ terminal: TmuxSession) throws {
            try terminal.press("/")
            try terminal.wait(for: "╭ find")
            try terminal.type("needle")
            try terminal.press("Enter")
            try terminal.wait(for: "row 5 needle")
            try terminal.press("n")
            try terminal.wait("the next match") {
                $0.contains("row 44 needle") && !$0.contains("row 5 needle")
            }
            try terminal.press("N")
            try terminal.wait(for: "row 5 needle")
            try terminal.press("/")
            try terminal.wait(for: "│ needle")
            try terminal.press("C-u")
            try terminal.type("haystack")
            try terminal.press("Enter")
            try terminal.wait(for: "\"haystack\" is in no pane.")
        }

        private func moveAround(_ terminal: TmuxSession) throws {
            try terminal.press("2")
            try terminal.wait(for: "┏ 2 remote")
            try terminal.press("1")
            try terminal.wait(for: "┏ 1 remote")
            try terminal.press("G")
            try terminal.wait(for: "row 80")
            try terminal.press("g")
            try terminal.wait(for: "┃ row 1 ")
            try terminal.press("Enter")
            try terminal.wait("the pane alone") {
                !$0.contains("workflow") && $0.contains("row 30 ")
            }
            try terminal.press("Escape")
            try terminal.wait(for: "workflow", "┏ 1 remote")
            try terminal.press("Tab")
            try terminal.wait(for: "┏ 2 remote")
            try terminal.press("BTab")
            try terminal.wait(for: "┏ 1 remote")
        }

        private func copyAndRead(_ terminal: TmuxSession) throws {
            try terminal.press("y")
            try terminal.wait(for: "Copied the pane's text")
            try terminal.wait("the clipboard") { _ in try terminal.clipboard() == Self.first }
            try terminal.press("Y")
            try terminal.wait("the clipboard") { _ in try terminal.clipboard() == Self.answer }
            try terminal.press("2", "p")
            try terminal.wait("the pager") { _ in
                try scratch.exists("paged") && scratch.read("paged") == Self.answer + "\n"
            }
            try terminal.wait(for: "workflow", "┏ 2 remote", "✓ answered")
        }

        private func judge(_ terminal: TmuxSession) throws {
            func verdict() throws -> String? {
                try scratch.run("sessions", "list", "--json").objects().first?["verdict"] as? String
            }
            try terminal.press("+")
            try terminal.wait("the verdict") { _ in try verdict() == "right" }
            try terminal.press("-")
            try terminal.wait("the other") { _ in try verdict() == "wrong" }
            try terminal.press("-")
            try terminal.wait("none") { _ in try verdict() == nil }
        }
    }
}
