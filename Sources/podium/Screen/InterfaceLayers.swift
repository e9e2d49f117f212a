import PodiumConfiguration
import PodiumStudio

/// What is said about the interface, and where. The command line goes before all of it.
struct InterfaceLayers {
    /// By the person, in the configuration.
    var configured: InterfaceSettings
    /// By the program, when the person changed something on the screen.
    var saved: InterfaceSettings
    /// The file of `saved`; nil when there is no place for one.
    var path: String?

    /// - Throws: `ConfigurationError` for a file of settings that is broken.
    init(_ configuration: Configuration, at places: Places) throws(ConfigurationError) {
        configured = configuration.interface
        path = places.settings
        saved = try path.map(SettingsFile.load) ?? InterfaceSettings()
    }

    /// What holds: the saved settings, and where they say nothing, the configured ones.
    var settings: InterfaceSettings { saved.layered(over: configured) }
}
