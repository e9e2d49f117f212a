import FoundationEssentials
import Glibc
import PodiumConfiguration

/// The directories Podium uses, by the XDG base directory specification.
struct Places {
    var environment: [String: String]

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        self.environment = environment
    }

    /// Sessions: `--data`, `PODIUM_DATA`, or `$XDG_DATA_HOME/podium`.
    func data(option: String?) throws -> String {
        if let option { return option }
        if let path = value("PODIUM_DATA") { return path }
        return try base("XDG_DATA_HOME", home: ".local/share") + "/podium"
    }

    /// The configuration: `--config`, or `$XDG_CONFIG_HOME/podium/config.yaml`; nil when the
    /// environment names no place.
    func configuration(option: String?) -> String? {
        option ?? Configuration.defaultPath(environment: environment)
    }

    /// What the program writes itself: `settings.yaml` beside the configuration.
    func settings(configuration option: String?) -> String? {
        configuration(option: option).flatMap(SettingsFile.path(besideConfiguration:))
    }

    /// Logs: `$XDG_STATE_HOME/podium`.
    func state() throws -> String {
        try base("XDG_STATE_HOME", home: ".local/state") + "/podium"
    }

    /// The user's own themes: `$XDG_CONFIG_HOME/podium/themes`.
    func userThemes() throws -> String {
        try base("XDG_CONFIG_HOME", home: ".config") + "/podium/themes"
    }

    /// What comes with the program (`themes`, `sessions`): `PODIUM_SHARE`, a directory above the
    /// executable that holds both, or `../share/podium` beside it.
    func share() -> String? {
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

    private func value(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    private func base(_ name: String, home: String) throws -> String {
        if let path = value(name), path.hasPrefix("/") { return path }
        guard let directory = value("HOME") else {
            throw Failure(
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
