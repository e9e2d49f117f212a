import PodiumCore
import PodiumTesting
import Testing

struct SelectionTests {
    private func selection(_ text: String) -> String {
        do throws(WorkflowError) {
            let selection = try Selection(reading: text, pool: .sample)
            let worker = selection.worker.resolve(in: .sample)?.name ?? "?"
            return "\(worker) as \(selection.role.rawValue)"
        } catch {
            return error.message
        }
    }

    @Test(arguments: Role.allCases)
    func `what it writes it reads`(role: Role) throws {
        for worker in [WorkerReference.id(1), .name("local")] {
            let selection = Selection(worker: worker, role: role)
            #expect(try Selection(reading: selection.text, pool: .sample) == selection)
        }
    }

    @Test(
        arguments: [
            "worker = 1\nrole = verifier", "Worker: 1\nRole: Verifier", "worker=1\r\nrole=verifier",
            "**worker** = `1`\n**role** = `verifier`", "- worker: [1]\n- role: \"verifier\".",
            "model_id = 1\nrole = verifier", "role = verifier\nworker = 1",
            "agent: deep\nrole: VERIFIER", "  worker = Deep  \n\trole = verifier\t",
            "I think worker = 0 and then\nworker = 0\nrole = thinker\nNo:\nworker = 1\nrole = verifier",
            "worker = 1\nrole = verifier\nThanks: bye",
        ]
    )
    func `slips are read`(text: String) {
        #expect(selection(text) == "deep as verifier")
    }

    @Test func `what is missing is said`() {
        #expect(selection("") == "The selector wrote no line \"worker = …\".")
        #expect(selection("worker = 1") == "The selector wrote no line \"role = …\".")
        #expect(selection("role = worker") == "The selector wrote no line \"worker = …\".")
        #expect(selection("worker = 1\nrole = judge") == "The selector wrote no line \"role = …\".")
        #expect(
            selection("worker = 9\nrole = worker")
                == "The selector chose worker 9, which the pool does not have."
        )
        #expect(
            selection("worker = -1\nrole = worker")
                == "The selector chose worker -1, which the pool does not have."
        )
        #expect(selection("worker =\nrole =") == "The selector wrote no line \"worker = …\".")
        #expect(selection(String(repeating: "=", count: 5_000)).hasPrefix("The selector wrote"))
    }
}

struct VerdictTests {
    @Test(
        arguments: [
            ("ACCEPT", .accept), ("REVISE", .revise), ("**ACCEPT**. Answer: 42", .accept),
            ("REVISE: it is too small.", .revise), ("I would ACCEPT it, but no: REVISE.", .revise),
            ("First REVISE, now it is right: ACCEPT", .accept), ("ACCEPT\u{2014}42", .accept),
            ("", nil), ("accept", nil), ("ACCEPTED", nil), ("Fine by me.", nil),
            ("UNACCEPTABLE", nil),
        ] as [(String, Verdict?)]
    )
    func `the last of the two words in capitals counts`(text: String, verdict: Verdict?) {
        #expect(Verdict(in: text) == verdict)
    }
}
