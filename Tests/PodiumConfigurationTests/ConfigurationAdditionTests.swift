import Foundation
import PodiumCore
import Testing

@testable import PodiumConfiguration

@Suite struct ConfigurationAdditionTests {
    private func found(_ name: String, _ models: String...) throws -> FirstConfiguration.Found {
        .init(preset: try #require(ProviderPreset.named(name)), models: models)
    }

    private func server(_ address: String, _ models: String...) throws -> FirstConfiguration.Found {
        .init(preset: .server(at: try BaseURL(address)), models: models)
    }

    private func parse(_ text: String) throws -> Configuration {
        try Configuration.parse(text, file: "config.yaml", embeddedWorkers: embeddedWorkers)
    }

    private func added(
        _ found: FirstConfiguration.Found...,
        to text: String
    ) throws -> ConfigurationAddition.Outcome {
        try ConfigurationAddition(found, to: try parse(text)).added(to: text)
    }

    @Test func `entries come behind those that are there, and nothing else changes`() throws {
        let text = """
            # Mine.
            providers:
                cloud:   # far away
                    base_url: https://api.example.com/v1

            # Who works.
            workers:
            - name: sage
              provider: cloud
              model: sage-3
            # The end.
            conductor: {kind: prompted, worker: sage}
            """
        let outcome = try added(found("ollama", "llama3.2:1b"), to: text)
        #expect(
            outcome.text == """
                # Mine.
                providers:
                    cloud:   # far away
                        base_url: https://api.example.com/v1
                    ollama:

                # Who works.
                workers:
                - name: sage
                  provider: cloud
                  model: sage-3
                - {name: "llama3.2:1b", provider: ollama, model: "llama3.2:1b"}
                # The end.
                conductor: {kind: prompted, worker: sage}
                """
        )
        #expect(outcome.outsideDefaultPool.isEmpty)
    }

