public import ArgumentParser
public import PodiumConfiguration
import PodiumStudio

/// `podium`, `podium "question"`: the workbench.
struct WorkbenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Open the workbench (the default)."
    )

    @OptionGroup var places: PlaceOptions
    @OptionGroup var options: RunOptions
    @OptionGroup var look: LookOptions

    @Flag(help: "Serve the endpoint meanwhile, as `podium serve` does.")
    var serve = false

    @Option(help: ArgumentHelp("The port to serve at.", valueName: "port"))
    var servePort = 7634

    @Argument(help: "A question to ask at once; - reads it from standard input.")
    var question: String?

    @Option(help: ArgumentHelp("Read the question from a file.", valueName: "file"))
    var file: String?

    func run() throws {
        let asksAtOnce = question != nil || file != nil
        let source = QuestionSource(argument: question, file: file)
        let text = asksAtOnce ? try source.read() : nil
        guard StandardStream.output.isTerminal else {
            guard asksAtOnce else {
                throw Failure(
                    "the workbench needs a terminal, and standard output is none."
                        + " Use `podium run \"question\"` here.",
                    status: .usage
                )
            }
            throw try SessionTeller.answer(options.request(text ?? ""), in: places.studio()) {
                SessionPrinter(session: $0, isJSON: false)
            }
        }
        try WorkbenchLoop.run(
            at: places.resolved,
            look: look,
            start: text.map(WorkbenchLoop.Start.ask) ?? .startScreen,
            asking: options.request(),
            serving: serve ? try serving() : nil
        )
    }
}

extension WorkbenchCommand {
    /// What `podium serve` would be told.
    private func serving() throws -> ServeOptions {
        var arguments = ["--port", "\(servePort)"]
        if options.ask == true { arguments.append("--ask") }
        return try ServeOptions.parse(arguments)
    }
}

/// How the screen looks: overrides of the settings of the interface.
struct LookOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A theme's name, or the path of a base16 file.", valueName: "theme"))
    var theme: String?

    @Option(help: ArgumentHelp("Show sessions as graph, stream or plain.", valueName: "view"))
    var view: InterfaceSettings.View?

    @Flag(inversion: .prefixedNo, help: "Draw with ASCII characters only.")
    var ascii: Bool?

    @Flag(inversion: .prefixedNo, help: "Use the mouse, or leave it to the terminal.")
    var mouse: Bool?

    var settings: InterfaceSettings {
        InterfaceSettings(theme: theme, view: view, mouse: mouse, ascii: ascii)
    }
}

extension InterfaceSettings.View: ExpressibleByArgument {}
