public import CellUI
import Foundation

/// The colour schemes in `themes/`, read by hand: what knows no YAML is tested with them too.
public enum BundledThemes {
    private static let directory = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../themes").standardizedFileURL

    /// Their names; none when the directory cannot be read.
    public static let names =
        ((try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? [])
        .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()

    /// - Throws: `SchemeError`, and what reading the file throws.
    public static func scheme(_ name: String) throws -> Base16Scheme {
        let path = directory.appendingPathComponent("\(name).yaml")
        var entries: [String: String] = [:]
        for line in try String(contentsOf: path, encoding: .utf8).split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let value = line[line.index(after: colon)...]
            entries[line[..<colon].trimmingCharacters(in: .whitespaces)] =
                value.trimmingCharacters(in: CharacterSet(charactersIn: " \""))
        }
        return try Base16Scheme(
            name: entries["name"] ?? name,
            variant: entries["variant"],
            palette: entries.filter { $0.key.hasPrefix("base") }
        )
    }
}

extension Color {
    /// What it looks like; nil for the terminal's own.
    public var appearance: RGB? {
        switch self {
        case .rgb(let red, let green, let blue): RGB(red, green, blue)
        case .indexed(let index): XtermPalette.color(index)
        case .terminalDefault: nil
        }
    }
}