    @Test func `a file without workers gets them, and a conductor`() throws {
        for text in ["theme: podium-dark", "theme: podium-dark\n"] {
            let after = try added(server("http://127.0.0.1:9/v1", "tiny"), to: text).text
            #expect(
                after == """
                    theme: podium-dark

                    providers:
                      local: {base_url: "http://127.0.0.1:9/v1"}

                    workers:
                      - {name: "tiny", provider: local, model: "tiny"}

                    conductor: {kind: prompted, worker: "tiny"}

                    """
            )
        }
        let configuration = try parse(added(found("vllm", "m"), to: "").text)
        #expect(configuration.workers.map(\.name) == ["m"])
        let written = try added(found("vllm", "m"), to: "conductor: embedded\n").text
        #expect(written.contains("prompted") == false)
    }

    @Test func `a file with every key is the same but for the new lines`() throws {
        for text in [fullConfiguration, fullConfiguration + "\n\n# The end.\n"] {
            let after = try added(found("ollama", "a", "b"), to: text).text
            let old = text.split(separator: "\n", omittingEmptySubsequences: false)
            let new = after.split(separator: "\n", omittingEmptySubsequences: false)
            let difference = new.difference(from: old)
            #expect(difference.removals.isEmpty)
            #expect(difference.insertions.count == 3)
        }
    }

    @Test func `the lines of a file end as they did`() throws {
        let text = "providers:\r\n  ollama:\r\nworkers:\r\n  - {provider: ollama, model: a}"
        let after = try added(found("ollama", "a", "b"), to: text).text
        #expect(after.hasPrefix(text + "\r\n  - {name: \"b\""))
        #expect(after.utf8.count { $0 == 0x0A } == after.utf8.count { $0 == 0x0D })
    }

    @Test func `what the file has already is not found anew`() throws {
        let text = """
            providers:
              here: {base_url: "http://localhost:8080/v1"}
              anthropic:
            workers:
              - {name: smol, provider: here, model: SmolLM2-135M-Instruct}
              - {name: opus, provider: anthropic, model: claude-opus-4-1}
            """
        let configuration = try parse(text)
        let addition = ConfigurationAddition(
            [
                try found("llama.cpp", "SmolLM2-135M-Instruct"),
                try found("anthropic", "claude-opus-4-5"),
            ],
            to: configuration
        )
        #expect(addition.isEmpty)
        // Another model of the same server comes under the provider that is there.
        let outcome = try added(found("llama.cpp", "other"), to: text)
        #expect(outcome.text.contains(#"  - {name: "other", provider: here, model: "other"}"#))
        #expect(try parse(outcome.text).providers == configuration.providers)
    }

    @Test func `names that are taken are not used twice`() throws {
        let text = """
            providers:
              local: {base_url: "http://127.0.0.1:1/v1"}
            workers:
              - {name: TINY, provider: local, model: else}
            """
        let after = try added(server("http://127.0.0.1:2/v1", "tiny"), to: text).text
        #expect(after.contains(#"  local-2: {base_url: "http://127.0.0.1:2/v1"}"#))
        #expect(after.contains(#"{name: "local-2-tiny", provider: local-2, model: "tiny"}"#))
    }

    @Test func `a default pool that lists who is in it is told`() throws {
        let text = """
            providers:
              local: {base_url: "http://127.0.0.1:1/v1"}
            workers:
              - {name: a, provider: local, model: a}
            pools: {default: [a], mine: [a]}
            """
        #expect(try added(found("vllm", "m"), to: text).outsideDefaultPool == ["m"])
        let others = text.replacing("default: [a], ", with: "")
        #expect(try added(found("vllm", "m"), to: others).outsideDefaultPool.isEmpty)
    }

    @Test(arguments: [
        "providers: {local: {base_url: \"http://127.0.0.1:1/v1\"}}",
        "providers:\n  ollama:\nworkers: [{provider: ollama, model: a}]",
        "\"providers\":\n  ollama:\n",
        "providers:\n  ollama:\n...\n",
        "{providers: {ollama: }}",
        // The blanks at the end belong to the text of the block above them.
        "workers:\n  - provider: embedded\n    model: reckoner\n    strengths: |+\n      sums\n\n",
        "providers: &all\n  ollama:\n",
        "run:\n  ask: true\nworkers: &w\n  - {provider: embedded, model: reckoner}\n",
    ])
    func `what cannot be done safely is not done, and the lines are told`(text: String) throws {
        let configuration = try parse(text)
        let addition = ConfigurationAddition([try found("vllm", "m")], to: configuration)
        let error = #expect(throws: ConfigurationError.self) { try addition.added(to: text) }
        let shown = error?.description ?? ""
        #expect(shown.contains("It is left as it is: "))
        #expect(shown.contains("  vllm:\n"))
        #expect(shown.contains(#"  - {name: "m", provider: vllm, model: "m"}"#))
    }

    @Test func `the file is replaced whole, and what it was is kept beside it`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "kept.yaml").path
        let link = folder.appending(path: "config.yaml").path
        let mark = Data([0xEF, 0xBB, 0xBF])
        let text = "providers:\n  ollama:\n"
        try (mark + Data(text.utf8)).write(to: URL(filePath: file))
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)

        for (round, model) in ["a", "b"].enumerated() {
            let before = try Data(contentsOf: URL(filePath: file))
            let configuration = try Configuration.load(path: link, embeddedWorkers: embeddedWorkers)
            let addition = ConfigurationAddition([try found("vllm", model)], to: configuration)
            let (outcome, backup) = try addition.add(toFile: link)
            #expect(backup == file + (round == 0 ? ".bak" : ".bak2"))
            #expect(try Data(contentsOf: URL(filePath: backup)) == before)
            #expect(
                try Data(contentsOf: URL(filePath: file)) == mark + Data(outcome.text.utf8)
            )
        }
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        #expect(attributes[.posixPermissions] as? Int == 0o640)
        let kind =
            try FileManager.default.attributesOfItem(atPath: link)[.type] as? FileAttributeType
        #expect(kind == .typeSymbolicLink)
        let last = try Configuration.load(path: link, embeddedWorkers: embeddedWorkers)
        #expect(last.workers.map(\.name) == ["a", "b"])
    }

    @Test func `a server at its usual address is its preset`() throws {
        for address in ["http://127.0.0.1:8080/v1", "http://localhost:8080/v1/"] {
            #expect(ProviderPreset.server(at: try BaseURL(address)).name == "llama.cpp")
        }
        #expect(ProviderPreset.server(at: try BaseURL("http://127.0.0.1:9/v1")).name == "local")
        let far = ProviderPreset.server(at: try BaseURL("https://models.example.com/v1"))
        #expect(far.name == "server" && !far.isLocal)
    }
}
