import Foundation
import Glibc
import PodiumCore
import PodiumTesting
import Testing

extension EndToEndTests {
    /// Who asks through the endpoint, on the screen and on the command line.
    struct ClientListTests {
        let scratch: Scratch

        init() throws {
            scratch = try Scratch()
        }

        @Test func `without a key it is said how to make one`() throws {
            for arguments in [["keys"], ["keys", "list", "--json"]] {
                let list = try scratch.finish(scratch.start(arguments))
                #expect(list.status == 0)
                #expect(list.output.isEmpty)
                #expect(list.errors.contains("podium keys add NAME"))
            }
            #expect(try scratch.run("keys", "add", "ann").status == 0)
            let list = try scratch.run("keys")
            #expect(list.errors.isEmpty)
            let row = try #require(list.output.split(separator: "\n").last)
            #expect(row.contains(#/^ann +\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ +– +0 /#), "\(row)")
        }

        @Test func `the workbench that serves says where, for how many, and lists who asked`()
            throws
        {
            try scratch.serve(.held(["A plan that "]))
            let key = try scratch.run("keys", "add", "laptop", "--budget", "2").output.trimmed
            let terminal = try TmuxSession(scratch)
            defer { terminal.end() }
            try terminal.shell("exec $PODIUM --serve --serve-port 0")
            let screen = try terminal.wait(for: "serving at http://127.0.0.1:")
            #expect(!screen.contains("under way"))
            let address = try #require(screen.firstMatch(of: /127\.0\.0\.1:(\d+)/))
            let client = try LoopbackClient(port: try #require(Int(address.1)), patience: 120)
            let body = #"{"model":"podium","messages":[{"role":"user","content":"Why?"}]}"#
            client.post("/v1/chat/completions", body, headers: ["x-api-key: \(key)"])
            try terminal.wait(for: "serving at http://127.0.0.1:\(address.1) · 1 under way")
            try terminal.press("Tab")
            try terminal.type("C")
            try terminal.wait("one run of laptop") { screen in
                screen.contains(/laptop +podium +0 +1 +1 +1 +1 +0 +\$0 +0 % +0 +now/)
            }
            // Its client goes, and so does its run: the list follows by itself.
            client.close()
            try terminal.wait("no run of laptop") { screen in
                screen.contains(#/laptop .* 1 +1 +1 +0 +0 /#)
                    && !screen.contains("under way")
            }
            try terminal.press("Enter")
            try terminal.wait(for: "sessions: laptop", "Why?")
            let list = try scratch.run("sessions", "list")
            #expect(list.output.contains("Why?  (laptop)"), "\(list.output)")
            let objects = try scratch.run("sessions", "list", "--json").objects()
            let asked = try #require(objects.first?["client"] as? [String: String])
            #expect(asked == ["name": "laptop", "api": "chat", "model": "podium"])
        }
    }
}
