import ArgumentParser
import CellUI
import Foundation
import PodiumCore
import PodiumGym
import PodiumPolicy

/// `podium gym`: problems whose answers can be checked.
struct GymCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gym",
        abstract: "Problems with checked answers: to try, to learn from, to measure conductors by.",
        subcommands: [List.self, Draw.self, Show.self, HeadroomTable.self],
        defaultSubcommand: List.self
    )

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the families of problems.")

        @Flag(help: "Print JSON Lines.")
        var json = false

        func run() throws {
            for family in Gym.families {
                let example = family.problem(difficulty: 2, seed: 1).question
                if json {
                    try GymCommand.printLine([
                        "family": family.name, "steps": family.steps, "heldOut": family.isHeldOut,
                        "example": example,
                    ])
                } else {
                    let mark = family.isHeldOut ? "held out" : ""
                    let steps = family.steps == 1 ? "1 step " : "\(family.steps) steps"
                    StandardStream.output.write(
                        "\(family.name.padded(to: 24)) \(steps)  \(mark.padded(to: 8))  \(example)\n"
                    )
                }
            }
        }
    }

    struct Draw: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Draw problems.",
            discussion: """
                Without a family, the problems of a split are drawn, one family after another: train, \
                validation, test, wordings, families, difficulty or pools. With --family, problems of that \
                family by seeds that count on.
                """
        )

        @Option(
            help: ArgumentHelp(
                "What the problems are kept apart by; train if nothing is said.",
                valueName: "split"
            )
        )
        var split: String?

        @Option(name: .shortAndLong, help: ArgumentHelp("How many.", valueName: "n"))
        var number = 10

        @Option(help: ArgumentHelp("Number of the first problem, or first seed.", valueName: "n"))
        var from = 0

        @Option(help: ArgumentHelp("Only problems of this family.", valueName: "name"))
        var family: String?

        @Option(
            help: ArgumentHelp("Their difficulty, with --family: 1 to 5; else 2.", valueName: "n")
        )
        var difficulty: Int?

        @Flag(help: "Print JSON Lines, with the answers.")
        var json = false

        func validate() throws {
            guard (1...10_000_000).contains(number), from >= 0, from <= 1_000_000_000_000 else {
                throw ValidationError("--number is 1 to 10000000, --from 0 to 1000000000000.")
            }
            guard Family.difficulties.contains(difficulty ?? 2) else {
                throw ValidationError("--difficulty is 1 to 5.")
            }
            guard family == nil || split == nil else {
                throw ValidationError("--family draws by seeds, so it has no --split.")
            }
            guard family != nil || difficulty == nil else {
                throw ValidationError("--difficulty goes with --family: a split has its own.")
            }
            if let split { _ = try GymCommand.split(split) }
            if let family { _ = try GymCommand.family(family) }
        }

        func run() throws {
            let split = try GymCommand.split(split ?? "train")
            let family = try family.map { try GymCommand.family($0) }
            for index in from..<from + number {
                let problem =
                    family.map { $0.problem(difficulty: difficulty ?? 2, seed: UInt64(index)) }
                    ?? Gym.problem(split, index)
                if json {
                    try GymCommand.printProblem(problem)
                } else {
                    StandardStream.output.write("\(problem.id)  \(problem.question)\n")
                }
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show a problem and its answer.")

        @Argument(
            help: ArgumentHelp(
                "A problem as `draw` names it: system-date/3/17.",
                valueName: "problem"
            )
        )
        var id: String

        @Option(help: ArgumentHelp("Say whether this answer is right.", valueName: "answer"))
        var grade: String?

        @Flag(help: "Print JSON.")
        var json = false

        func run() throws {
            guard let problem = Gym.problem(id: id) else {
                throw Failure(
                    "there is no problem \(visible(id, keepingNewlines: false)). One is named FAMILY/DIFFICULTY/SEED, with a difficulty from 1 to 5, as"
                        + " `podium gym draw` names them.",
                    status: .usage
                )
            }
            if json { return try GymCommand.printProblem(problem, grade: grade) }
            StandardStream.output.write("\(problem.question)\nAnswer: \(problem.expected)\n")
            if let grade {
                StandardStream.output.write(problem.isCorrect(grade) ? "right\n" : "wrong\n")
            }
        }
    }

    struct HeadroomTable: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "headroom",
            abstract:
                "Measure what there is to be learned: workers, fixed workflows, rules, and the best routing."
        )

        @Option(help: ArgumentHelp("What the problems are kept apart by.", valueName: "split"))
        var split = "test"

        @Option(name: .shortAndLong, help: ArgumentHelp("How many problems.", valueName: "n"))
        var number = 1_000

        @Option(
            help: ArgumentHelp(
                "Measure this policy too, as `podium train` writes it.",
                valueName: "file"
            )
        )
        var policy: String?

        @Flag(help: "Print JSON Lines.")
        var json = false

        func validate() throws {
            guard (1...1_000_000).contains(number) else {
                throw ValidationError("--number is 1 to 1000000.")
            }
            _ = try GymCommand.split(split)
        }

        func run() throws {
            let learned = try policy.map {
                LearnedConduct(policy: try GymCommand.policy($0), isGated: false)
            }
            let headroom = Headroom(try GymCommand.split(split), problems: number, learned: learned)
            guard json else {
                StandardStream.output.write(headroom.table)
                return
            }
            for row in headroom.rows {
                try GymCommand.printLine([
                    "kind": row.kind.rawValue, "name": row.name, "accuracy": row.accuracy,
                    "cost": row.cost,
                    "steps": row.steps,
                ])
            }
        }
    }

    // MARK: Arguments and lines

    private static func split(_ name: String) throws -> Gym.Split {
        guard let split = Gym.Split(rawValue: name) else {
            let known = Gym.Split.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(
                "there is no split \(visible(name, keepingNewlines: false)). There are: \(known)."
            )
        }
        return split
    }

    private static func policy(_ path: String) throws -> LearnedPolicy {
        let shown = visible(path, keepingNewlines: false)
        do {
            return try LearnedPolicy(contentsOf: path)
        } catch {
            throw Failure(
                "\(shown) cannot be used: \(error). podium train makes a policy.",
                status: .usage
            )
        }
    }

    private static func family(_ name: String) throws -> Family {
        guard let family = Gym.family(named: name) else {
            throw ValidationError(
                "there is no family \(visible(name, keepingNewlines: false)). `podium gym list` names them."
            )
        }
        return family
    }

    private static func printProblem(_ problem: Problem, grade: String? = nil) throws {
        var line: [String: Any] = [
            "id": problem.id, "family": problem.family, "difficulty": problem.difficulty,
            "question": problem.question, "expected": problem.expected,
        ]
        if let grade { line["right"] = problem.isCorrect(grade) }
        try printLine(line)
    }

    private static func printLine(_ line: [String: Any]) throws {
        let data = try JSONSerialization.data(
            withJSONObject: line,
            options: [.sortedKeys, .withoutEscapingSlashes]
        )
        StandardStream.output.write(JSONLine.escaped(String(decoding: data, as: UTF8.self)) + "\n")
    }
}
