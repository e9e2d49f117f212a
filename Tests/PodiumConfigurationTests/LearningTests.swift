import PodiumConfiguration
import PodiumCore
import Testing

/// `learning`, and the conductor that goes by rules.
struct LearningTests {
    @Test func `a policy conducts unless the file says otherwise`() throws {
        #expect(try read("theme: x").learning == LearningSettings(mode: .apply, policy: nil))
        #expect(try read("learning: {mode: off}").learning.mode == .off)
        #expect(try read("learning: {mode: observe}").learning.mode == .observe)
    }

    @Test func `a policy file is meant from the directory of the configuration`() throws {
        let directory = try TemporaryDirectory()
        let file = try directory.write("learning: {policy: own.policy}", to: "config.yaml")
        let configuration = try Configuration.load(
            path: file,
            environment: [:],
            embeddedWorkers: embeddedWorkers
        )
        #expect(configuration.learning.policy == directory.path + "/own.policy")
    }

    @Test func `the rules can conduct`() throws {
        #expect(try read("conductor: rules").conductor == .rules)
        #expect(try read("conductor: {kind: rules}").conductor == .rules)
        #expect(try read("theme: x").conductor(from: "rules") == .rules)
    }

    @Test func `what is misspelt is told`() {
        expectMistake(
            .badValue,
            in: "learning: {mode: aply}",
            """
            config.yaml:1:18: learning.mode: Expected off, observe or apply, found aply.
            Did you mean `apply`?
            """
        )
        expectMistake(
            .unknownKey,
            in: "learning: {policies: x}",
            """
            config.yaml:1:12: learning.policies: There is no such key.
            The keys here are `mode` and `policy`.
            """
        )
    }
}
