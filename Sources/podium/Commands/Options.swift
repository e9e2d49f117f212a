import ArgumentParser
import PodiumStudio

/// Where things are: the options every command has.
struct PlaceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read this configuration file.", valueName: "file"))
    var config: String?

    @Option(
        help: ArgumentHelp(
            "Keep sessions in this directory (also: PODIUM_DATA).",
            valueName: "dir"
        )
    )
    var data: String?

    var resolved: Places { Places(data: data, configuration: config) }
}
