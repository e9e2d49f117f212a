import Foundation

/// What a finished run of the program left behind.
struct ProgramRun {
    var bytes: [UInt8]
    var errors: String
    var status: Int32

    var output: String { String(decoding: bytes, as: UTF8.self) }
    var lines: [String] { output.split(separator: "\n").map(String.init) }

    /// The lines of `--json`, each as an object.
    func objects() throws -> [[String: Any]] {
        try lines.map { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            guard let fields = object as? [String: Any] else {
                throw ChildProcess.Failed(description: "not a JSON object: \(line)")
            }
            return fields
        }
    }

    /// Scalars that a terminal could take for commands, or that reorder what a person reads.
    var controls: [Unicode.Scalar] { output.terminalControls }

    /// A program error, as opposed to an error it reports.
    var isCrash: Bool {
        status > 128 && status != 130 || errors.contains("Fatal error") || errors.contains("💣")
            || errors.contains("Crash")
    }
}

extension String {
    /// Control characters other than the line feed, C1 controls, separators, bidirectional controls,
    /// annotations and tags.
    var terminalControls: [Unicode.Scalar] {
        unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB: true
            case 0xE0000...0xE007F: true
            default: false
            }
        }
    }
}
