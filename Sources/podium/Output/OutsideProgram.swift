import Foundation
import Glibc
import PodiumCore

/// A program of the person's own that takes the terminal for a while: their editor, their pager.
struct OutsideProgram {
    /// How a message calls it.
    private let name: String
    /// The variables of the environment that name it, the first that is set before the others.
    private let variables: [String]
    /// What is started where none is set.
    private let usual: String

    static let editor = OutsideProgram(
        name: "The editor",
        variables: ["VISUAL", "EDITOR"],
        usual: "vi"
    )
    static let pager = OutsideProgram(name: "The pager", variables: ["PAGER"], usual: "less")

    /// Lets the person edit a text. Returns what they saved, with `\n` at the end of each line; nil when
    /// they left without changing it.
    ///
    /// - Throws: `Failure` when the program cannot be started or says that it failed, and when what was
    ///   saved is no UTF-8. The file with it is kept then.
    func edit(_ text: String) throws -> String? {
        let file = try TemporaryFile(holding: text)
        defer { file.remove() }
        try run(on: file.path)
        guard let data = FileManager.default.contents(atPath: file.path) else {
            throw Failure("\(name) left no file. Nothing has changed.")
        }
        var edited: String
        do {
            edited = try FileText.decode(data).withNewlines
        } catch {
            file.isKept = true
            throw Failure(
                "\(file.path) is not UTF-8 text (line \(error.line)). It is kept; nothing has changed."
            )
        }
        // Editors end the last line.
        if edited.hasSuffix("\n"), !text.hasSuffix("\n") { edited.removeLast() }
        return edited == text ? nil : edited
    }

    func show(_ text: String) throws {
        let file = try TemporaryFile(holding: text + "\n")
        defer { file.remove() }
        try run(on: file.path)
    }

    /// As git does it: the shell reads the whole line, with its quotes, blanks and `~`, and the file's
    /// name is put behind.
    private func run(on path: String) throws {
        let environment = ProcessInfo.processInfo.environment
        let variable = variables.first { environment[$0]?.contains { !$0.isWhitespace } == true }
        let command = variable.flatMap { environment[$0] } ?? usual
        // Waits, and leaves Ctrl-C to the program meanwhile.
        let status = system(
            OwnProcess.shellPreface
                + "set -- \(path.quotedForShell)\neval \("\(command) \"$@\"".quotedForShell)"
        )
        guard status != 0 else { return }
        // The lower seven bits are a signal's number.
        let code = status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
        guard code == 126 || code == 127 else {
            throw Failure("\(name) ended with status \(code). Nothing has changed.")
        }
        throw Failure(
            variable.map { "\($0): `\(command)` cannot be started. Nothing has changed." }
                ?? "`\(usual)` cannot be started. Set \(variables.joined(separator: " or "))."
        )
    }
}

/// A file that nobody else can read, and that goes away.
private final class TemporaryFile {
    let path: String
    /// Whether it stays.
    var isKept = false

    init(holding text: String) throws {
        let directory = FileManager.default.temporaryDirectory.path
        var template = Array("\(directory)/podium-XXXXXX.md".utf8CString)
        let descriptor = mkstemps(&template, 3)
        guard descriptor >= 0 else {
            throw Failure("\(directory) takes no file: \(String(cString: strerror(errno))).")
        }
        // Without the zero at its end.
        path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data(text.utf8))
        try file.close()
    }

    func remove() {
        if !isKept { unlink(path) }
    }
}

extension String {
    fileprivate var quotedForShell: String { "'" + replacing("'", with: "'\\''") + "'" }
}
