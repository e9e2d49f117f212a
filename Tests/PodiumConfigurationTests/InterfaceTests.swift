import PodiumCore
import PodiumConfiguration
import Testing

/// `interface`, and how its layers lie over each other.
struct InterfaceTests {
    private let everything = InterfaceSettings(
        theme: "dusk",
        view: .stream,
        mouse: false,
        ascii: true,
        markdown: false,
        ambiguousWide: true,
        asksApproval: true,
        idleCap: 2.5,
        replayStart: .end,
        bell: false,
        title: false,
        learning: .observe
    )

    // MARK: Reading

    @Test func `every setting of the interface is read`() throws {
        let configuration = try read(
            """
            theme: dusk
            interface: {view: stream, mouse: false, ascii: true, markdown: false, \
            ambiguous_wide: true, ask: true, idle_cap: 2.5, bell: false, title: false, \
            learning: observe, replay: end}
            """
        )
        #expect(configuration.interface == everything)
        #expect(configuration.written == [.theme, .interface])
    }

    @Test(arguments: ["limits: {}", "interface:", "interface: {}", "interface: {mouse: }"])
    func `what is not written is not said`(text: String) throws {
        #expect(try read(text).interface == InterfaceSettings())
    }

    @Test func `a misspelt view is answered with the nearest`() {
        expectMistake(
            .badValue,
            in: "interface: {view: grahp}",
            """
            config.yaml:1:19: interface.view: Expected graph, stream or plain, found grahp.
            Did you mean `graph`?
            """
        )
    }

    @Test func `a replay opens at one of its ends`() {
        expectMistake(
            .badValue,
            in: "interface: {replay: middle}",
            "config.yaml:1:21: interface.replay: Expected beginning or end, found middle."
        )
    }

    @Test func `a misspelt setting is answered with the nearest`() {
        expectMistake(
            .unknownKey,
            in: "interface: {idlecap: 2}",
            """
            config.yaml:1:13: interface.idlecap: There is no such key.
            Did you mean `idle_cap`?
            """
        )
    }

    @Test func `a switch is true or false`() {
        expectMistake(
            .badValue,
            in: "interface: {mouse: on}",
            "config.yaml:1:20: interface.mouse: Expected true or false, found on."
        )
    }

    @Test(arguments: ["-1", "2s", "1e9", ".inf"])
    func `the longest silence is a number of seconds`(text: String) {
        expectMistake(
            .badValue,
            in: "interface: {idle_cap: \(text)}",
            """
            config.yaml:1:23: interface.idle_cap: Expected a number of seconds, from 0 to 86400, \
            found \(text).
            """
        )
    }

    @Test func `the interface is a mapping`() {
        expectMistake(
            .badValue,
            in: "interface: graph",
            """
            config.yaml:1:12: interface: Expected a mapping with the keys view, mouse, ascii, \
            markdown, ambiguous_wide, ask, idle_cap, replay, bell, title or learning, found graph.
            """
        )
    }

    @Test func `whether plans are held is said once`() throws {
        expectMistake(
            .conflict,
            in: "run: {ask: true}\ninterface: {ask: false}",
            """
            config.yaml:1:12: run.ask: `ask` stands in `interface` too, and means the same there.
            Keep one of them.
            """
        )
        #expect(
            try read("run: {variant: ultra}\ninterface: {ask: true}").interface.asksApproval == true
        )
    }

    // MARK: Layers

    @Test func `an upper layer wins where it says something, also when it says no`() {
        let upper = InterfaceSettings(theme: "dawn", ascii: false)
        var expected = everything
        expected.theme = "dawn"
        expected.ascii = false
        #expect(upper.layered(over: everything) == expected)
    }

    @Test func `a layer that says nothing changes nothing, above or below`() {
        #expect(InterfaceSettings().layered(over: everything) == everything)
        #expect(everything.layered(over: InterfaceSettings()) == everything)
        #expect(everything.layered(over: InterfaceSettings(theme: "x", idleCap: 9)) == everything)
    }
}
