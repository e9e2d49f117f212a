import ArgumentParser
import PodiumPhrasebook

/// `podium questions`: what the embedded workers can be asked.
struct QuestionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "questions",
        abstract: "List what the embedded workers can be asked, an example each.",
        discussion: """
            A question is read as a whole, in one of several wordings, or not at all. Numbers may be \
            expressions, and what is asked for may stand in another question: How many vowels are in \
            the weekday of 1 March 2024?
            """
    )

    func run() throws {
        for skill in Skill.allCases where skill != .judging {
            let forms = Phrasebook.forms.filter { $0.skill == skill && $0.canBeAsked }
            let examples = forms.map { "  \($0.example)\n" }.joined()
            StandardStream.output.write(
                "\(skill.rawValue.prefix(1).uppercased())\(skill.rawValue.dropFirst())\n\(examples)\n"
            )
        }
    }
}
