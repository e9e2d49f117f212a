internal import CNcurses
internal import Glibc

/// A screen of ncurses with the files it uses.
final class OpenedScreen {
    let entry: TerminalProfile.Entry
    private let screen: OpaquePointer
    private let inputFile: UnsafeMutablePointer<FILE>
    private let outputFile: UnsafeMutablePointer<FILE>
    private let opened: Int32?

    /// Where to read and write, and the descriptor that was opened for that, if any.
    typealias Descriptors = (input: Int32, output: Int32, opened: Int32?)

    /// Finds where to read and write. Standard input may carry a question; the keyboard is then
    /// the controlling terminal.
    static func descriptors(_ options: TerminalOptions) throws(TerminalError) -> Descriptors {
        let output = options.outputDescriptor ?? STDOUT_FILENO
        guard isatty(output) == 1 else { throw TerminalError(.notATerminal) }
        if let input = options.inputDescriptor { return (input, output, nil) }
        if isatty(STDIN_FILENO) == 1 { return (STDIN_FILENO, output, nil) }
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard terminal >= 0 else { throw TerminalError(.notATerminal) }
        return (terminal, output, terminal)
    }

    init(profile: TerminalProfile, descriptors: Descriptors) throws(TerminalError) {
        guard let inputFile = fdopen(fcntl(descriptors.input, F_DUPFD_CLOEXEC, 3), "r"),
            let outputFile = fdopen(fcntl(descriptors.output, F_DUPFD_CLOEXEC, 3), "w")
        else {
            throw TerminalError(.system(call: "fdopen", number: errno))
        }
        opened = descriptors.opened
        self.inputFile = inputFile
        self.outputFile = outputFile
        // ncurses would take the window as large as it says it is.
        let window = WindowSize(of: descriptors.output)
        let isCut = window?.isCut == true
        if isCut { use_env(false) }
        defer { use_env(true) }
        for entry in profile.entries {
            // `newterm` reports an unknown terminal; `initscr` would end the process.
            if let screen = newterm(entry.name, outputFile, inputFile) {
                self.screen = screen
                self.entry = entry
                if let window, isCut { resizeterm(window.rows, window.columns) }
                return
            }
        }
        fclose(inputFile)
        fclose(outputFile)
        throw TerminalError(.noDescription(term: profile.term))
    }

    func close() {
        delscreen(screen)
        fclose(inputFile)
        fclose(outputFile)
        if let opened { Glibc.close(opened) }
    }
}
