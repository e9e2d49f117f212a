public import CellUI
public import Foundation

/// A buffer as text that can be read in a diff: the grid, then the same grid with a letter for
/// each style, then what the letters mean.
public struct ScreenSnapshot: Equatable, Sendable {
    public let text: String

    public init(_ buffer: CellBuffer, cursor: Point? = nil) {
        var legend = StyleLegend()
        var grid: [String] = []
        var map: [String] = []
        for y in 0..<buffer.size.height {
            // The bar shows where a row ends, so that trailing blanks count.
            grid.append((0..<buffer.size.width).map { buffer[$0, y].text }.joined() + "│")
            map.append(
                String((0..<buffer.size.width).map { legend.letter(for: buffer[$0, y].style) })
            )
        }
        let size = "\(buffer.size.width)×\(buffer.size.height)"
        let place = cursor.map { ", cursor \($0.x),\($0.y)" } ?? ""
        let parts = [size + place] + grid + ["styles"] + map + ["legend"] + legend.lines
        text = parts.joined(separator: "\n") + "\n"
    }

    /// Compares with the file of that name (`.txt` is added) in a directory.
    ///
    /// With `PODIUM_RECORD_SNAPSHOTS=1` in the environment the file is written instead, and the
    /// test fails so that nobody takes a recording for a passed test.
    ///
    /// - Throws: `SnapshotMismatch` when they differ, the file is missing, or it was recorded.
    public func verify(
        named name: String,
        in directory: URL,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws {
        let file = directory.appendingPathComponent(name + ".txt")
        if environment["PODIUM_RECORD_SNAPSHOTS"] == "1" {
            try FileManager.default.createDirectory(
                at: directory,
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: file)
            throw SnapshotMismatch(name: name, reason: .recorded)
        }
        guard let data = try? Data(contentsOf: file) else {
            throw SnapshotMismatch(name: name, reason: .missing)
        }
        let expected = String(decoding: data, as: UTF8.self)
        if expected != text {
            throw SnapshotMismatch(
                name: name,
                reason: .differs(Self.difference(expected: expected, actual: text))
            )
        }
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

/// Why a snapshot does not count as verified.
public struct SnapshotMismatch: Error, Equatable, CustomStringConvertible {
    public enum Reason: Equatable, Sendable {
        case recorded
        case missing
        case differs(String)
    }

    public let name: String
    public let reason: Reason

    public var description: String {
        switch reason {
        case .recorded: "\(name): recorded; run again without PODIUM_RECORD_SNAPSHOTS"
        case .missing: "\(name): never recorded; run once with PODIUM_RECORD_SNAPSHOTS=1"
        case .differs(let lines): "\(name) differs:\n\(lines)"
        }
    }
}

/// Letters for styles, in the order in which they appear.
private struct StyleLegend {
    private var styles: [Style] = []
    private var indices: [Style: Int] = [:]
    private static let letters = Array(
        ".abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    )

    mutating func letter(for style: Style) -> Character {
        let index = indices[style] ?? styles.count
        if index == styles.count {
            styles.append(style)
            indices[style] = index
        }
        return index < Self.letters.count ? Self.letters[index] : "?"
    }

    var lines: [String] {
        styles.prefix(Self.letters.count).enumerated().map { index, style in
            let colors = "\(Self.name(style.foreground)) on \(Self.name(style.background))"
            let attributes = Self.names.filter { style.attributes.contains($0.0) }.map(\.1)
            return ([String(Self.letters[index]), colors] + attributes).joined(separator: " ")
        }
    }

    private static let names: [(Attributes, String)] = [
        (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"),
        (.reverse, "reverse"), (.strikethrough, "strikethrough"),
    ]

    private static func name(_ color: Color) -> String {
        switch color {
        case .terminalDefault: return "default"
        case .indexed(let index): return "\(index)"
        case .rgb(let red, let green, let blue):
            let digits = [red, green, blue].map { component in
                (component < 16 ? "0" : "") + String(component, radix: 16)
            }
            return "#" + digits.joined()
        }
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }
}
