import Foundation
import Testing

extension EndToEndTests {
    /// Every decision a person can take on a live session, by its key on the screen.
    struct OverrideScreenTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
            // Who does what must not change with what is learned.
            try scratch.configure("conductor: rules\n")
        }

        @Test func `every override of a plan has its key, is seen, and is stored`() throws {
            try scratch.write("printf 'Multiply them: é漢.\\n' >\"$1\"\n", to: "editor")
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("EDITOR='sh editor' $PODIUM --ask '\(Sample.product)'")
            try terminal.wait(for: "? approve?", "4 checker")

            try holdAndGoOn(terminal)
            try reroute(terminal)
            try editInline(terminal)
            try editOutside(terminal)
            try changeTheSteps(terminal)
            try changeTheBounds(terminal)
            try planAgain(terminal)
            try terminal.press("r")
            try terminal.wait(for: "The session has its answer: nothing of it can be changed.")

            let id = try scratch.latestSession()
            #expect(
                try scratch.overrides(of: id) == [
                    #"{"kind":"hold"}"#,
                    #"{"kind":"proceed"}"#,
                    #"{"kind":"reroute","step":3,"worker":"guesser"}"#,
                    #"{"kind":"undo"}"#,
                    #"{"kind":"rewrite","step":3,"subtask":"Le café: two\nlines 漢字 👩‍👩‍👧 done"}"#,
                    #"{"kind":"rewrite","step":3,"subtask":"Multiply them: é漢."}"#,
                    #"{"access":[2,3],"kind":"rewire","step":4}"#,
                    #"{"kind":"insert","step":4,"subtask":"Join them.","worker":"merger"}"#,
                    #"{"kind":"delete","step":5}"#,
                    #"{"kind":"skip","step":2}"#,
                    #"{"kind":"undo"}"#,
                    #"{"kind":"write","output":"Answer: NINETEEN","step":2}"#,
                    #"{"budget":{"milliseconds":600000,"tokens":9000},"kind":"budget"}"#,
                    #"{"kind":"withdraw","worker":"merger"}"#,
                    #"{"kind":"readmit","worker":"merger"}"#,
                    #"{"kind":"replan","remark":"without the checker"}"#,
                    #"{"kind":"approve"}"#,
                ]
            )
            #expect(try scratch.events(of: id).last?["answer"] as? String == Sample.productAnswer)
            #expect(try scratch.run("sessions", "verify", id).status == 0)
        }

        private func holdAndGoOn(_ terminal: TmuxSession) throws {
            try terminal.press("Space")
            try terminal.wait(for: "holds the run", "? held")
            try terminal.press("Space")
            try terminal.wait(for: "lets the run go on", "? approve?")
        }

        private func reroute(_ terminal: TmuxSession) throws {
            try terminal.press("3", "r")
            try terminal.wait(for: "who does Step 3 (reckoner)?", "reckoner (now)", "calendarist")
            try terminal.type("guesser")
            try terminal.wait("a narrower list") { !$0.contains("calendarist") }
            try terminal.press("Enter")
            try terminal.wait(for: "gives step 3 to guesser instead of reckoner.", "┏ 3 guesser")
            try terminal.press("u")
            try terminal.wait(for: "person takes back the reroute.", "3 reckoner")
        }

        private func editInline(_ terminal: TmuxSession) throws {
            try terminal.press("e")
            try terminal.wait(for: "subtask of Step 3", "Multiply the first result above")
            try terminal.press("C-u")
            try terminal.type("Le café: 漢字 👩‍👩‍👧 done")
            try terminal.wait(for: "│ Le café: 漢字")
            try terminal.press("M-b", "M-b")
            try terminal.type("X")
            try terminal.wait(for: "café: X漢字")
            try terminal.press("C-_")
            try terminal.wait(for: "café: 漢字")
            // The line break of a paste does not end the writing.
            try terminal.paste("two\nlines ")
            try terminal.wait(for: "│ Le café: two ", "│ lines 漢字")
            try terminal.press("Enter")
            try terminal.wait(for: "gives step 3 another subtask: Le café: two lines 漢字")
        }

        private func editOutside(_ terminal: TmuxSession) throws {
            try terminal.press("E")
            try terminal.wait(for: "subtask of Step 3", "Multiply them: é漢.")
            try terminal.press("Enter")
            try terminal.wait(for: "gives step 3 another subtask: Multiply them: é漢.")
        }

        private func changeTheSteps(_ terminal: TmuxSession) throws {
            try terminal.press("4", "v")
            try terminal.wait(for: "what Step 4 (checker) sees", "[x] Step 1", "[x] Step 3")
            try terminal.press("Space")
            try terminal.wait(for: "[ ] Step 1")
            try terminal.press("Enter")
            try terminal.wait(for: "lets step 4 see steps 2, 3.")

            try terminal.press("i")
            try terminal.wait(for: "a new step: who does it?")
            try terminal.type("merger")
            try terminal.press("Enter")
            try terminal.wait(for: "subtask for merger")
            try terminal.type("Join them.")
            try terminal.press("Enter")
            try terminal.wait("the consequence") {
                $0.dialogSays("The new step will give the answer instead.")
            }
            try terminal.press("y")
            try terminal.wait("the new step") {
                $0.contains("inserts a step for merger: Join them.") && !$0.contains("them..")
                    && $0.contains("5 merger")
            }

            try terminal.press("5", "D")
            try terminal.wait("the consequence") {
                $0.dialogSays("Step 4 (checker) will give the answer instead.")
            }
            try terminal.press("y")
            try terminal.wait("the deleted step") {
                $0.contains("deletes the step of merger.") && !$0.contains("5 merger")
                    && !$0.contains("1 merger")
            }
            try terminal.press("2", "s")
            try terminal.wait(for: "skips step 2.", "⊘ skipped")
            try terminal.press("u")
            try terminal.wait(for: "takes back the skip.")

            try terminal.press("w")
            try terminal.wait(for: "output of Step 2 (linguist)")
            try terminal.type("Answer: NINETEEN")
            try terminal.press("Enter")
            try terminal.wait(
                for: "writes the output of step 2.",
                "Answer: NINETEEN",
                "✓ 2 linguist"
            )
        }

        private func changeTheBounds(_ terminal: TmuxSession) throws {
            try terminal.press("b")
            try terminal.wait(for: "budget (used:", "empty: no limit")
            try terminal.type("tokens=9000 seconds=600x")
            try terminal.press("Enter")
            try terminal.wait(for: "│ tokens=9000 seconds=600x", "600x is no budget")
            try terminal.press("BSpace", "Enter")
            try terminal.wait(for: "sets the budget to 9.0k tokens, 10m00s.", "of 9.0k")

            try terminal.press("W")
            try terminal.wait(for: "who leaves the pool?")
            try terminal.type("merger")
            try terminal.press("Enter")
            try terminal.wait(for: "takes merger out of the pool.")
            try terminal.press(":")
            try terminal.type("readmit")
            try terminal.press("Enter")
            try terminal.wait(for: "who comes back into the pool?", "merger  votes")
            try terminal.press("Enter")
            try terminal.wait(for: "lets merger into the pool again.")
        }

        private func planAgain(_ terminal: TmuxSession) throws {
            try terminal.press("c")
            try terminal.wait(for: "another plan", "What shall the conductor know?")
            try terminal.type("without the checker")
            try terminal.press("Enter")
            let consequence =
                "The output of step 2 no longer counts, unless the new plan has the same step. The plan"
                + " is given up; that cannot be taken back."
            try terminal.wait("the consequence") { $0.dialogSays(consequence) }
            try terminal.press("y")
            try terminal.wait(for: "wants another plan: without the checker.")
            try terminal.wait(for: "? approve?", "as Step 2 (linguist) has it:")
            try terminal.press("F")
            let ending =
                "The run ends here, with what was written by hand for Step 2 (linguist):"
                + " \"NINETEEN\"."
            try terminal.wait("the end") { $0.dialogSays(ending) }
            try terminal.press("n", "a")
            try terminal.wait(for: "✓ answered", Sample.productAnswer)
        }

        @Test func `what throws work away is done only when the person says yes`() throws {
            try scratch.serve(
                .text(["Blue."]),
                .held(["Gr"]),
                .text(["Red."]),
                .held(["Yel"]),
                .held(["Pur"])
            )
            let plan = """
                steps:
                  - {worker: remote, subtask: "Name a colour."}
                  - {worker: remote, subtask: "Name another.", access: previous}
                """
            try scratch.write(plan, to: "plan.yaml")
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("$PODIUM --conductor plan.yaml 'Which colours?'")
            try terminal.wait(for: "│ Blue.", "│ Gr")
            let id = try scratch.latestSession()

            try terminal.press("1", "R")
            let question = "The output of step 1 (107 tokens, $0.000114) no longer counts."
            // The dialog wraps its text.
            try terminal.wait("the consequence") { $0.dialogSays(question) }
            #expect(try terminal.screen().dialogSays("Step 2 (remote) will be broken off."))
            try terminal.press("n")
            try terminal.wait("the question goes") { !$0.contains("no longer counts") }
            #expect(try scratch.overrides(of: id) == [])

            try terminal.press("R")
            try terminal.wait("the consequence") { $0.dialogSays(question) }
            try terminal.press("y")
            try terminal.wait(for: "┃ Red.", "│ Yel")
            #expect(try scratch.overrides(of: id) == [#"{"kind":"retry","step":1}"#])

            // A held run waits with its end, too.
            try terminal.press("Space")
            try terminal.wait(for: "holds the run")
            try terminal.press("2", "x")
            try terminal.wait("the consequence") {
                $0.dialogSays("Step 1 (remote) will give the answer instead.")
            }
            try terminal.press("y")
            try terminal.wait(for: "cancels step 2.", "2 remote ■")
            try terminal.press("R")
            try terminal.wait(for: "has step 2 done once more.")
            try terminal.press("Space")
            try terminal.wait(for: "lets the run go on.", "Pur")

            try terminal.press("F")
            try terminal.wait("the consequence") {
                $0.dialogSays("The run ends here, with Step 1 (remote)'s \"Red.\".")
            }
            try terminal.press("n")
            try terminal.wait("the question goes") { !$0.contains("The run ends here") }
            try terminal.press("F", "y")
            try terminal.wait(for: "✓ answered")
            let kinds = try scratch.overrides(of: id)
            #expect(
                kinds.dropFirst() == [
                    #"{"kind":"hold"}"#, #"{"kind":"cancel","step":2}"#,
                    #"{"kind":"retry","step":2}"#, #"{"kind":"proceed"}"#, #"{"kind":"finish"}"#,
                ]
            )
            #expect(try scratch.events(of: id).last?["answer"] as? String == "Red.")
            #expect(try scratch.run("sessions", "verify", id).status == 0)
        }
    }
}
