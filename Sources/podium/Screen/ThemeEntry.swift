import CellUI
import PodiumConfiguration

/// A theme that can be chosen, or the reason why not.
struct ThemeEntry {
    enum Origin: String, Encodable {
        /// Compiled in: there without any file.
        case builtIn
        case bundled
        /// In the user's own directory.
        case user
        /// A path that was given.
        case file
    }

    /// What `--theme` takes.
    let name: String
    let origin: Origin
    /// nil when it is built in.
    let path: String?
    /// The colours, or what is wrong with the file.
    let scheme: Result<Base16Scheme, Failure>

    /// nil when the file is broken.
    var variant: Base16Scheme.Variant? { try? scheme.get().variant }

    /// - Throws: `Failure` that says what is wrong with the file.
    func theme(depth: ColorDepth) throws -> Theme {
        Theme(scheme: try scheme.get(), depth: depth)
    }

    init(builtIn scheme: Base16Scheme, name: String) {
        self.name = name
        origin = .builtIn
        path = nil
        self.scheme = .success(scheme)
    }

    /// Reads the file at `path`.
    init(name: String, origin: Origin, path: String) {
        self.name = name
        self.origin = origin
        self.path = path
        do {
            let file = try SchemeFile.load(path: path)
            let scheme = try Base16Scheme(
                name: file.name,
                variant: file.variant,
                palette: file.palette
            )
            self.scheme = .success(scheme)
        } catch let error as ConfigurationError {
            scheme = .failure(Failure(error.description, status: .usage))
        } catch {
            scheme = .failure(Failure("\(path): \(error)", status: .usage))
        }
    }
}
