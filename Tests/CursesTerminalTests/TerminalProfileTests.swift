import CellUI
import Testing

@testable import CursesTerminal

struct TerminalProfileTests {
    private func profile(
        _ environment: [String: String],
        limit: ColorDepth? = nil
    ) throws -> TerminalProfile {
        try TerminalProfile(environment: { environment[$0] }, colorLimit: limit)
    }

    @Test func `24-bit colour tries the direct descriptions first`() throws {
        let profile = try profile(["TERM": "xterm-256color", "COLORTERM": "truecolor"])
        #expect(
            profile.entries.map(\.name) == [
                "xterm-256color-direct", "xterm-direct", "xterm-256color", "xterm",
            ]
        )
        #expect(profile.entries.map(\.isDirect) == [true, true, false, false])
        #expect(profile.colorLimit == .trueColor)
    }

    @Test(arguments: ["foot", "alacritty", "wezterm", "xterm-kitty", "foot-extra", "vte-direct"])
    func `a terminal that is known for 24-bit colours needs no word about it`(term: String) throws {
        let profile = try profile(["TERM": term])
        #expect(profile.colorLimit == .trueColor)
        #expect(profile.entries.map(\.name).suffix(2) == ["xterm-256color", "xterm"])
        #expect(profile.entries.contains { $0.name == "xterm-direct" && $0.isDirect })
        #expect(try self.profile(["TERM": "football"]).colorLimit == .indexed256)
        #expect(try self.profile(["TERM": term, "NO_COLOR": "1"]).colorLimit == .none)
    }

    @Test func `a description that is not there gives way to a usual one of as many colours`()
        throws
    {
        let entries = try profile(["TERM": "foot"]).entries
        #expect(
            entries.map(\.name) == [
                "foot-direct", "foot", "xterm-direct", "xterm-256color", "xterm",
            ]
        )
        #expect(entries.map(\.isDirect) == [true, false, true, false, false])
        #expect(entries.map(\.isFallback) == [false, false, true, true, true])
    }

    @Test func `without a word about it there are at most 256 colours`() throws {
        let profile = try profile(["TERM": "tmux-256color"])
        #expect(profile.entries.map(\.name) == ["tmux-256color", "xterm-256color", "xterm"])
        #expect(profile.colorLimit == .indexed256)
        #expect(profile.entries.map(\.isFallback) == [false, true, true])
    }

    @Test func `NO_COLOR takes all colours, unless it is empty`() throws {
        let environment = ["TERM": "xterm", "COLORTERM": "24bit"]
        #expect(
            try profile(environment.merging(["NO_COLOR": "1"]) { $1 }).colorLimit == .none
        )
        #expect(
            try profile(environment.merging(["NO_COLOR": ""]) { $1 }).colorLimit == .trueColor
        )
        #expect(try profile(environment, limit: .ansi8).colorLimit == .ansi8)
    }

    @Test func `a terminal that cannot place text is refused with a way out`() {
        for term in [nil, "", "dumb", "unknown"] as [String?] {
            let error = #expect(throws: TerminalError.self) {
                try TerminalProfile(environment: { $0 == "TERM" ? term : nil })
            }
            #expect(error?.description.contains("--plain") == true)
        }
    }

    @Test func `the Linux console gets no frame brackets`() throws {
        #expect(try !profile(["TERM": "linux"]).synchronizesOutput)
        #expect(try profile(["TERM": "screen"]).synchronizesOutput)
    }

    @Test func `the depth is what both the description and the limit allow`() throws {
        let limited = try profile(["TERM": "xterm", "COLORTERM": "truecolor"])
        let direct = TerminalProfile.Entry(name: "x-direct", isDirect: true)
        let plain = TerminalProfile.Entry(name: "x")
        #expect(limited.depth(entry: direct, colors: 1 << 24) == .trueColor)
        #expect(limited.depth(entry: plain, colors: 256) == .indexed256)
        #expect(limited.depth(entry: plain, colors: 16) == .ansi16)
        #expect(limited.depth(entry: plain, colors: 8) == .ansi8)
        #expect(limited.depth(entry: plain, colors: -1) == .none)
        #expect(
            try profile(["TERM": "x"], limit: .ansi8).depth(entry: plain, colors: 256) == .ansi8
        )
    }

    @Test(
        arguments: [
            ("15;0", .dark), ("0;15", .light), ("0;default;15", .light), ("0;7", .light),
            ("7;8", .dark), ("0;9", .light), ("15;6", .dark), ("0;16", nil), ("0;-1", nil),
            ("15;default", nil), ("", nil), (";", nil), (nil, nil),
        ] as [(String?, Base16Scheme.Variant?)]
    )
    func `COLORFGBG is a first word on the background`(
        value: String?,
        background: Base16Scheme.Variant?
    ) throws {
        var environment = ["TERM": "xterm"]
        environment["COLORFGBG"] = value
        #expect(try profile(environment).background == background)
    }

    @Test func `only a terminal of many colours is asked for its background`() throws {
        let usual = try profile(["TERM": "xterm"])
        #expect(usual.asksBackground(depth: .trueColor))
        #expect(usual.asksBackground(depth: .indexed256))
        #expect(!usual.asksBackground(depth: .ansi16))
        #expect(!usual.asksBackground(depth: .none))
        #expect(try !profile(["TERM": "linux"]).asksBackground(depth: .indexed256))
    }
}
