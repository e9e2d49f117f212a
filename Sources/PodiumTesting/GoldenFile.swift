public import Foundation

/// A text that was recorded once, looked at, and must not change by itself.
public struct GoldenFile: Sendable {
    public let url: URL
    /// The variable that asks for a recording. What is promised to other programs has one of its own,
    /// so that nobody records it while recording screens.
    public let variable: String

    public init(
        _ name: String,
        in directory: URL,
        variable: String = "PODIUM_RECORD_SNAPSHOTS"
    ) {
        url = directory.appendingPathComponent(name)
        self.variable = variable
    }

    /// Compares with the recorded text.
    ///
    /// With the variable set to 1 the file is written instead, and the test fails so that nobody
    /// takes a recording for a passed test.
    ///
    /// - Throws: `SnapshotMismatch` when they differ, the file is missing, or it was recorded.
    public func verify(
        _ text: String,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws {
        if environment[variable] == "1" {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: url)
            throw mismatch(.recorded)
        }
        let expected = try self.text()
        if expected != text {
            throw mismatch(.differs(Self.difference(expected: expected, actual: text)))
        }
    }

    /// What was recorded.
    ///
    /// - Throws: `SnapshotMismatch` when it never was.
    public func text() throws -> String {
        guard let data = try? Data(contentsOf: url) else { throw mismatch(.missing) }
        return String(decoding: data, as: UTF8.self)
    }

    private func mismatch(_ reason: SnapshotMismatch.Reason) -> SnapshotMismatch {
        SnapshotMismatch(
            name: url.deletingPathExtension().lastPathComponent,
            variable: variable,
            reason: reason
        )
    }

    /// The lines that differ, the expected ones after `-` and the actual ones after `+`.
    static func difference(expected: String, actual: String) -> String {
        let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
        var lines: [String] = []
        for index in 0..<max(old.count, new.count) {
            let (before, after) = (old[safe: index], new[safe: index])
            if before == after { continue }
            if let before { lines.append("\(index + 1) - \(before)") }
            if let after { lines.append("\(index + 1) + \(after)") }
        }
        return lines.joined(separator: "\n")
    }
}

/// Why a recorded text does not count as verified.
public struct SnapshotMismatch: Error, Equatable, CustomStringConvertible {
    public enum Reason: Equatable, Sendable {
        case recorded
        case missing
        case differs(String)
    }

    public let name: String
    public let variable: String
    public let reason: Reason

    public var description: String {
        switch reason {
        case .recorded: "\(name): recorded; run again without \(variable)"
        case .missing: "\(name): never recorded; run once with \(variable)=1"
        case .differs(let lines): "\(name) differs:\n\(lines)"
        }
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }
}
