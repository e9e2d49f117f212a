public import CellUI
public import Foundation

/// A buffer as text that can be read in a diff: the grid, then the same grid with a letter for
/// each style, then what the letters mean.
public struct ScreenSnapshot: Equatable, Sendable {
    public let text: String

    /// - Parameter theme: names styles by its roles, so that a snapshot says what something means, and
    ///   stays as it is when a colour changes.
    public init(_ buffer: CellBuffer, cursor: Point? = nil, theme: Theme? = nil) {
        var legend = StyleLegend(roles: theme?.roles ?? [:])
        var map: [String] = []
        for y in 0..<buffer.size.height {
            map.append(
                String((0..<buffer.size.width).map { legend.letter(for: buffer[$0, y].style) })
            )
        }
        let size = "\(buffer.size.width)×\(buffer.size.height)"
        let place = cursor.map { ", cursor \($0.x),\($0.y)" } ?? ""
        let parts = [size + place, buffer.picture, "styles"] + map + ["legend"] + legend.lines
        text = parts.joined(separator: "\n") + "\n"
    }

    /// Compares with the file of that name (`.txt` is added) in a directory, or records it; see
    /// `GoldenFile`.
    ///
    /// - Throws: `SnapshotMismatch` when they differ, the file is missing, or it was recorded.
    public func verify(
        named name: String,
        in directory: URL,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws {
        try GoldenFile(name + ".txt", in: directory).verify(text, environment: environment)
    }
}

extension CellBuffer {
    /// What is drawn, for a comparison in the test itself. A bar shows where a row ends, so that
    /// trailing blanks count.
    public var picture: String {
        (0..<size.height).map { y in
            (0..<size.width).map { self[$0, y].text }.joined() + "│"
        }
        .joined(separator: "\n")
    }
}

extension Theme {
    /// The names of the roles that look like this. Those of code look like others.
    fileprivate var roles: [Style: [String]] {
        let named =
            textStyles.filter { !$0.name.hasPrefix("series") && !$0.name.hasPrefix("code ") }
            + [("background", background), ("border", border), ("gaugeTrack", gaugeTrack)]
        return Dictionary(grouping: named, by: \.1).mapValues { $0.map(\.0) }
    }
}

/// Letters for styles, in the order in which they appear.
private struct StyleLegend {
    let roles: [Style: [String]]
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

    init(roles: [Style: [String]]) {
        self.roles = roles
    }

    var lines: [String] {
        styles.prefix(Self.letters.count).enumerated().map { index, style in
            if let names = roles[style] {
                return "\(Self.letters[index]) \(names.joined(separator: ", "))"
            }
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
