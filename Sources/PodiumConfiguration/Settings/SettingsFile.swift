/// What the program writes itself when a person changes a setting on the screen: `theme` and
/// `interface`, in the words of the configuration, which it goes before.
public enum SettingsFile {
    private enum Key: String, CaseIterable {
        case theme, interface
    }

    private static let name = "settings.yaml"

    private static let header = """
        # Podium writes this file when a setting is changed on its screen. What stands here goes
        # before config.yaml; without this file that holds alone.

        """

    /// Where the settings that go with a configuration are kept: in the same directory. Nil for a
    /// configuration of that very name, which is the person's and is not written over.
    public static func path(besideConfiguration path: String) -> String? {
        guard let slash = path.lastIndex(of: "/") else { return path == name ? nil : name }
        let settings = String(path[...slash]) + name
        return settings == path ? nil : settings
    }

    /// Reads the file; one that is missing says nothing.
    ///
    /// - Throws: `ConfigurationError` for the first mistake, which says that the file may be deleted.
    public static func load(path: String) throws(ConfigurationError) -> InterfaceSettings {
        let text: String
        do throws(ConfigurationError) {
            text = try TextFile.read(path)
        } catch  where error.code == .missingFile {
            return InterfaceSettings()
        } catch {
            throw error.code == .unreadableFile ? error : error.advisingDeletion
        }
        do throws(ConfigurationError) {
            return try parse(text, file: path)
        } catch {
            throw error.advisingDeletion
        }
    }

    /// Writes the file, whole or not at all, and makes its directory. Only its owner may read it.
    ///
    /// - Throws: what `load` throws for a file that is there and broken, which stays as it is;
    ///   `badValue` for settings that could not be read back; `unwritableFile`.
    public static func save(
        _ settings: InterfaceSettings,
        to path: String
    ) throws(ConfigurationError) {
        _ = try load(path: path)
        let text = header + settings.yaml
        _ = try parse(text, file: path)
        try TextFile.replace(path, with: text)
    }

    private static func parse(
        _ text: String,
        file: String
    ) throws(ConfigurationError) -> InterfaceSettings {
        guard let root = try YAMLDocument.root(of: text, file: file) else {
            return InterfaceSettings()
        }
        let fields = try YAMLFields<Key>(root)
        return try InterfaceSettings(theme: fields[.theme], interface: fields[.interface])
    }
}

extension ConfigurationError {
    fileprivate var advisingDeletion: ConfigurationError {
        let deletion = "Podium keeps here what was changed on its screen. The file may be deleted."
        var error = self
        error.advice = [advice, deletion].compactMap { $0 }.joined(separator: "\n")
        return error
    }
}
