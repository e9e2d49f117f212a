import ArgumentParser
import CellUI
import PodiumConfiguration
import PodiumCore
import PodiumStudio
import Workbench

/// `podium config`: what is set, and where.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Show what is set and in which file, check it, or tell where the files are.",
        subcommands: [Show.self, Check.self, Path.self],
        defaultSubcommand: Show.self
    )

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what holds, and from which file each part comes."
        )

        @OptionGroup var places: PlaceOptions
        @Flag(help: "Print one JSON object a line.") var json = false

        func run() throws {
            let configuration = try places.resolved.loadConfiguration()
            let interface = try InterfaceLayers(configuration, at: places.resolved)
            // A mistake in it is told here too, and not only when a screen is opened.
            _ = try Keymap(configuration)
            let parts = ConfigurationParts(configuration, interface).parts
            StandardStream.output.write(try parts.output(asJSON: json))
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read the files and tell every mistake in them, with its place.",
            discussion: "Ends with status 2 when there is one. `podium doctor` looks further."
        )

        @OptionGroup var places: PlaceOptions

        func run() throws {
            let configuration = try places.resolved.loadConfiguration()
            let interface = try InterfaceLayers(configuration, at: places.resolved)
            _ = try Keymap(configuration)
            _ = try ThemeSource(named: interface.settings.theme).load(
                depth: .trueColor,
                background: nil
            )
            let file = configuration.file.map { visible($0, keepingNewlines: false) }
            StandardStream.output.write(
                file.map { "No mistake in \($0).\n" } ?? "There is no configuration file.\n"
            )
        }
    }

    struct Path: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print where the files are, whether or not they exist."
        )

        @OptionGroup var places: PlaceOptions
        @Flag(help: "Print one JSON object.") var json = false

        func run() throws {
            let places = places.resolved
            let paths: [(name: String, path: String?)] = [
                ("config", places.configuration),
                ("settings", places.settings),
                ("data", try places.data),
                ("state", try places.state),
                ("themes", try places.userThemes),
            ]
            if json {
                let members = paths.compactMap { name, path in path.map { (name, $0) } }
                let object = Dictionary(uniqueKeysWithValues: members)
                StandardStream.output.write(try JSONLine.line(object))
            } else {
                for case (let name, let path?) in paths {
                    StandardStream.output.write(
                        "\(visible("\(name): \(path)", keepingNewlines: false))\n"
                    )
                }
            }
        }
    }
}
