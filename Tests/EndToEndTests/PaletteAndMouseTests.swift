import Testing

extension EndToEndTests {
    /// Decisions without their keys.
    struct PaletteAndMouseTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        @Test func `the palette and the mouse reach the same decisions`() throws {
            let plan = """
                steps:
                  - {worker: linguist, subtask: "Count the letters of banana."}
                  - {worker: reckoner, subtask: "Compute 2 + 2."}
                  - {worker: merger, subtask: "Join them.", access: all}
                """
            try scratch.write(plan, to: "plan.yaml")
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("$PODIUM --ask --conductor plan.yaml 'What is it?'")
            try terminal.wait(for: "? approve?", "○ 2 reckoner")

            try choose("hold", in: terminal)
            try terminal.wait(for: "? held", "holds the run")
            try terminal.press("1")
            try choose("reroute", in: terminal)
            try terminal.wait(for: "who does Step 1 (linguist)?")
            try terminal.type("guesser")
            try terminal.press("Enter")
            try terminal.wait(for: "gives step 1 to guesser instead of linguist.")
            try choose("undo", in: terminal)
            try terminal.wait(for: "takes back the reroute.")

            // A notice stands where the keys are until something is pressed.
            try terminal.click("╭ meter")
            try terminal.click("space continue")
            try terminal.wait(for: "lets the run go on.", "? approve?")
            try terminal.click("○ 2 reckoner")
            try terminal.click("e edit")
            try terminal.wait(for: "subtask of Step 2 (reckoner)", "│ Compute 2 + 2.")
            try terminal.press("Escape")
            try terminal.wait("the writing ends") { !$0.contains("subtask of Step 2") }
            try terminal.click("○ 3 merger", .right)
            try terminal.wait(for: "╭ Step 3 (merger)", "Give the step to another worker")
            try terminal.click("Leave the step out")
            try terminal.wait("the consequence") {
                $0.dialogSays("Step 2 (reckoner) will give the answer instead.")
            }
            try terminal.press("y")
            try terminal.wait(for: "skips step 3.")
            try terminal.click("╭ meter")
            try terminal.click("a approve")
            try terminal.wait(for: "✓ answered")

            #expect(
                try scratch.overrides(of: scratch.latestSession()) == [
                    #"{"kind":"hold"}"#,
                    #"{"kind":"reroute","step":1,"worker":"guesser"}"#,
                    #"{"kind":"undo"}"#,
                    #"{"kind":"proceed"}"#,
                    #"{"kind":"skip","step":3}"#,
                    #"{"kind":"approve"}"#,
                ]
            )
        }

        /// Takes a command by its name.
        private func choose(_ command: String, in terminal: TmuxSession) throws {
            try terminal.press(":")
            try terminal.wait(for: "╭ commands")
            try terminal.type(command)
            try terminal.press("Enter")
        }
    }
}
