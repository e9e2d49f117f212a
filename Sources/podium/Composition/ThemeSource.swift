import CellUI
import FoundationEssentials
import PodiumConfiguration

/// Finds a theme: a file's path, or a name in the user's themes or among those that come along.
struct ThemeSource {
    let named: String?

    init(named: String?) {
        self.named = named
    }

    /// - Throws: `Failure` that lists the themes there are, or says what is wrong with the file.
    func load(depth: ColorDepth) throws -> Theme {
        guard let named else { return .standard(depth: depth) }
        let path = try self.path(of: named)
        do {
            let file = try SchemeFile.load(path: path)
            let scheme = try Base16Scheme(
                name: file.name, variant: file.variant, palette: file.palette)
            return Theme(scheme: scheme, depth: depth)
        } catch let error as ConfigurationError {
            throw Failure(error.description, status: .usage)
        } catch let error as SchemeError {
            throw Failure("\(path): \(error)", status: .usage)
        }
    }

    private func path(of name: String) throws -> String {
        if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return name }
        for directory in directories {
            let path = "\(directory)/\(name).yaml"
            if FileManager.default.fileExists(atPath: path) { return path }
        }
        let known = directories.flatMap { directory in
            ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? [])
                .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
        }
        throw Failure(
            "there is no theme \(name). Themes: "
                + (known.isEmpty ? "none found" : known.sorted().joined(separator: ", ")) + ".",
            status: .usage)
    }

    private var directories: [String] {
        let places = Places()
        return [try? places.userThemes(), places.share().map { "\($0)/themes" }].compactMap { $0 }
    }
}
