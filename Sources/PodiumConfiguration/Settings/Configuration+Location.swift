public import PodiumCore

extension Configuration {
    /// Where the configuration is looked for: `podium/config.yaml` under `$XDG_CONFIG_HOME`, or
    /// under `~/.config`; nil when the environment names neither.
    public static func defaultPath(environment: [String: String]) -> String? {
        // The XDG base directory specification has a relative path ignored.
        if let home = environment["XDG_CONFIG_HOME"], home.hasPrefix("/") {
            return "\(home)/podium/config.yaml"
        }
        guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
        return "\(home)/.config/podium/config.yaml"
    }

    /// The configuration at `path` if one is given, else at the default place, else the built-in.
    ///
    /// - Parameter path: where the person says the file is; there it has to be.
    /// - Throws: `ConfigurationError` for a given file that is missing, and for any mistake in one.
    public static func load(
        path: String?,
        environment: [String: String],
        embeddedWorkers: [Worker]
    ) throws(ConfigurationError) -> Configuration {
        if let path {
            return try load(path: path, embeddedWorkers: embeddedWorkers)
        }
        guard let path = defaultPath(environment: environment) else {
            return builtIn(embeddedWorkers: embeddedWorkers)
        }
        let text: String
        do throws(ConfigurationError) {
            text = try TextFile.read(path)
        } catch  where error.code == .missingFile {
            return builtIn(embeddedWorkers: embeddedWorkers)
        }
        return try parse(text, file: path, embeddedWorkers: embeddedWorkers)
    }

    /// Reads the file at `path`.
    ///
    /// - Throws: `ConfigurationError`, also when there is no such file.
    public static func load(
        path: String,
        embeddedWorkers: [Worker]
    ) throws(ConfigurationError) -> Configuration {
        try parse(TextFile.read(path), file: path, embeddedWorkers: embeddedWorkers)
    }

    /// Reads a configuration from its text; `file` is for messages and for relative paths.
    ///
    /// - Throws: `ConfigurationError` for all mistakes that do not follow from others, and for the
    ///   first alone where the text is no YAML.
    public static func parse(
        _ text: String,
        file: String,
        embeddedWorkers: [Worker]
    ) throws(ConfigurationError) -> Configuration {
        guard text.utf8.count <= TextFile.sizeLimit else {
            throw TextFile.tooLarge(file, limit: TextFile.sizeLimit)
        }
        guard let root = try YAMLDocument.root(of: text, file: file) else {
            var configuration = builtIn(embeddedWorkers: embeddedWorkers)
            configuration.file = file
            return configuration
        }
        return try ConfigurationReader(root, embedded: embeddedWorkers).configuration()
    }
}
