import CellUI
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
        do {
            let file =
                named.contains("/") || named.hasSuffix(".yaml") || named.hasSuffix(".yml")
                ? try SchemeFile.load(path: named)
                : try ThemeDirectories(directories).scheme(named: named)
            let scheme = try Base16Scheme(
                name: file.name,
                variant: file.variant,
                palette: file.palette
            )
            return Theme(scheme: scheme, depth: depth)
        } catch let error as ConfigurationError {
            throw Failure(error.description, status: .usage)
        } catch let error as SchemeError {
            throw Failure("the theme \(named): \(error)", status: .usage)
        }
    }

    private var directories: [String] {
        let places = Places()
        return [try? places.userThemes(), places.share().map { "\($0)/themes" }].compactMap { $0 }
    }
}
