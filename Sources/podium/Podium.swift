import ArgumentParser
import CellUI
import CursesTerminal
import Glibc
import Logging
import PodiumConfiguration
import PodiumCore

/// The command line.
@main
struct Podium: ParsableCommand {
    static let version = "0.1.0"
    /// What sessions name as their writer.
    static let program = "podium \(version)"

    static let configuration = CommandConfiguration(
        commandName: "podium",
        abstract: "A terminal workbench for LLM orchestration.",
        discussion: """
            A conductor reads a question and writes a workflow for other models: who does what, \
            and who sees whose output. Podium runs it, shows it live, and keeps every session.

            Without a subcommand it opens the workbench; with a question it asks at once.
            """,
        version: "podium \(version)",
        subcommands: [
            WorkbenchCommand.self, RunCommand.self, ResumeCommand.self, WatchCommand.self,
            OverrideCommand.self, ReplayCommand.self, SessionsCommand.self, ScoresCommand.self,
            ModelsCommand.self, PricesCommand.self, ThemesCommand.self, SetupCommand.self,
            RecordCommand.self, SamplesCommand.self, ConfigCommand.self, DoctorCommand.self,
        ],
        defaultSubcommand: WorkbenchCommand.self
    )

    /// Runs the command and ends the process with the status the manual promises: 0 answered or
    /// done, 1 failed, 2 wrong usage or configuration, 3 stopped by the budget, 130 interrupted,
    /// 129 or 143 when a signal ended the workbench.
    static func main() {
        // A reader that went away (`podium … | head`) is an error to handle, not a way to die.
        signal(SIGPIPE, SIG_IGN)
        LogFile.bootstrap()
        do {
            try requireCommand(CommandLine.arguments.dropFirst())
            var command = try parseAsRoot()
            try command.run()
        } catch let failure as Failure {
            Logger(label: "podium").error(
                "ended with a failure",
                metadata: ["status": "\(failure.status.rawValue)"]
            )
            StandardStream.error.write(
                "podium: \(visible(failure.message, keepingNewlines: true))\n"
            )
            Glibc.exit(failure.status.rawValue)
        } catch let error as StoreError {
            StandardStream.error.write(
                "podium: \(visible(error.description, keepingNewlines: true))\n"
            )
            Glibc.exit(ExitStatus.failed.rawValue)
        } catch let error as TerminalError {
            StandardStream.error.write("podium: \(error)\n")
            Glibc.exit(ExitStatus.failed.rawValue)
        } catch let status as ExitStatus {
            Glibc.exit(status.rawValue)
        } catch {
            // It repeats what was typed, which may hold anything.
            let text = visible(fullMessage(for: error), keepingNewlines: true)
            guard exitCode(for: error) != .success else {
                StandardStream.output.write(text + "\n")
                Glibc.exit(0)
            }
            StandardStream.error.write(text + "\n")
            Glibc.exit(ExitStatus.usage.rawValue)
        }
    }
}

extension Podium {
    /// A slip of the fingers in a command's name is no question to be asked and paid for.
    private static func requireCommand(_ arguments: ArraySlice<String>) throws {
        let names = configuration.subcommands.compactMap { $0.configuration.commandName }
        guard let word = arguments.first, !names.contains(word), word.allSatisfy(\.isLetter),
            let nearest = Suggestion.nearest(to: word, among: names)
        else { return }
        throw Failure(
            "there is no command `\(word)`. Did you mean `\(nearest)`?"
                + " To ask it as a question: podium open \(word)",
            status: .usage
        )
    }
}

/// How the process ends.
enum ExitStatus: Int32, Error {
    case success = 0
    case failed = 1
    case usage = 2
    case budget = 3
    case interrupted = 130
    /// 128 and the number of the signal that ended it.
    case hungUp = 129
    case terminated = 143

    init(signal: Int32) {
        switch signal {
        case SIGHUP: self = .hungUp
        case SIGINT: self = .interrupted
        default: self = .terminated
        }
    }
}

/// Something a person has to know and can mend: one message, one exit status.
struct Failure: Error {
    var message: String
    var status: ExitStatus

    init(_ message: String, status: ExitStatus = .failed) {
        self.message = message
        self.status = status
    }
}
