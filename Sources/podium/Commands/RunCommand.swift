import ArgumentParser
import Glibc
import PodiumCore
import PodiumStudio

/// `podium run`: the same session without a screen.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Answer a question without a screen.",
        discussion: """
            Ends with status 0 when the question was answered, 1 when it was not, 2 for wrong \
            usage, 3 when the budget stopped it, and 130 when it was interrupted.
            """
    )

    @OptionGroup var places: PlaceOptions
    @OptionGroup var options: RunOptions
    @OptionGroup var output: OutputOptions

    @Argument(help: "The question; - reads it from standard input.")
    var question: String?

    @Option(help: ArgumentHelp("Read the question from a file.", valueName: "file"))
    var file: String?

    func run() throws {
        let question = try QuestionSource(argument: question, file: file).read()
        let studio = try places.studio()
        throw try SessionTeller.answer(options.request(question), in: studio) {
            output.printer(for: $0, at: places.resolved)
        }
    }
}

extension ExitStatus {
    init(_ outcome: SessionClosed.Outcome?) {
        switch outcome {
        case .answered: self = .success
        case .budget: self = .budget
        case .cancelled: self = .interrupted
        case .failed, nil: self = .failed
        }
    }
}

/// Where a question comes from.
struct QuestionSource {
    static let sizeLimit = 4 << 20

    var argument: String?
    var file: String?

    /// - Throws: `Failure` with status 2 when there is none, or it cannot be read.
    func read() throws -> String {
        let text: String
        switch (argument, file) {
        case (nil, nil):
            throw Failure(
                "there is no question. Write it after `podium run`, or pass - or --file FILE.",
                status: .usage
            )
        case (.some, .some):
            throw Failure(
                "the question is given twice: as an argument and by --file. Leave one out.",
                status: .usage
            )
        case ("-", nil): text = try contents(of: "/dev/stdin", name: "standard input")
        case (nil, let path?): text = try contents(of: path, name: path)
        case (let argument?, nil): text = argument
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw Failure("the question is empty.", status: .usage)
        }
        return text
    }

    private func contents(of path: String, name: String) throws -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw Failure(
                "\(name) cannot be read: \(String(cString: strerror(errno))).",
                status: .usage
            )
        }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count == 0 { break }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw Failure(
                    "\(name) cannot be read: \(String(cString: strerror(errno))).",
                    status: .usage
                )
            }
            bytes.append(contentsOf: chunk[..<count])
            guard bytes.count <= Self.sizeLimit else {
                throw Failure("the question in \(name) is longer than 4 MiB.", status: .usage)
            }
        }
        do {
            return try FileText.decode(bytes).withNewlines
        } catch {
            throw Failure(
                "the question in \(name) is not UTF-8 text (line \(error.line)). Save it as UTF-8.",
                status: .usage
            )
        }
    }
}
