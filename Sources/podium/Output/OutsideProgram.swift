import Foundation
import Glibc

/// A program of the person's own that takes the terminal for a while: their editor, their pager.
struct OutsideProgram {
    /// As the shell reads it; the file's name is put behind.
    private let command: String
    private let name: String

    static let editor = OutsideProgram(command: "${VISUAL:-${EDITOR:-vi}}", name: "The editor")
    static let pager = OutsideProgram(command: "${PAGER:-less}", name: "The pager")

    /// Lets the person edit a text. Returns what they saved; nil when they left without changing it.
    ///
    /// - Throws: `Failure` when the program cannot be started or says that it failed.
    func edit(_ text: String) throws -> String? {
        try withFile(holding: text) { path in
            try run(on: path)
            guard let data = FileManager.default.contents(atPath: path) else {
                throw Failure("\(name) left no file. Nothing has changed.")
            }
            var edited = String(decoding: data, as: UTF8.self)
            // Editors end the last line.
            if edited.hasSuffix("\n"), !text.hasSuffix("\n") { edited.removeLast() }
            return edited == text ? nil : edited
        }
    }

    func show(_ text: String) throws {
        try withFile(holding: text + "\n") { try run(on: $0) }
    }

    /// A file that nobody else can read, and that goes away.
    private func withFile<Result>(
        holding text: String,
        _ body: (String) throws -> Result
    ) throws -> Result {
        let directory = FileManager.default.temporaryDirectory.path
        var template = Array("\(directory)/podium-XXXXXX.md".utf8CString)
        let descriptor = mkstemps(&template, 3)
        guard descriptor >= 0 else {
            throw Failure("\(directory) takes no file: \(String(cString: strerror(errno))).")
        }
        // Without the zero at its end.
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        defer { unlink(path) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data(text.utf8))
        try file.close()
        return try body(path)
    }

    private func run(on path: String) throws {
        let quoted = "'" + path.replacing("'", with: "'\\''") + "'"
        // Waits, and leaves Ctrl-C to the program meanwhile.
        let status = system("\(command) \(quoted)")
        guard status == 0 else {
            let code = (status >> 8) & 0xFF
            throw Failure(
                code == 127
                    ? "\(name) was not found. Set VISUAL or EDITOR, and PAGER, to programs that are there."
                    : "\(name) ended with status \(code). Nothing has changed."
            )
        }
    }
}
