internal import Foundation

/// The colour schemes in several directories; an earlier directory hides a later one's of the same
/// name, so that a person can replace what the program brings.
public struct ThemeDirectories: Sendable {
    /// A scheme by the name of its file.
    public struct Entry: Hashable, Sendable {
        public var name: String
        public var path: String
    }

    /// Sorted by name.
    public let entries: [Entry]

    /// Lists the directories; one that is missing or cannot be read has no schemes.
    public init(_ directories: [String]) {
        var paths: [String: String] = [:]
        for directory in directories {
            let files = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
            for file in files.sorted() {
                guard let name = Self.themeName(ofFile: file), paths[name] == nil else { continue }
                paths[name] = "\(directory)/\(file)"
            }
        }
        entries = paths.map { Entry(name: $0.key, path: $0.value) }.sorted { $0.name < $1.name }
    }

    private static func themeName(ofFile file: String) -> String? {
        guard !file.hasPrefix("."),
            let ending = [".yaml", ".yml"].first(where: file.hasSuffix)
        else { return nil }
        return String(file.dropLast(ending.count))
    }

    /// Reads the scheme of this name. Only listed names are found: a name is never a path.
    ///
    /// - Throws: `unknownName`, which tells what there is, or what is wrong with the file.
    public func scheme(named name: String) throws(ConfigurationError) -> SchemeFile {
        guard let entry = entries.first(where: { $0.name == name }) else {
            throw unknownName(name)
        }
        return try SchemeFile.load(path: entry.path)
    }

    /// The error that there is no scheme of this name. It tells what there is.
    public func unknownName(_ name: String) -> ConfigurationError {
        ConfigurationError(
            .unknownName,
            "There is no theme \(name.quotedForMessage).",
            advice: Suggestion.advice(for: name, among: entries.map(\.name), what: "themes")
        )
    }
}
