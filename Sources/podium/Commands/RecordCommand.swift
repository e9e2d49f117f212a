import ArgumentParser
import PodiumProviders
import PodiumStudio

/// `podium record`: a run whose exchanges with servers are kept, to be played back without them.
struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Answer a question and record the exchanges with providers.",
        discussion: """
            The cassette holds what was sent and what came back, with its timing, and no key. \
            A provider with `dialect: cassette` and `file: FILE` plays it back.
            """
    )

    @OptionGroup var places: PlaceOptions
    @OptionGroup var options: RunOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The cassette to write; it must not be there yet.")
    var cassette: String

    @Argument(help: "The question; - reads it from standard input.")
    var question: String?

    @Option(help: ArgumentHelp("Read the question from a file.", valueName: "file"))
    var file: String?

    func run() throws {
        let question = try QuestionSource(argument: question, file: file).read()
        let recorder: CassetteRecorder
        do throws(Cassette.Invalid) {
            recorder = try CassetteRecorder(path: cassette, program: Podium.program)
        } catch {
            throw Failure(error.description, status: .usage)
        }
        // Whatever goes wrong before a call was made leaves no file behind.
        defer { recorder.discardIfEmpty() }
        let studio = try places.studio(recorder: recorder)
        let status = try SessionTeller.answer(options.request(question), in: studio) {
            output.printer(for: $0, at: places.resolved)
        }
        if let problem = recorder.problem { throw Failure(problem) }
        if recorder.count == 0 {
            StandardStream.error.write(
                "Nothing was sent to a server, so there is no cassette: embedded workers need none.\n"
            )
        }
        throw status
    }
}
