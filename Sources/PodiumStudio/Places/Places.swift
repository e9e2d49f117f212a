import FoundationEssentials
import Glibc
public import PodiumConfiguration
import PodiumCore

/// The directories and files Podium uses, by the XDG base directory specification, unless a person
/// names others.
public struct Places: Sendable {
    /// The data directory that was named; nil for the usual one.
    private let dataOption: String?
    private let configurationOption: String?
    public let environment: [String: String]

    /// - Parameters:
    ///   - data: where sessions are kept; nil for the usual place.
    ///   - configuration: the configuration's file; nil for the usual one.
    ///   - environment: nil for that of the process.
    public init(
        data: String? = nil,
        configuration: String? = nil,
        environment: [String: String]? = nil
    ) {
        dataOption = data
        configurationOption = configuration
        self.environment = environment ?? ProcessInfo.processInfo.environment
    }

    /// Sessions: what was named, `PODIUM_DATA`, or `$XDG_DATA_HOME/podium`.
    public var data: String {
        get throws(StudioError) {
            if let dataOption { return dataOption }
            if let path = value("PODIUM_DATA") { return path }
            return try base("XDG_DATA_HOME", home: ".local/share") + "/podium"
        }
    }

    /// The configuration: what was named, or `$XDG_CONFIG_HOME/podium/config.yaml`; nil when the
    /// environment names no place.
    public var configuration: String? {
        configurationOption ?? Configuration.defaultPath(environment: environment)
    }

    /// What the program writes itself: `settings.yaml` beside the configuration.
    public var settings: String? {
        configuration.flatMap(SettingsFile.path(besideConfiguration:))
    }

    /// Logs: `$XDG_STATE_HOME/podium`.
    public var state: String {
        get throws(StudioError) { try base("XDG_STATE_HOME", home: ".local/state") + "/podium" }
    }

    /// The user's own themes: `$XDG_CONFIG_HOME/podium/themes`.
    public var userThemes: String {
        get throws(StudioError) {
            try base("XDG_CONFIG_HOME", home: ".config") + "/podium/themes"
        }
    }

    /// What comes with the program (`themes`, `sessions`): `PODIUM_SHARE`, a directory above the
    /// executable that holds both, or `../share/podium` beside it.
    public var share: String? {
        if let path = value("PODIUM_SHARE") { return path }
        guard
            let executable = try? FileManager.default.destinationOfSymbolicLink(
                atPath: "/proc/self/exe"
            )
        else { return nil }
        var directory = executable
        while let slash = directory.lastIndex(of: "/"), slash > directory.startIndex {
            directory = String(directory[..<slash])
            for candidate in [directory, directory + "/share/podium"]
            where isDirectory(candidate + "/themes") && isDirectory(candidate + "/sessions") {
                return candidate
            }
        }
        return nil
    }

    /// What a person wrote into the configuration.
    ///
    /// - Throws: `ConfigurationError`, or `StudioError` when the user's own prices cannot be read.
    public func loadConfiguration() throws -> Configuration {
        let configuration = try Configuration.load(
            path: configurationOption,
            environment: environment,
            embeddedWorkers: Studio.embeddedWorkers
        )
        guard configuration.workers.contains(where: { $0.price == nil }) else {
            return configuration
        }
        return try UserPrices(places: self).filling(configuration)
    }

    private func value(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    private func base(_ name: String, home: String) throws(StudioError) -> String {
        if let path = value(name), path.hasPrefix("/") { return path }
        guard let directory = value("HOME") else {
            throw StudioError(
                .noPlace,
                "neither \(name) nor HOME is set, so there is no place for Podium's files."
                    + " Set HOME, or use --data DIR and --config FILE."
            )
        }
        return "\(directory)/\(home)"
    }

    private func isDirectory(_ path: String) -> Bool {
        var isDirectory = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
            && isDirectory
    }
}
