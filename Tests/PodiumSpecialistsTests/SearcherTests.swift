import PodiumCore
import Testing

@testable import PodiumSpecialists

/// Verifies what the searcher gives with nothing of the searcher's own code.
enum SearchVerifier {
    static func isRight(_ answer: String, for task: SearchParaphrases.Countdown) -> Bool {
        var left = task.numbers
        for digits in answer.split(whereSeparator: { !$0.isNumber }) {
            guard let value = Int(digits), let place = left.firstIndex(of: value) else {
                return false
            }
            left.remove(at: place)
        }
        guard !task.usesAll || left.isEmpty else { return false }
        // A lone number is nothing to compute for the reckoner.
        return answer == "\(task.target)" || ask(Reckoner(), answer) == "\(task.target)"
    }

    static func isRight(_ answer: String, for task: SearchParaphrases.Subset) -> Bool {
        let values = answer.replacing("(", with: "").replacing(")", with: "")
            .components(" + ").compactMap { Int($0) }
        var left = task.numbers
        for value in values {
            guard let place = left.firstIndex(of: value) else { return false }
            left.remove(at: place)
        }
        return !values.isEmpty && values.reduce(0, +) == task.target
            && (task.size ?? values.count) == values.count
    }

    static func isRight(_ answer: String, for task: SearchParaphrases.Grid) -> Bool {
        let side = task.rows.count
        let rows = answer.components(" / ").map { $0.components(" ").compactMap { Int($0) } }
        guard rows.count == side, rows.allSatisfy({ Set($0) == Set(1...side) }) else {
            return false
        }
        let height = side == 9 ? 3 : 2
        for index in 0..<side {
            guard Set(rows.map { $0[index] }) == Set(1...side) else { return false }
            let width = side / height
            let top = index / (side / width) * height
            let left = index % (side / width) * width
            let box = (0..<side).map { rows[top + $0 / width][left + $0 % width] }
            guard Set(box) == Set(1...side) else { return false }
        }
        for (row, given) in zip(rows, task.rows) {
            for (digit, mark) in zip(row, given) where mark != "0" && "\(digit)" != "\(mark)" {
                return false
            }
        }
        return true
    }

    static func isRight(_ answer: String, for task: SearchParaphrases.Colouring) -> Bool {
        if let expected = task.answer { return answer == expected }
        var colours: [String: String] = [:]
        for part in answer.components(", ") {
            let words = part.components(" ")
            guard words.count == 2 else { return false }
            colours[words[0]] = words[1]
        }
        return Set(colours.values).count <= task.colours
            && task.edges.allSatisfy { first, second in
                guard let one = colours[first], let other = colours[second] else { return false }
                return one != other
            }
    }
}

extension String {
    /// The parts between separators.
    func components(_ separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}

@Suite struct SearcherTests {
    static func tally<Task>(
        _ tasks: [Task],
        _ question: (Task) -> String,
        isRight: (String, Task) -> Bool
    ) -> Tally {
        var tally = Tally()
        for task in tasks {
            let text = question(task)
            guard let answer = Tally.reply(of: Searcher(), to: text) else {
                tally.declined.append(text)
                continue
            }
            if isRight(answer, task) {
                tally.right += 1
            } else {
                tally.wrong.append("\(text) → \(answer)")
            }
        }
        return tally
    }

    static func tallies() -> [(String, Tally)] {
        [
            (
                "countdown",
                tally(SearchParaphrases.countdown, \.question, isRight: SearchVerifier.isRight)
            ),
            (
                "subsets",
                tally(SearchParaphrases.subsets, \.question, isRight: SearchVerifier.isRight)
            ),
            (
                "sudoku",
                tally(SearchParaphrases.sudoku, \.question, isRight: SearchVerifier.isRight)
            ),
            (
                "colouring",
                tally(SearchParaphrases.colouring, \.question, isRight: SearchVerifier.isRight)
            ),
        ]
    }

    @Test func `four in five of each family are answered, and none wrongly`() {
        var all = Tally()
        for (name, tally) in Self.tallies() {
            #expect(tally.share >= 0.8, "\(name): \(tally.story)")
            all.add(tally)
        }
        #expect(Double(all.wrong.count) <= 0.01 * Double(all.total), "\(all.story)")
    }

    @Test func `a second set in other words is answered as well, and not wrongly`() {
        var all = Self.tally(
            MoreSearchParaphrases.countdown,
            \.question,
            isRight: SearchVerifier.isRight
        )
        all.add(
            Self.tally(MoreSearchParaphrases.subsets, \.question, isRight: SearchVerifier.isRight)
        )
        all.add(
            Self.tally(MoreSearchParaphrases.colouring, \.question, isRight: SearchVerifier.isRight)
        )
        #expect(all.share >= 0.8, "\(all.story)")
        #expect(all.wrong.isEmpty, "\(all.story)")
    }

    @Test func `questions of other kinds are declined`() {
        for question in OtherKinds.questions {
            let answer = Tally.reply(of: Searcher(), to: question)
            #expect(answer == nil, "\(question) → \(answer ?? "")")
        }
    }
}
