import ArgumentParser
import CellUI
import CursesTerminal
import Glibc
import Logging
import PodiumConfiguration
import PodiumCore
import PodiumGateway
import PodiumStudio

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

            Without a subcommand it opens the workbench; with a question, of more than one word, it \
            asks at once.
            """,
        version: "podium \(version)",
        subcommands: [
            WorkbenchCommand.self, RunCommand.self, ResumeCommand.self, WatchCommand.self,
            ServeCommand.self, KeysCommand.self, OverrideCommand.self, ReplayCommand.self,
            SessionsCommand.self,
            ScoresCommand.self,
            ModelsCommand.self, PricesCommand.self, ThemesCommand.self, SetupCommand.self,
            RecordCommand.self, SamplesCommand.self, QuestionsCommand.self, GymCommand.self,
            TrainCommand.self, EvalCommand.self, LearnCommand.self,
            MatrixCommand.self, PolicyCommand.self,
            ConfigCommand.self,
            DoctorCommand.self,
        ],
        defaultSubcommand: WorkbenchCommand.self
    )

    /// Runs the command and ends the process with the status the manual promises: 0 answered or
    /// done, 1 failed, 2 wrong usage or configuration, 3 stopped by the budget, 130 interrupted,
    /// 129, 131 or 143 when another signal ended it.
    static func main() {
        OwnProcess.prepare()
        LogFile.bootstrap()
        do {
            let typed = TypedCommand(CommandLine.arguments.dropFirst())
            var command = try parseAsRoot(typed.parts(of: Self.self))
            try typed.requireQuestion(of: command)
            try OwnProcess.requireResources()
            try command.run()
            end(with: .success)
        } catch let status as ExitStatus {
            end(with: status)
        } catch {
            end(by: error)
        }
    }

    /// Ends the process. Output that could not be written is told, and no success.
    private static func end(with status: ExitStatus) -> Never {
        AtEnd.run()
        ChildProcesses.end()
        guard let failure = StandardStream.takeFailure() else { Glibc.exit(status.rawValue) }
        StandardStream.error.write("podium: \(failure)\n")
        Glibc.exit((status == .success ? failure.status : status).rawValue)
    }

    /// Tells an error, by its type, and ends the process.
    private static func end(by error: any Error) -> Never {
        if let status = ExitStatus(of: error) {
            Logger(label: "podium").error(
                "ended with a failure",
                metadata: ["status": "\(status.rawValue)"]
            )
            StandardStream.error.write("podium: \(error)\n")
            end(with: status)
        }
        // The argument parser's: it repeats what was typed, which may hold anything.
        let text = fullMessage(for: error)
        guard exitCode(for: error) != .success else {
            StandardStream.output.write(text + "\n")
            end(with: .success)
        }
        StandardStream.error.write(text + "\n")
        end(with: .usage)
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
    case quit = 131
    case terminated = 143

    init(signal: Int32) {
        switch signal {
        case SIGHUP: self = .hungUp
        case SIGINT: self = .interrupted
        case SIGQUIT: self = .quit
        default: self = .terminated
        }
    }
}

extension ExitStatus {
    /// Of an error that a room of Podium's tells; nil of one of the argument parser's.
    init?(of error: any Error) {
        switch error {
        case let failure as Failure: self = failure.status
        case is ConfigurationError, is PoolRestriction.Failure: self = .usage
        case let error as StudioError:
            let isUsage = error.code == .badRequest || error.code == .badProvider
            self = isUsage ? .usage : .failed
        case is StoreError, is TerminalError, is KeyFileError: self = .failed
        default: return nil
        }
    }
}

/// Something of the command line's own that a person has to know and can mend.
struct Failure: Error, CustomStringConvertible {
    var description: String
    var status: ExitStatus

    init(_ message: String, status: ExitStatus = .failed) {
        description = message
        self.status = status
    }
}
