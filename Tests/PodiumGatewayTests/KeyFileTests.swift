import PodiumCore
import Testing

@testable import PodiumGateway

/// The clients that are kept, and what they have spent.
struct KeyFileTests {
    private let scratch = ScratchKeys()
    private var file: KeyFile { scratch.file }

    @Test func `a key is kept as a hash that only it has, for its owner's eyes`() throws {
        let limits = ClientKey.Limits(
            budget: 5,
            pools: ["default", "abacus"],
            requestsPerMinute: 9
        )
        let text = try file.add("ann", limits)
        let other = try file.add("ben")
        let key = try #require(KeyText(text))
        #expect(text == "pdm_\(key.id)_\(key.secret)")
        // 62 characters: 128 bits take 22 of them.
        #expect(key.secret.count >= 22 && text != other)
        let kept = try file.keys()
        #expect(kept.map(\.name) == ["ann", "ben"])
        #expect(kept[0].id == key.id && kept[0].limits == limits)
        #expect(kept[1].limits == ClientKey.Limits())
        #expect(KeyHash.matches(key.secret, kept[0].hash))
        #expect(!KeyHash.matches(key.secret, kept[1].hash))
        #expect(!KeyHash.matches(key.secret + "a", kept[0].hash))
        #expect(kept[0].hash.hasPrefix("$6$rounds=1000$"))
        #expect(try !scratch.text().contains(key.secret))
        #expect(try scratch.mode() == 0o600)
        #expect(scratch.names == ["clients.json", "clients.lock"])
    }

    @Test func `a name is given once, and is free again when its key is removed`() throws {
        let first = try file.add("ann")
        #expect(throws: KeyFileError.self) { try file.add("ann") }
        #expect(try file.remove("ann"))
        #expect(try !file.remove("ann"))
        #expect(try file.keys().isEmpty)
        #expect(try file.add("ann") != first)
    }

    @Test(arguments: ["", "a b", "ä", "a/b", "a\n", String(repeating: "a", count: 65)])
    func `a name is letters, digits and three marks`(name: String) {
        #expect(!ClientKey.isName(name))
        #expect(throws: KeyFileError.self) { try file.add(name) }
        #expect(scratch.names.isEmpty)
        #expect(ClientKey.isName("a.B_9-" + String(repeating: "z", count: 58)))
    }

    @Test(arguments: [
        ("{\"version\": 1, \"clients\": [\n{\"id\": oops}\n]}", "line 2"),
        ("", "line 1"), ("[]", "no JSON object"), (#"{"version":2,"clients":[]}"#, "version"),
        (#"{"version":1}"#, "clients"), (#"{"version":1,"clients":[1]}"#, "client 1"),
        (#"{"version":1,"clients":[{"id":"a","name":"ann"}]}"#, "\"created\" is missing"),
        (
            #"{"version":1,"clients":[{"id":"a","name":"ann","created":"2026-01-01T00:00:00Z","hash":"$6$x","pool":[]}]}"#,
            "\"pool\" is not known"
        ),
        (
            #"{"version":1,"clients":[{"id":"a","name":"ann","created":"2026-01-01T00:00:00Z","hash":"$6$x","budget_picodollars":0.5}]}"#,
            "budget_picodollars"
        ),
    ])
    func `a damaged file is told of, and nothing is written over it`(text: String, what: String)
        throws
    {
        try scratch.write(text)
        for change in [
            { _ = try file.keys() }, { _ = try file.add("ann") }, { _ = try file.remove("ann") },
        ] {
            let error = try #require(throws: KeyFileError.self) { try change() }
            #expect(error.description.contains(what), "\(error)")
            #expect(error.description.contains("clients.json"))
        }
        #expect(try scratch.text() == text)
        try scratch.write(text, to: "clients-spent.json")
        #expect(throws: KeyFileError.self) { try file.count(1, of: "a") }
        #expect(try scratch.text(of: "clients-spent.json") == text)
    }

    @Test func `nothing that others count at the same time is lost`() async throws {
        _ = try file.add("ann")
        let file = file
        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 0..<4 {
                group.addTask {
                    for _ in 0..<10 { try file.count(3, of: index < 2 ? "a" : "b") }
                }
            }
            try await group.waitForAll()
        }
        #expect(try file.spent() == ["a": 60, "b": 60])
        #expect(try scratch.mode(of: "clients-spent.json") == 0o600)
        try file.count(.max, of: "a")
        #expect(try file.spent()["a"] == .max)
        #expect(scratch.names.count == 3)
    }
}
