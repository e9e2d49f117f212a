import ArgumentParser
import CellUI
import PodiumConfiguration
import PodiumCore
import Workbench

/// `podium config`: what is set, and where.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Show what is set and in which file, or where the files are.",
        subcommands: [Show.self, Path.self],
        defaultSubcommand: Show.self
    )

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what holds, and from which file each part comes."
        )

        @OptionGroup var places: PlaceOptions
        @Flag(help: "Print one JSON object a line.") var json = false

        func run() throws {
            let configuration = try Composition.configuration(places: places)
            let interface = try InterfaceLayers(configuration: configuration, places: places)
            // A mistake in it is told here too, and not only when a screen is opened.
            _ = try Keymap(configuration)
            let parts = ConfigurationParts(configuration, interface).parts
            StandardStream.output.write(try parts.output(asJSON: json))
        }
    }

    struct Path: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print where the files are, whether or not they exist."
        )

        @OptionGroup var places: PlaceOptions
        @Flag(help: "Print one JSON object.") var json = false

        func run() throws {
            let usual = Places()
            let paths: [(name: String, path: String?)] = [
                ("config", usual.configuration(option: places.config)),
                ("settings", usual.settings(configuration: places.config)),
                ("data", try usual.data(option: places.data)),
                ("state", try usual.state()),
                ("themes", try usual.userThemes()),
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
