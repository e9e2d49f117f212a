import Testing

@testable import CursesTerminal

struct HyperlinkSupportTests {
    private func holds(_ environment: [String: String], term: String = "xterm-256color") -> Bool {
        var environment = environment
        environment["TERM"] = environment["TERM"] ?? term
        return HyperlinkSupport.isLikely { environment[$0] }
    }

    @Test(arguments: [
        ["TERM": "xterm-kitty"], ["TERM": "foot"], ["TERM": "foot-extra"], ["TERM": "wezterm"],
        ["TERM": "xterm-ghostty"], ["TERM": "alacritty"], ["TERM": "contour"],
        ["KITTY_WINDOW_ID": "1"], ["ALACRITTY_WINDOW_ID": "94"], ["WT_SESSION": "guid"],
        ["VTE_VERSION": "7006"], ["VTE_VERSION": "5001"], ["KONSOLE_VERSION": "220401"],
        ["TERM_PROGRAM": "WezTerm"], ["TERM_PROGRAM": "ghostty"], ["TERMINAL_NAME": "contour"],
        ["TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.4.19"],
        ["TERM_PROGRAM": "vscode", "TERM_PROGRAM_VERSION": "1.100.2"], ["LC_TERMINAL": "iTerm2"],
        ["TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.4"],
        ["TERM": "screen", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.5a"],
        ["TERM": "tmux", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "next-3.6"],
    ])
    func `terminals that are known for them have hyperlinks`(environment: [String: String]) {
        #expect(holds(environment))
        #expect(!holds(environment.merging(["PODIUM_HYPERLINKS": "0"]) { $1 }))
        #expect(!holds(environment.merging(["TERM": "linux"]) { $1 }))
        #expect(!holds(environment.merging(["TERM": "dumb"]) { $1 }))
    }

    @Test(arguments: [
        [:], ["TERM": "vt100"], ["TERM": "football"], ["VTE_VERSION": "4803"],
        ["VTE_VERSION": "5000"], ["VTE_VERSION": "new"], ["KONSOLE_VERSION": "200800"],
        ["TERM_PROGRAM": "Apple_Terminal"], ["TERM_PROGRAM": "iTerm.app"],
        ["TERM_PROGRAM": "iTerm.app", "TERM_PROGRAM_VERSION": "3.0.15"],
        ["TERM_PROGRAM": "vscode", "TERM_PROGRAM_VERSION": "1.9"], ["KITTY_WINDOW_ID": ""],
        ["TERM": "tmux-256color"], ["TERM": "screen.xterm-256color", "VTE_VERSION": "7006"],
        ["TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.3a"],
        ["TMUX": "/tmp/x", "WT_SESSION": "guid"], ["STY": "1.x", "KITTY_WINDOW_ID": "1"],
        ["PODIUM_HYPERLINKS": ""], ["PODIUM_HYPERLINKS": "yes"],
    ])
    func `of others nobody knows, and a person can say it`(environment: [String: String]) {
        #expect(!holds(environment))
        #expect(holds(environment.merging(["PODIUM_HYPERLINKS": "1"]) { $1 }))
    }

    @Test(arguments: ["", "dumb", "linux", "linux-16color", "unknown"])
    func `what is no terminal of that kind gets none, whatever is said`(term: String) {
        #expect(!holds(["TERM": term, "PODIUM_HYPERLINKS": "1", "WT_SESSION": "guid"]))
    }

    @Test func `a version of digits without end is a version`() {
        let version = String(repeating: "9", count: 400)
        #expect(!holds(["TERM_PROGRAM": "vscode", "TERM_PROGRAM_VERSION": version]))
        #expect(!holds(["VTE_VERSION": version]))
    }
}
