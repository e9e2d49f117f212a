/// Why a terminal cannot be used.
public struct TerminalError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: Hashable, Sendable {
        /// Standard output is a file or a pipe, or there is no controlling terminal for input.
        case notATerminal
        /// `TERM` says the terminal cannot place text, or is not set.
        case incapable(term: String?)
        /// No description of this terminal or of a usual one is installed.
        case noDescription(term: String)
        /// The screen was given back already.
        case closed
        /// A system call failed.
        case system(call: String, number: Int32)
    }

    public let code: Code

    init(_ code: Code) {
        self.code = code
    }

    public var description: String {
        let remedy = "use `podium run`, or --plain, to work without a screen"
        switch code {
        case .notATerminal:
            return "standard output is not a terminal; \(remedy)"
        case .incapable(let term):
            let state = term.map { "TERM is \"\($0)\"" } ?? "TERM is not set"
            return "\(state), so the terminal cannot show a screen; \(remedy)"
        case .noDescription(let term):
            return "no terminal description is installed for \"\(term)\" "
                + "(package ncurses-base or ncurses-term); \(remedy)"
        case .closed:
            return "the screen has been given back"
        case .system(let call, let number):
            return "\(call) failed with error \(number)"
        }
    }
}
