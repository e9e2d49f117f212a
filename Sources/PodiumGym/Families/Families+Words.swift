internal import PodiumCore
internal import PodiumPhrasebook
import PodiumSpecialists

extension Family {
    // MARK: Letters and codes

    static let letters: [Family] = [
        Family("letters") { level, random in
            let text = random.some(level, of: Words.all).joined(separator: " ")
            let form = random.pick([Form.Name.reverse, .sortLetters, .count, .count])
            let thing = thing(in: text, &random)
            return Draft(
                Phrase(
                    form,
                    form == .count
                        ? ["thing": .word(thing), "text": .text(text)] : ["text": .text(text)]
                )
            )
        },
        // Short texts and unusual words are what decoders differ in.
        Family("ciphers") { level, random in
            let plain = message(level, &random)
            return Draft(
                Phrase(.caesar, ["text": .text(shifted(plain, random.int(1...25)))]),
                plain
            )
        },
        Family("morse", isHeldOut: true) { level, random in
            let plain = message(level, &random)
            return Draft(Phrase(.morse, ["text": .text(morse(plain))]), plain)
        },
        Family("numerals") { level, random in
            let number = random.int(4...[30, 90, 400, 1_500, 3_999][level - 1])
            if random.chance() { return Draft(Phrase(.toRoman, ["n": .integer(number)])) }
            return Draft(
                Phrase(.roman, ["roman": .word(Roman.text(of: number) ?? "I")]),
                "\(number)"
            )
        },
    ]

    static func thing(in text: String, _ random: inout SeededGenerator) -> String {
        random.chance(40)
            ? random.pick(["vowels", "consonants", "letters"])
            : String(random.pick(text.filter(\.isLetter).map { $0 }))
    }

    static func message(_ level: Int, _ random: inout SeededGenerator) -> String {
        switch level {
        case 1: random.pick(Words.messages)
        case 2: random.some(4, of: Words.all).joined(separator: " ")
        case 3: random.some(2, of: Words.all).joined(separator: " ")
        default: random.pick(Words.all)
        }
    }

    /// In Caesar's code, as the exact workers write it.
    static func shifted(_ text: String, _ shift: Int) -> String {
        Specialists.exactAnswer(to: Phrase(.shift, ["text": .text(text), "n": .integer(shift)]))
            ?? ""
    }

    /// In Morse's code, which has no hyphen between words.
    static func morse(_ text: String) -> String {
        let plain = text.replacing("-", with: " ")
        return Specialists.exactAnswer(to: Phrase(.toMorse, ["text": .text(plain)])) ?? ""
    }

    // MARK: Dates

    static let dates: [Family] = [
        Family("dates") { level, random in
            switch random.int(1...3) {
            case 1: return Draft(Phrase(.weekday, ["date": .date(date(level, &random))]))
            case 2:
                let (from, to) = period(level, &random)
                return Draft(Phrase(.between, ["date": .date(from), "date2": .date(to)]))
            default:
                let count = random.int(10...[60, 300, 2_000, 20_000, 90_000][level - 1])
                let slots: [String: Argument] = [
                    "n": .integer(count), "period": .word("days"),
                    "date": .date(date(level, &random)),
                ]
                return Draft(Phrase(random.pick([.after, .before]), slots))
            }
        },
        Family("clock", isHeldOut: true) { level, random in
            let (from, to) = (random.int(0...1_439), random.int(0...1_439))
            return Draft(Phrase(.elapsed, ["time": .minutes(from), "time2": .minutes(to)]))
        },
    ]

    /// A day near 2000, or at the higher levels centuries away, where leap years are not every fourth.
    static func date(_ level: Int, _ random: inout SeededGenerator) -> CivilDate {
        let years = [2001...2029, 1950...2050, 1901...2099, 1700...2300, 1582...2999][level - 1]
        return CivilDate(
            year: random.int(years),
            month: random.int(1...12),
            day: random.int(1...28)
        )
            ?? CivilDate(year: 2000, month: 1, day: 1).unsafelyUnwrapped
    }

    static func period(_ level: Int, _ random: inout SeededGenerator) -> (
        from: CivilDate, to: CivilDate
    ) {
        let (one, other) = (date(level, &random), date(level, &random))
        return (min(one, other), max(one, other))
    }
}

/// Words for problems about words.
enum Words {
    static let all = [
        "conductor", "orchestra", "strawberry", "mississippi", "symphony", "adventure",
        "television", "university",
        "butterfly", "crocodile", "elephant", "committee", "assessment", "possession", "philosophy",
        "encyclopedia",
        "accommodation", "communication", "extraordinary", "garden", "window", "silver", "orange",
        "pepper", "banana",
        "kitten", "rocket", "river", "stone", "cloud", "bread", "piano", "flute", "tiger", "horse",
        "lantern", "harbour",
        "velvet", "magnet", "puzzle", "quartz", "rhythm", "jigsaw", "zephyr", "waltz", "oxygen",
        "sphinx", "glyph",
    ]

    static let messages = [
        "meet me at the old bridge", "the treasure is under the oak", "attack at dawn",
        "send help before midnight",
        "the key is in the blue box", "do not trust the captain", "wait for the second signal",
        "we are going to the mountains", "the letter is hidden behind the clock",
        "all the birds have left the island",
    ]

    static let names = [
        "Ann", "Bob", "Carol", "Dave", "Erin", "Frank", "Grace", "Henry", "Ivy", "Jack", "Kim",
        "Leo",
    ]
}
