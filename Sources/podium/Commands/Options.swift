import ArgumentParser
import PodiumCore
import PodiumProviders
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

    private static func tellWait(_ what: String) {
        StandardStream.error.write("podium: \(what)\n")
    }

    /// The sessions that are stored at these places, to be changed.
    func archive() throws -> SessionArchive {
        let archive = try SessionArchive.existing(at: resolved, onWait: Self.tellWait)
        AtEnd.add(archive.close)
        return archive
    }

    /// The application at these places, for a run without a screen.
    ///
    /// - Parameters:
    ///   - recorder: gets each exchange with a server.
    ///   - isMeasuring: whether sessions are opened to measure somebody, so that nothing is learned of them.
    func studio(recorder: CassetteRecorder? = nil, isMeasuring: Bool = false) throws -> Studio {
        let configuration = try resolved.loadConfiguration()
        // A mistake in the settings is told here too, and not only when a screen is opened.
        _ = try InterfaceLayers(configuration, at: resolved)
        let studio = try Studio(
            configuration,
            at: resolved,
            program: isMeasuring
                ? "\(Podium.program) \(SessionOpened.measuringMark)" : Podium.program,
            recorder: recorder,
            onWait: Self.tellWait
        )
        AtEnd.add(studio.close)
        return studio
    }
}
