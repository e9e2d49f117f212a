import PodiumCore

extension ProblemFamily {
    public static let weekday = ProblemFamily("weekday") { level, random in
        let date = date(level, &random)
        let text = form(of: date, &random)
        if level > 3, random.chance() {
            let days = random.int(10...400 * (level - 3))
            let question = random.pick([
                "What weekday is \(days) days after \(text)?",
                "On what day of the week is the date \(days) days after \(text)?",
            ])
            let name = date.adding(days).weekday
            return Drawn(question, name, .text(name))
        }
        let question = random.pick([
            "What day of the week is \(text)?", "Which weekday is \(text)?",
            "On which weekday does \(text) fall?", "What day of the week was \(text)?",
            "Find the weekday of \(text).",
        ])
        return Drawn(question, date.weekday, .text(date.weekday))
    }

    public static let dateShift = ProblemFamily("date shift") { level, random in
        let date = date(level, &random)
        let text = form(of: date, &random)
        let days = random.int(5...[30, 90, 300, 900, 4000][level - 1])
        if random.chance(60) {
            let question = random.pick([
                "What date is \(days) days after \(text)?",
                "Which date is \(days) days after \(text)?", "Add \(days) days to \(text).",
                "Find the date \(days) days after \(text).",
            ])
            let later = date.adding(days)
            return Drawn(question, later.text, .date(later))
        }
        let question = random.pick([
            "What date is \(days) days before \(text)?",
            "What is the date \(days) days before \(text)?", "Subtract \(days) days from \(text).",
        ])
        let earlier = date.adding(-days)
        return Drawn(question, earlier.text, .date(earlier))
    }

    public static let dateDifference = ProblemFamily("date difference") { level, random in
        let (first, last, days) = period(level, &random)
        let question = random.pick([
            "How many days are there between \(first) and \(last)?",
            "How many days are between \(first) and \(last)?",
            "How many days is it from \(first) to \(last)?",
            "What is the number of days between \(first) and \(last)?",
            "How many days passed between \(first) and \(last)?",
        ])
        return Drawn(question, days, units: ["days"])
    }

    /// Two dates in words and the days between them.
    static func period(_ level: Int, _ random: inout SeededGenerator) -> (String, String, Int) {
        let date = date(level, &random)
        let days = random.int(7...[25, 90, 400, 2000, 9000][level - 1])
        let style = random.int(1...3)
        return (form(of: date, style), form(of: date.adding(days), style), days)
    }

    public static let duration = ProblemFamily("duration") { level, random in
        let start = random.int(5 * 60...12 * 60) / (level < 3 ? 5 : 1) * (level < 3 ? 5 : 1)
        let length = random.int(20...[90, 240, 500, 680, 710][level - 1])
        let end = start + length
        switch random.int(1...3) {
        case 1:
            let question = random.pick([
                "How long is it from \(clock(start)) to \(clock(end))?",
                "How much time passes between \(clock(start)) and \(clock(end))?",
                "A train leaves at \(clock(start)) and arrives at \(clock(end)). How long does it take?",
            ])
            return Drawn(question, spoken(length), .duration(length))
        case 2:
            let question = random.pick([
                "What time is it \(spoken(length)) after \(clock(start))?",
                "If a film starts at \(clock(start)) and lasts \(spoken(length)), when does it end?",
            ])
            return Drawn(question, clock(end), .clock(end))
        default:
            let other = random.int(15...100 * level)
            let question = random.pick([
                "What is \(spoken(length)) plus \(spoken(other))?",
                "Add \(spoken(length)) and \(spoken(other)).",
            ])
            return Drawn(question, spoken(length + other), .duration(length + other))
        }
    }

    /// Within one year at level 1; in more years, and further back, at higher ones.
    static func date(_ level: Int, _ random: inout SeededGenerator) -> CivilDate {
        let years = [2024...2024, 2020...2026, 1990...2030, 1900...2050, 1700...2100][level - 1]
        let first = CivilDate(number: 0)
        let date = CivilDate(
            year: random.int(years),
            month: random.int(1...12),
            day: random.int(1...28)
        )
        return date ?? first
    }

    static func form(of date: CivilDate, _ random: inout SeededGenerator) -> String {
        form(of: date, random.int(1...3))
    }

    private static func form(of date: CivilDate, _ style: Int) -> String {
        [date.text, date.american, date.iso][style - 1]
    }

    private static func clock(_ minutes: Int) -> String {
        let (hour, minute) = (minutes / 60 % 24, minutes % 60)
        return "\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    private static func spoken(_ minutes: Int) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60)
        let parts = [
            hours == 0 ? "" : "\(hours) hour\(hours == 1 ? "" : "s")",
            rest == 0 ? "" : "\(rest) minute\(rest == 1 ? "" : "s")",
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
