import Foundation
import Testing

extension EndToEndTests {
    /// Every fault in every wire format: what is stored, what is tried again, what it costs, and what
    /// the person is told. Each vendor fails once and then answers.
    struct VendorFaultTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        struct Fault: Sendable, CustomTestStringConvertible {
            var name: String
            var reply: @Sendable (Vendor) -> FakeChatServer.Reply
            var code: String
            /// Whether the vendor has read the input by then, so that it will be paid for.
            var isPaid = false
            /// What the person reads.
            var words: String

            var testDescription: String { name }
        }

        private static let faults = [
            Fault(
                name: "too many requests",
                reply: { _ in .refusal(status: 429, body: #"{"error":{"message":"Slow down."}}"#) },
                code: "rateLimited",
                words: "Slow down."
            ),
            Fault(
                name: "overloaded",
                reply: { _ in .refusal(status: 529, body: #"{"error":{"message":"Busy."}}"#) },
                code: "overloaded",
                words: "Busy."
            ),
            Fault(
                name: "a fault of the server",
                reply: { _ in .refusal(status: 500, body: "<html>oops</html>") },
                code: "server",
                words: "500"
            ),
            Fault(
                name: "cut off in the middle",
                reply: { .events($0.opening) },
                code: "cutOff",
                isPaid: true,
                words: "ended"
            ),
            Fault(
                name: "silence",
                reply: { .events($0.opening, thenHolds: true) },
                code: "stalled",
                isPaid: true,
                words: "0.5 s"
            ),
        ]

        @Test(arguments: faults)
        func `a fault is stored, told, paid for as far as it was read, and tried again`(
            fault: Fault
        ) throws {
            let server = try FakeChatServer(
                Vendor.all.flatMap { [fault.reply($0), .events($0.reply)] }
            )
            let events = try Vendor.run(scratch, server, timeouts: "{idle: 500ms}")
            #expect(events.last?["answer"] as? String == "four")
            func all(_ type: String) -> [[String: Any]] {
                events.filter { $0["type"] as? String == type }
            }
            let failures = all("attemptFailed")
            #expect(failures.count == Vendor.all.count)
            for (failure, vendor) in zip(failures, Vendor.all) {
                let error = failure["error"] as? [String: Any]
                #expect(error?["code"] as? String == fault.code, "\(vendor.preset): \(failure)")
                let used = try #require(failure["used"] as? [String: Any])
                let cost = try #require(used["cost"] as? [String: Any])
                #expect(
                    ((cost["picodollars"] as? Int ?? 0) > 0) == fault.isPaid,
                    "\(vendor.preset): \(used)"
                )
            }
            #expect(all("retryScheduled").count == Vendor.all.count)
            let ends = all("attemptFinished")
            #expect(ends.count == Vendor.all.count)

            let id = try #require(events.first?["session"] as? String)
            let told = try scratch.run("sessions", "show", id)
            let reasons = told.lines.filter { $0.contains("The reason:") }
            #expect(reasons.count == Vendor.all.count)
            #expect(reasons.allSatisfy { $0.contains(fault.words) }, "\(reasons)")
            #expect(told.lines.count { $0.contains("will be tried again in") } == Vendor.all.count)
            let audit = try scratch.run("sessions", "verify", id)
            #expect(audit.status == 0, "\(audit.output)")
            withExtendedLifetime(server) {}
        }

        /// It would come again, since it is mostly the address of something else.
        @Test(arguments: Vendor.all)
        func `what is no JSON is told with what to mend, and not tried again`(
            vendor: Vendor
        ) throws {
            let bad = vendor.opening + [#"{"choices": oops"#]
            let server = try FakeChatServer([.events(bad)])
            try scratch.configure(Vendor.configuration(server))
            let plan = try scratch.write(
                "steps: [{worker: \(vendor.preset), subtask: \"Say it.\"}]",
                to: "plan.yaml"
            )
            let run = try scratch.run(
                "run",
                "--json",
                "--conductor",
                plan,
                "--workers",
                vendor.preset,
                "What?",
                environment: Vendor.environment
            )
            #expect(run.status == 1, "\(run.output)\(run.errors)")
            let events = try run.objects()
            let failures = events.filter { $0["type"] as? String == "attemptFailed" }
            #expect(failures.count == 1)
            let error = failures.first?["error"] as? [String: Any]
            #expect(error?["code"] as? String == "malformedReply")
            #expect((error?["advice"] as? String)?.contains("base_url") == true)
            let used = failures.first?["used"] as? [String: Any]
            let cost = used?["cost"] as? [String: Any]
            #expect((cost?["picodollars"] as? Int ?? 0) > 0)
            #expect(events.last?["outcome"] as? String == "failed")
            withExtendedLifetime(server) {}
        }
    }
}
