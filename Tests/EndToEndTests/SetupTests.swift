import Foundation
import Testing

extension EndToEndTests {
    /// `podium setup` with a server whose address is given, so that no other one is asked.
    struct SetupTests {
        let scratch: Scratch
        let config = "config/podium/config.yaml"

        init() throws { scratch = try Scratch() }

        private func serve(_ models: String...) throws -> FakeChatServer {
            let list = models.map { #"{"id":"\#($0)"}"# }.joined(separator: ",")
            return try FakeChatServer([.refusal(status: 200, body: #"{"data":[\#(list)]}"#)])
        }

        @Test func `a server becomes a configuration, and another is added to it`() throws {
            let first = try serve("tiny")
            let run = try scratch.run("setup", "--server", first.baseURL)
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.errors.contains("1 found: tiny. tiny writes the plans."))
            let before = try scratch.read(config)

            let second = try serve("tiny", "huge")
            let told = try scratch.run("setup", "--server", second.baseURL)
            #expect(told.status == 2)
            #expect(told.errors.contains("is there already and is not written over"))
            #expect(told.errors.contains("Found, and not in it yet: local-2-tiny, huge."))
            #expect(told.errors.contains("podium setup --add --server \(second.baseURL)"))
            #expect(try scratch.read(config) == before)

            let lines = try scratch.run("setup", "--add", "--dry-run", "--server", second.baseURL)
            #expect(lines.output.contains(#"  local-2: {base_url: "\#(second.baseURL)"}"#))
            #expect(try scratch.read(config) == before)

            let added = try scratch.run("setup", "--add", "--server", second.baseURL)
            #expect(added.status == 0, "\(added.errors)")
            #expect(added.errors.contains("Added local-2-tiny, huge to "))
            #expect(try scratch.read(config + ".bak") == before)
            let after = try scratch.read(config)
            #expect(before.split(separator: "\n").allSatisfy(after.split(separator: "\n").contains))
            let models = try scratch.run("models", "--json").objects()
            #expect(
                models.compactMap { $0["name"] as? String } == ["tiny", "local-2-tiny", "huge"]
            )

            let again = try scratch.run("setup", "--add", "--server", second.baseURL)
            #expect(again.status == 0)
            #expect(again.errors.contains("has all that was found. It stays as it is."))
            #expect(try scratch.read(config) == after)
            withExtendedLifetime((first, second)) {}
        }

        @Test func `where it cannot be done safely, the lines are told and the file stays`() throws
        {
            let server = try serve("tiny")
            let text = "workers: [{provider: embedded, model: reckoner}]\n"
            try scratch.configure(text)
            let run = try scratch.run("setup", "--add", "--server", server.baseURL)
            #expect(run.status == 2)
            #expect(run.errors.contains("`workers:` is written on one line, line 1"))
            #expect(run.errors.contains(#"  - {name: "tiny", provider: local, model: "tiny"}"#))
            #expect(try scratch.read(config) == text)
            #expect(!scratch.exists(config + ".bak"))
            withExtendedLifetime(server) {}
        }

        @Test func `a configuration with a mistake is told before anybody is asked`() throws {
            let server = try serve("tiny")
            try scratch.configure("providers: {x: {base: 1}}\n")
            let run = try scratch.run("setup", "--add", "--server", server.baseURL)
            #expect(run.status == 2)
            #expect(run.errors.contains("There is no such key"))
            #expect(server.requests.isEmpty)
        }

        @Test func `nothing found leads to one step`() throws {
            let address = "http://127.0.0.1:\(FakeChatServer.closedPort())/v1"
            for arguments in [[], ["--add"]] {
                let process = try scratch.start(["setup", "--server", address] + arguments)
                let run = try scratch.finish(process)
                #expect(run.status == 1)
                #expect(run.errors.contains("scripts/local-model serves a small model"))
                #expect(!scratch.exists(config))
            }
        }

        @Test(arguments: [
            ("nonsense", "is no address of a server"),
            ("http://user:secret@127.0.0.1/v1", "without a password"),
            ("http://192.0.2.1:8080/v1", "allow_insecure"),
        ])
        func `an address that cannot be asked is told`(address: String, words: String) throws {
            let run = try scratch.run("setup", "--server", address)
            #expect(run.status == 2)
            #expect(run.errors.contains(words), "\(run.errors)")
            #expect(!scratch.exists(config))
        }
    }
}
